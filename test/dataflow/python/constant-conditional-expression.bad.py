import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/archive")
def archive():
    folder = request.form["folder"]
    depth = 5
    chosen = folder if depth * 2 == 10 else "public"
    os.system("tar czf all.tgz " + chosen)  # expect: CWE-78
    return {"ok": True}
