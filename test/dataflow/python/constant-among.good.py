import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    kind = "b"
    name = request.args["name"] if kind not in ("a", "b") else "none"
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")
    return {"rows": rows.fetchall()}
