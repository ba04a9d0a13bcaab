import sqlite3

from flask import Flask, request
from flags import VERBOSE
import flags

app = Flask(__name__)


@app.route("/items")
def items():
    db = sqlite3.connect("items.db")
    name = request.args["name"] if VERBOSE and not flags.STRICT else "none"
    rows = db.execute("SELECT * FROM items WHERE name = '" + name + "'")  # expect: CWE-89
    return {"rows": rows.fetchall()}
