import os
import copy

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    one = {"v": ["x"]}
    other = copy.copy(one)
    other["v"][0] = user
    out = one["v"][0]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
