import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    return str(pickle.loads(user.encode("latin-1")))  # expect: CWE-502
