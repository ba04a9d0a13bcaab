import sqlite3

from flask import Flask, request


class Query:
    def __init__(self, name, kind):
        self.name = name
        self.kind = kind

    @classmethod
    def of(cls, name):
        return cls(name, "kind")


app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    name = Query.of(request.args["name"]).name
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")  # expect: CWE-89
    return {"rows": rows.fetchall()}
