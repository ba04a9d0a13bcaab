import os

from flask import Flask, request

app = Flask(__name__)


def choose(value, keep=False):
    return value if keep else "x"


@app.get("/show")
def show():
    user = request.args["q"]
    out = choose(user, keep=True)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
