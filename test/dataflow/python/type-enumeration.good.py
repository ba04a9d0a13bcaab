import sqlite3
import enum

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    name = request.args.get("name", "")
    class Kind(enum.Enum):
        BOOK = "book"


    kind = str(Kind(name).value)
    db = sqlite3.connect("items.db")
    return str(db.execute("SELECT * FROM items WHERE kind = '" + kind + "'").fetchall())
