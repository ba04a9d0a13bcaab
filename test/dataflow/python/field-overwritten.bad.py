from types import SimpleNamespace

from flask import Flask, request

app = Flask(__name__)


@app.get("/image")
def image():
    job = SimpleNamespace()
    job.path = request.args["path"]
    job.size = 64
    with open(job.path, "rb") as file:  # expect: CWE-22
        return {"size": len(file.read())}
