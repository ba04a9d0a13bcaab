import os

from flask import Flask, abort, request

app = Flask(__name__)
ROOT = "/srv/files/"


@app.get("/file")
def file():
    path = os.path.realpath(os.path.join(ROOT, request.args["name"]))
    if not path.startswith(ROOT):
        abort(404)
    with open(path) as content:
        return {"text": content.read()}
