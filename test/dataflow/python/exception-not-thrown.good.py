import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    try:
        int("12")
    except ValueError:
        out = user
    else:
        out = "x"
    os.system("ls " + out)
    return "ok"
