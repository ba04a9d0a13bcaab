import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    *rest, last = [user, "x"]
    out = last
    os.system("ls " + out)
    return "ok"
