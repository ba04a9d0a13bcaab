import os
import collections

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    layers = collections.ChainMap({"b": "x"}, {"a": user})
    out = layers["a"]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
