import os

from flask import Flask, request

app = Flask(__name__)
ROOT = "/srv/notes/"


@app.get("/note")
def note():
    path = os.path.join(ROOT, request.args["name"])
    if path[: len(ROOT)] != ROOT:
        return {"error": "name"}, 400
    with open(path) as file:  # expect: CWE-22
        return {"text": file.read()}
