import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    try:
        out = {"a": "b"}[user]
    except KeyError:
        out = user
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
