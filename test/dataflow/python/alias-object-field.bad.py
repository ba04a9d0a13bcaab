from types import SimpleNamespace

import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/state")
def state():
    first = SimpleNamespace(url="https://state.example")
    second = first
    second.url = request.args["url"]
    return {"state": requests.get(first.url, timeout=3).text}  # expect: CWE-918
