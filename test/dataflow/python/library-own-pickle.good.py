import pickle

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    return str(pickle.loads(pickle.dumps({"q": user})))
