import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


class Missing(Exception):
    def __init__(self, name):
        self.name = name


@app.get("/log")
def log():
    cursor = sqlite3.connect("shop.db").cursor()
    try:
        raise Missing(request.args["name"])
    except Missing as error:
        cursor.execute("INSERT INTO missing VALUES ('" + error.name + "')")  # expect: CWE-89
    return jsonify(True)
