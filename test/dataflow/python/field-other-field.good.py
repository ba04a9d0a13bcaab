import sqlite3
from dataclasses import dataclass

from flask import Flask, jsonify, request

app = Flask(__name__)


@dataclass
class Search:
    term: str
    order: str


@app.get("/search")
def search():
    wanted = Search(term=request.args["term"], order="title")
    cursor = sqlite3.connect("shop.db").cursor()
    cursor.execute("SELECT id FROM books ORDER BY " + wanted.order)
    return jsonify(cursor.fetchall())
