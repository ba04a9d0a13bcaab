import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    event = {"kind": "a", "data": user}
    match event:
        case {"kind": "b"}:
            out = "x"
        case {"kind": "a", "data": found}:
            out = found
        case _:
            out = "y"
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
