import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/sync")
def sync():
    words = ["rsync", "-a", request.form["from"], "/srv/copy"]
    os.system(" ".join(words))  # expect: CWE-78
    return {"ok": True}
