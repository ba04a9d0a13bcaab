import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/page")
def page():
    name = request.args["name"]
    if name.startswith(".."):
        abort(400)
    with open(os.path.join("/srv/pages", name)) as file:  # expect: CWE-22
        return {"text": file.read()}
