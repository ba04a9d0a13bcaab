import html
import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/author")
def author():
    name = html.escape(request.args["name"], quote=False)
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT id FROM authors WHERE name = '" + name + "'")  # expect: CWE-89
    return jsonify(cursor.fetchall())
