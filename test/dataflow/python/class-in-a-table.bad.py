import os

from flask import Flask, request

app = Flask(__name__)


class Echo:
    def run(self, value):
        return value


class Fixed(Echo):
    def run(self, value):
        return "x"


STEPS = {"echo": Echo, "fixed": Fixed}


@app.get("/show")
def show():
    user = request.args["q"]
    out = STEPS["echo"]().run(user)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
