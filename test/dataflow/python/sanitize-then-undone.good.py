import html

from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = html.escape(request.args.get("name", ""))
    name = name.strip()
    return make_response("<p>" + name + "</p>")
