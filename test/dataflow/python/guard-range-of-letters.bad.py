import os

from flask import Flask, request

app = Flask(__name__)


def valid(value):
    return all("a" <= each <= "z" or "0" <= each <= "9" for each in value)


@app.get("/show")
def show():
    user = request.args["q"]
    out = "x" if valid(user) else user
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
