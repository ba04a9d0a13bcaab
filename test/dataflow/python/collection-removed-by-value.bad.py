import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    items = ["first", request.args["name"], "last"]
    items.remove("first")
    name = items[0]
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")  # expect: CWE-89
    return {"rows": rows.fetchall()}
