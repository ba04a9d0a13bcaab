import os

from flask import Flask, request

app = Flask(__name__)
TASKS = {"all": "everything"}


@app.route("/run")
def run():
    task = request.args["task"]
    chosen = "all" and task
    os.system("run-task " + chosen)  # expect: CWE-78
    return "started"
