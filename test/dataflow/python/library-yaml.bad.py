import yaml
from flask import Flask, request

app = Flask(__name__)


@app.post("/settings")
def settings():
    text = request.form["settings"]
    values = yaml.load(text, Loader=yaml.Loader)  # expect: CWE-502
    return {"count": len(values)}
