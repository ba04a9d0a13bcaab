import os

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/page")
def page():
    name = request.args["name"]
    if any(part == "" for part in name.split("/")):
        abort(404)
    with open(os.path.join("/srv/pages", name)) as page:  # expect: CWE-22
        return page.read(), {"Content-Type": "text/plain"}
