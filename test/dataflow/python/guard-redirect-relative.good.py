from urllib.parse import urlparse

from flask import Flask, redirect, request

app = Flask(__name__)


@app.get("/login")
def login():
    target = request.args.get("next", "/")
    parts = urlparse(target)
    if parts.netloc != "" or parts.scheme != "":
        return redirect("/")
    return redirect(target)
