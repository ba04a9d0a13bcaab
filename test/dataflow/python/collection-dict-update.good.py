import requests
from flask import Flask, request

app = Flask(__name__)


@app.post("/hook")
def hook():
    settings = {"url": "https://hooks.example/a", "text": ""}
    settings.update(text=request.form["url"])
    requests.post(settings["url"], timeout=3)
    return {"ok": True}
