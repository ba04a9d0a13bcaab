import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    match ["get", user, "x"]:
        case ["put", out, _]:
            pass
        case ["get", *rest]:
            out = rest[1]
        case _:
            out = user
    os.system("ls " + out)
    return "ok"
