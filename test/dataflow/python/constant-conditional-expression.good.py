import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/archive")
def archive():
    folder = request.form["folder"]
    depth = 5
    chosen = "public" if depth * 2 == 10 else folder
    os.system("tar czf all.tgz " + chosen)
    return {"ok": True}
