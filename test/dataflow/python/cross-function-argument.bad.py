import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


def find_orders(cursor, status):
    cursor.execute("SELECT id FROM orders WHERE status = '" + status + "'")  # expect: CWE-89
    return cursor.fetchall()


@app.get("/orders")
def orders():
    connection = sqlite3.connect("shop.db")
    return jsonify(find_orders(connection.cursor(), request.args["status"]))
