import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = ("x|" + user).partition("|")[0]
    os.system("ls " + out)
    return "ok"
