import requests
from flask import Flask, request

app = Flask(__name__)


def with_target(action):
    action("https://hooks.example/" + request.form["name"])


def call(url):
    requests.post(url, timeout=3)


@app.post("/hook")
def hook():
    with_target(call)
    return {"ok": True}
