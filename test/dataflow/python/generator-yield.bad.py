import os

from flask import Flask, request

app = Flask(__name__)


def names():
    for name in request.form.getlist("name"):
        yield name


@app.post("/stop")
def stop():
    for name in names():
        os.system("stop-job " + name)  # expect: CWE-78
    return {"ok": True}
