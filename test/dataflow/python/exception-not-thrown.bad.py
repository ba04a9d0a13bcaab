import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    try:
        int("12")
    except ValueError:
        out = "x"
    else:
        out = user
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
