import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/show")
def show():
    values = []
    values.append("safe")
    values.append(request.form["name"])
    values.append("moresafe")
    values.pop(0)
    os.system("ls " + values[0])  # expect: CWE-78
    return {"ok": True}
