import json

import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/notify")
def notify():
    event = json.loads(request.data)
    requests.post(event["callback"], timeout=3)  # expect: CWE-918
    return {"ok": True}
