import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/clean")
def clean():
    commands = map(lambda name: "rm -rf cache/" + name, request.form.getlist("name"))
    for command in commands:
        os.system(command)  # expect: CWE-78
    return {"ok": True}
