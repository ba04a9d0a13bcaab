import os
import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = json.loads(json.dumps({"a": "x", "b": user}))["b"]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
