import os

from flask import Flask, request

app = Flask(__name__)


def valid(value):
    for each in value:
        if not each.isalnum():
            return False
    return True


def short(value):
    for each in value:
        if each == "x":
            return False
    return True


@app.get("/show")
def show():
    user = request.args["q"]
    out = user if short(user) else "x"
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
