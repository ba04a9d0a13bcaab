import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    name = request.args.get("name", "")
    count = 5
    kind = name if 1 < count < 3 else "book"
    db = sqlite3.connect("items.db")
    return str(db.execute("SELECT * FROM items WHERE kind = '" + kind + "'").fetchall())
