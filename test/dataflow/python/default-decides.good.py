import os

from flask import Flask, request

app = Flask(__name__)


def choose(value, keep=False):
    return value if keep else "x"


@app.get("/show")
def show():
    user = request.args["q"]
    out = choose(user)
    os.system("ls " + out)
    return "ok"
