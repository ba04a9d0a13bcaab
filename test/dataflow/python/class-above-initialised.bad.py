import sqlite3

from flask import Flask, request


class Named:
    def __init__(self, name):
        self.name = name


class Item(Named):
    def __init__(self, name, kind):
        super().__init__(name)
        self.kind = kind


app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    name = Item(request.args["name"], "kind").name
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")  # expect: CWE-89
    return {"rows": rows.fetchall()}
