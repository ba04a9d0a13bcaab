import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/start")
def start():
    words = ["start-job"]
    line = list(words)
    line.append(request.form["name"])
    os.system(" ".join(words))
    return {"ok": True}
