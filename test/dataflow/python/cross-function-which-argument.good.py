import requests
from flask import Flask, request

app = Flask(__name__)


def report(address, text):
    requests.post(address, json={"text": text}, timeout=3)


@app.post("/report")
def send_report():
    report("https://reports.example/new", request.form["text"])
    return {"ok": True}
