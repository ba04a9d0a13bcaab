import os
import collections

from flask import Flask, request

app = Flask(__name__)


Row = collections.namedtuple("Row", "key text")


@app.get("/show")
def show():
    user = request.args["q"]
    out = Row(key="x", text=user)[1]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
