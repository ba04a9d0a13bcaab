import base64
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/token")
def token():
    raw = request.cookies["token"].encode("utf-8")
    value = base64.b64decode(base64.b64encode(raw)).decode("utf-8")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT user FROM tokens WHERE value = '" + value + "'")  # expect: CWE-89
    return jsonify(cursor.fetchone())
