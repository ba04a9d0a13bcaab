import os
import re

from flask import Flask, request

app = Flask(__name__)


def wanted_host():
    host = request.args.get("host", "localhost")
    return host


@app.post("/ping")
def ping():
    os.system("ping -c 1 " + wanted_host())  # expect: CWE-78
    return {"ok": True}
