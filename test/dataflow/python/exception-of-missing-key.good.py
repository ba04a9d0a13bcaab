import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    try:
        out = {"a": "b"}[user]
    except KeyError:
        out = "x"
    os.system("ls " + out)
    return "ok"
