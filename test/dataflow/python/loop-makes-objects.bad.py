import os

from flask import Flask, request

app = Flask(__name__)


class Box:
    def __init__(self, value):
        self.value = value


@app.get("/show")
def show():
    user = request.args["q"]
    boxes = []
    for each in (user, "x"):
        boxes.append(Box(each))
    out = boxes[0].value
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
