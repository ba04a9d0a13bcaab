import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/items")
def items():
    name = request.args.get("name", "")
    def hold(value):
        def read():
            return 'book'

        return read


    kind = hold(name)()
    db = sqlite3.connect("items.db")
    return str(db.execute("SELECT * FROM items WHERE kind = '" + kind + "'").fetchall())
