import os

from flask import Flask, abort, request

app = Flask(__name__)
PAGES = "/srv/pages"


@app.route("/page")
def page():
    path = str(os.path.join(PAGES, request.args["name"]))
    if os.path.dirname(path) != PAGES:
        abort(404)
    with open(path) as page:  # expect: CWE-22
        return page.read(), {"Content-Type": "text/plain"}
