from types import SimpleNamespace

from flask import Flask, request

app = Flask(__name__)


@app.get("/chart")
def chart():
    job = SimpleNamespace(path="charts/all.svg", title="")
    setattr(job, "path", request.args["value"])
    with open(job.path) as file:  # expect: CWE-22
        return {"chart": file.read()}
