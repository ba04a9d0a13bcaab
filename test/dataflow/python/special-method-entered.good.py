import os

from flask import Flask, request

app = Flask(__name__)


class Scope:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *error):
        return False


class Fixed(Scope):
    def __enter__(self):
        return "x"


@app.get("/show")
def show():
    user = request.args["q"]
    with Fixed(user) as out:
        pass
    os.system("ls " + out)
    return "ok"
