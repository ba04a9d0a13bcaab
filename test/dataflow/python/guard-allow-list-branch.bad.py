import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/books")
def books():
    order = request.args.get("order", "title")
    cursor = sqlite3.connect("shop.db").cursor()
    if order != "":
        cursor.execute("SELECT id FROM books ORDER BY " + order)  # expect: CWE-89
    return jsonify(cursor.fetchall())
