import os
from flask import Flask, request

app = Flask(__name__)
command = "ls"


@app.route("/set")
def choose():
    global command
    command = "ls -l" if request.args["command"] == "long" else "ls"
    return "ok"


@app.route("/run")
def run():
    os.system(command)
    return "ok"
