from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/board")
def board():
    width = int(request.args["width"])
    if not 0 < width <= 200:
        abort(400)
    return str(len(bytearray(width)))
