import requests
from flask import Flask, request

app = Flask(__name__)


def with_target(action):
    action(request.form["url"])


def call(url):
    requests.post(url, timeout=3)  # expect: CWE-918


@app.post("/hook")
def hook():
    with_target(call)
    return {"ok": True}
