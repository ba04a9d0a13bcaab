import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/many")
def many():
    ids = request.args.getlist("id")
    listed = ",".join([one.strip() for one in ids])
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT * FROM items WHERE id IN (" + listed + ")")  # expect: CWE-89
    return jsonify(cursor.fetchall())
