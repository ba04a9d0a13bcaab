import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    name = request.args.get("name", "")
    kinds = {"a": name}
    kinds.update({"b": "disc"})
    kinds.update({"d": "book", "c": "cd"})
    kind = kinds["a"]
    db = sqlite3.connect("items.db")
    return str(db.execute("SELECT * FROM items WHERE kind = '" + kind + "'").fetchall())  # expect: CWE-89
