import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    start = getattr(os, "system")
    start("job " + request.form["name"])  # expect: CWE-78
    return {"ok": True}
