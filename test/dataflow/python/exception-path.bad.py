import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/scale")
def scale():
    size = request.form["size"]
    try:
        size = str(int(size))
    except ValueError:
        app.logger.warning("size is no number")
    os.system("scale " + size)  # expect: CWE-78
    return {"ok": True}
