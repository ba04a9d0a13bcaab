from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/done")
def done():
    targets = {"home": "/home"}
    targets.setdefault("next", request.args["next"])
    return redirect(targets["next"])  # expect: CWE-601
