import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    left = 3
    out = "x"
    while left:
        if left == 5:
            out = user
        left -= 1
    os.system("ls " + out)
    return "ok"
