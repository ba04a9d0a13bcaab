import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/filter")
def filtered():
    conditions = []
    for key, value in request.args.items():
        conditions.append(f"{key} = '{value}'")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT id FROM posts WHERE " + " OR ".join(conditions), list(request.args.values()))  # expect: CWE-89
    return jsonify(cursor.fetchall())
