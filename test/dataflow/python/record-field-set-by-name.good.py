import os

from flask import Flask, request

app = Flask(__name__)


class Box:
    pass


@app.get("/show")
def show():
    user = request.args["q"]
    box = Box()
    box.shown = user
    setattr(box, "shown", "x")
    out = box.shown
    os.system("ls " + out)
    return "ok"
