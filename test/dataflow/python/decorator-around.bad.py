import os
import functools

from flask import Flask, request

app = Flask(__name__)


def plain(function):
    @functools.wraps(function)
    def inner(value):
        return function(value)
    return inner


def fixed(function):
    @functools.wraps(function)
    def inner(value):
        return function("x")
    return inner


@plain
def shape(value):
    return value


@fixed
def shape_fixed(value):
    return value


@app.get("/show")
def show():
    user = request.args["q"]
    out = shape(user)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
