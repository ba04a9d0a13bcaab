import os

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = "{:{width}}".format(user, width=10)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
