import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = "{:{width}}".format("x", width=10)
    os.system("ls " + out)
    return "ok"
