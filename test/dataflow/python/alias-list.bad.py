import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/start")
def start():
    words = ["start-job"]
    line = words
    line.append(request.form["name"])
    os.system(" ".join(words))  # expect: CWE-78
    return {"ok": True}
