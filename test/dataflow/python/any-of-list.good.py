import os

from flask import Flask, abort, request

from tasks import TASKS

app = Flask(__name__)


@app.route("/run")
def run():
    task = request.args["task"]
    if not any(one == task for one in TASKS):
        abort(400)
    os.system("run-task " + task)
    return "started"
