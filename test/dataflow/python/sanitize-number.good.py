import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/item")
def item():
    number = int(request.args["id"])
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute(f"SELECT * FROM items WHERE id = {number}")
    return jsonify(cursor.fetchone())
