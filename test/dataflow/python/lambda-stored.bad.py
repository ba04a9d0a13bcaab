import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)

build = lambda name: "SELECT id FROM users WHERE name = '" + name + "'"


@app.get("/users")
def users():
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(build(request.args["name"]))  # expect: CWE-89
    return jsonify(cursor.fetchall())
