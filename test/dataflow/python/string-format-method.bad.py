import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.get("/lookup")
def lookup():
    name = request.args["name"]
    command = "dig +short {0} {1}".format("A", name)
    return {"found": subprocess.check_output(command, shell=True, text=True)}  # expect: CWE-78
