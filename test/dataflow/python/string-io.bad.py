import io
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/tags")
def tags():
    text = io.StringIO()
    text.write("SELECT id FROM tags WHERE name = '")
    text.write(request.args["name"])
    text.write("'")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(text.getvalue())  # expect: CWE-89
    return jsonify(cursor.fetchall())
