import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    each = iter(["x", user])
    out = next(each)
    os.system("ls " + out)
    return "ok"
