from types import SimpleNamespace

from flask import Flask, request

app = Flask(__name__)


@app.get("/image")
def image():
    job = SimpleNamespace()
    job.path = request.args["path"]
    job.path = "images/logo.png"
    with open(job.path, "rb") as file:
        return {"size": len(file.read())}
