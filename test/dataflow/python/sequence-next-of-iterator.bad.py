import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    each = iter(["x", user])
    next(each)
    out = next(each)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
