import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/order")
def order():
    number = request.args["number"]
    if not number.isdigit():
        raise ValueError("number")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT * FROM orders WHERE id = " + number)
    return jsonify(cursor.fetchone())
