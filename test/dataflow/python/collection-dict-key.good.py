import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/users")
def users():
    values = {}
    values["a"] = "constant"
    values["b"] = request.args["name"]
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT id FROM users WHERE name = '" + values["a"] + "'")
    return jsonify(cursor.fetchall())
