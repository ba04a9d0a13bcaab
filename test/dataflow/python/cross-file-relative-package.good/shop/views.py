from flask import Flask, request

from .files import load
from .names import clean

app = Flask(__name__)


@app.get("/manual")
def manual():
    return {"text": load(clean(request.args["name"]))}
