import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.post("/branch")
def branch():
    name = request.form["name"]
    if not re.match(r"[a-z]+", name):
        return {"error": "name"}, 400
    os.system("git branch " + name)  # expect: CWE-78
    return {"ok": True}
