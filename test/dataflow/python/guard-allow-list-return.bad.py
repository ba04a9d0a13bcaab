import os

from flask import Flask, abort, request

app = Flask(__name__)
ALLOWED = {"daily", "weekly"}


@app.post("/report")
def report():
    kind = request.form["kind"]
    if not kind:
        abort(400)
    os.system("make-report " + kind)  # expect: CWE-78
    return {"ok": True}
