from flask import Flask, jsonify, request

from directory import Directory

app = Flask(__name__)


@app.get("/person")
def person():
    return jsonify(Directory().find(request.args["uid"]))
