import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = "{shown}".format(hidden=user, shown="x")
    os.system("ls " + out)
    return "ok"
