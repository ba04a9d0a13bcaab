import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/page")
def page():
    number = request.args["page"]
    try:
        int(number)
    except ValueError:
        return {"error": "page"}, 400
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT id FROM posts LIMIT 10 OFFSET " + number)
    return jsonify(cursor.fetchall())
