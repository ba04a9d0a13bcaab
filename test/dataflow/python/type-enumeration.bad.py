import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    name = request.args.get("name", "")
    class Kind:
        def __init__(self, value):
            self.value = value


    kind = str(Kind(name).value)
    db = sqlite3.connect("items.db")
    return str(db.execute("SELECT * FROM items WHERE kind = '" + kind + "'").fetchall())  # expect: CWE-89
