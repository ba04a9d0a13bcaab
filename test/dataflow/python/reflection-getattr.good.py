import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    start = getattr(os, "system")
    start("job nightly")
    return {"ok": True}
