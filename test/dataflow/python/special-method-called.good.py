import os

from flask import Flask, request

app = Flask(__name__)


class Echo:
    def __call__(self, value):
        return value


class Fixed:
    def __call__(self, value):
        return "x"


@app.get("/show")
def show():
    user = request.args["q"]
    out = Fixed()(user)
    os.system("ls " + out)
    return "ok"
