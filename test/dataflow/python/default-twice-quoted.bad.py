import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = '"' + shlex.quote(user) + '"'
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
