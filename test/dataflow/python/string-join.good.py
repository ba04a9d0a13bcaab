import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/sync")
def sync():
    words = ["rsync", "-a", "/srv/data", "/srv/copy"]
    os.system(" ".join(words))
    return {"ok": True}
