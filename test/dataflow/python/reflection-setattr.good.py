from types import SimpleNamespace

from flask import Flask, request

app = Flask(__name__)


@app.get("/chart")
def chart():
    job = SimpleNamespace(path="charts/all.svg", title="")
    setattr(job, "title", request.args["value"])
    with open(job.path) as file:
        return {"chart": file.read()}
