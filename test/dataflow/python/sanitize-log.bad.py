import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]
    logger.warning("login of %s failed", user)  # expect: CWE-117
    return {"ok": False}
