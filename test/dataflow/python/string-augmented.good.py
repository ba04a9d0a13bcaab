import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/stock")
def stock():
    query = "SELECT amount FROM stock"
    values = []
    if "place" in request.args:
        query += " WHERE place = ?"
        values.append(request.args["place"])
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(query, values)
    return jsonify(cursor.fetchall())
