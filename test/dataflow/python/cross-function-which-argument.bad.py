import requests
from flask import Flask, request

app = Flask(__name__)


def report(address, text):
    requests.post(address, json={"text": text}, timeout=3)  # expect: CWE-918


@app.post("/report")
def send_report():
    report(request.form["address"], "a report")
    return {"ok": True}
