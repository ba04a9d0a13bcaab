import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    names = list(filter(str.isalnum, ["", "fixed"]))
    name = names[0] if request.args["name"] else "none"
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")
    return {"rows": rows.fetchall()}
