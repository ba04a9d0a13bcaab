import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    found = {"kind": request.args["name"]}
    name = ""
    for key, value in found.items():
        name = key
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")
    return {"rows": rows.fetchall()}
