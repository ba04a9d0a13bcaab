from flask import Flask, request

app = Flask(__name__)


@app.get("/show")
def show():
    user = request.args["q"]
    text = user.translate(str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"}))
    return "<p>" + text + "</p>"
