import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/order")
def order():
    number = request.args["number"]
    if len(number) > 12:
        raise ValueError("number")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT * FROM orders WHERE id = " + number)  # expect: CWE-89
    return jsonify(cursor.fetchone())
