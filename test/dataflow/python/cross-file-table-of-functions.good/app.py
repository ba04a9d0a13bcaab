import sqlite3

from flask import Flask, request
from steps import STEPS

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    name = STEPS["drop"](request.args["name"])
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")
    return {"rows": rows.fetchall()}
