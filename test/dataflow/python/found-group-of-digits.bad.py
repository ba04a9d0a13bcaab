import os
import re

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    found = re.search(r"name=(.*)", user)
    out = found.group(1) if found else "0"
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
