import os
from flask import Flask, request

app = Flask(__name__)


@app.route("/run")
def run():
    command = "date"
    if 7 / 2 > 3:
        command = request.args["command"]
    os.system(command)  # expect: CWE-78
    return ""
