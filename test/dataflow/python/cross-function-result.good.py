import os
import re

from flask import Flask, request

app = Flask(__name__)


def wanted_host():
    host = request.args.get("host", "localhost")
    return "localhost" if host == "local" else "remote"


@app.post("/ping")
def ping():
    os.system("ping -c 1 " + wanted_host())
    return {"ok": True}
