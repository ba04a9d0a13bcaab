import os

from flask import Flask, request

app = Flask(__name__)


class Box:
    pass


@app.get("/show")
def show():
    user = request.args["q"]
    box = Box()
    box.shown = "x"
    setattr(box, "shown", user)
    out = getattr(box, "shown")
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
