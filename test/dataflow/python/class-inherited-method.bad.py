import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


class Table:
    def rows(self, condition):
        cursor = sqlite3.connect("shop.db").cursor()
        cursor.execute("SELECT * FROM orders WHERE " + condition)  # expect: CWE-89
        return cursor.fetchall()


class Orders(Table):
    def of(self, customer):
        return self.rows("customer = '" + customer + "'")


@app.get("/orders")
def orders():
    return jsonify(Orders().of(request.args["customer"]))
