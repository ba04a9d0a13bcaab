import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/settings")
def settings():
    text = request.form["settings"]
    values = yaml.safe_load(text)
    return {"count": len(values)}
