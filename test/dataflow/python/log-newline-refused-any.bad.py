import logging

from flask import Flask, request

app = Flask(__name__)


@app.post("/login")
def login():
    name = request.form["name"]
    if any(c in name for c in "\t "):
        return "bad name", 400
    logging.info("login of " + name)  # expect: CWE-117
    return "ok"
