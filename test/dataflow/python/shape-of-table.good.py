import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    event = {"kind": "a", "data": "x"}
    match event:
        case {"kind": "b"}:
            out = user
        case {"kind": "a", "data": found}:
            out = found
        case _:
            out = user
    os.system("ls " + out)
    return "ok"
