import os

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/notes/"


@app.get("/note")
def note():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if path[: len(ROOT)] != ROOT:
        return {"error": "name"}, 400
    with open(path) as file:
        return {"text": file.read()}
