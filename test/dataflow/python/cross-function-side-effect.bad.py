import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


def add_filter(parts):
    parts.append("city = '" + request.args["city"] + "'")


@app.get("/customers")
def customers():
    parts = []
    add_filter(parts)
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT name FROM customers WHERE " + " AND ".join(parts))  # expect: CWE-89
    return jsonify(cursor.fetchall())
