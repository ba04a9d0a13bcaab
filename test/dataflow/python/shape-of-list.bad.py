import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    match ["get", user, "x"]:
        case ["put", _, out]:
            pass
        case ["get", *rest]:
            out = rest[0]
        case _:
            out = "y"
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
