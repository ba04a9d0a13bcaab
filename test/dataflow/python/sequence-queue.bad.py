import os
import queue

from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    waiting = queue.Queue()
    waiting.put(user)
    waiting.put("x")
    out = waiting.get()
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
