import os

from flask import Flask, request

app = Flask(__name__)
TASKS = {"all": "everything"}


@app.route("/run")
def run():
    task = request.args["task"]
    chosen = TASKS.get(task, "all")
    os.system("run-task " + chosen)
    return "started"
