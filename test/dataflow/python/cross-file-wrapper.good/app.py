import sqlite3

import wrapped
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/users")
def users():
    asked = wrapped.Wrapped(request)
    order = asked.fixed("order")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT name FROM users ORDER BY " + order)
    return jsonify(cursor.fetchall())
