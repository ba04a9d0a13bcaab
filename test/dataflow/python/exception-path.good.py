import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/scale")
def scale():
    size = request.form["size"]
    try:
        size = str(int(size))
    except ValueError:
        size = "100"
    os.system("scale " + size)
    return {"ok": True}
