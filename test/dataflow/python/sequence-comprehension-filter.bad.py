import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = [v for k, v in (("a", "x"), ("b", user)) if k == "b"][0]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
