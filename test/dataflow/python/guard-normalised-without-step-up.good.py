import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/page")
def page():
    name = os.path.normpath(request.args["name"])
    if name.startswith("..") or os.path.isabs(name):
        abort(400)
    with open(os.path.join("/srv/pages", name)) as file:
        return {"text": file.read()}
