import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/stock")
def stock():
    place = request.args["place"]
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT amount FROM stock WHERE place = '%s' LIMIT %d" % (place, 10))  # expect: CWE-89
    return jsonify(cursor.fetchall())
