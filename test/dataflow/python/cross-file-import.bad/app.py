from flask import Flask, jsonify, request

from store import search

app = Flask(__name__)


@app.get("/search")
def find():
    return jsonify(search(request.args["term"]))
