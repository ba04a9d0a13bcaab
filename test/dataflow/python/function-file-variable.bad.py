import os
from flask import Flask, request

app = Flask(__name__)
command = "ls"


@app.route("/set")
def choose():
    global command
    command = request.args["command"]
    return "ok"


@app.route("/run")
def run():
    os.system(command)  # expect: CWE-78
    return "ok"
