import os
import json

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    out = json.loads(json.dumps({"a": "x", "b": user}))["a"]
    os.system("ls " + out)
    return "ok"
