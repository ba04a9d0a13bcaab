import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    first, *rest = ["x", user]
    out = rest[0]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
