import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/books")
def books():
    order = request.args.get("order", "title")
    cursor = sqlite3.connect("shop.db").cursor()
    if order in ("title", "year"):
        cursor.execute("SELECT id FROM books ORDER BY " + order)
    return jsonify(cursor.fetchall())
