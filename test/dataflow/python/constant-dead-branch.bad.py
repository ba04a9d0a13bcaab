import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/users")
def users():
    name = request.args.get("name", "")
    number = 86
    if 7 * 42 - number > 300:
        value = "This is constant"
    else:
        value = name
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(f"SELECT id FROM users WHERE name = '{value}'")  # expect: CWE-89
    return jsonify(cursor.fetchall())
