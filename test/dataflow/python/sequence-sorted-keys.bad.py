import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    table = {"b": "x", "a": user}
    out = table[sorted(table)[0]]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
