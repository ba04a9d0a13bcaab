import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/stock")
def stock():
    place = request.args["place"]
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT amount FROM stock WHERE place = ? LIMIT %d" % 10, (place,))
    return jsonify(cursor.fetchall())
