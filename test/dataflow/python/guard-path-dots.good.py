from flask import Flask, request

app = Flask(__name__)


@app.get("/file")
def file():
    name = request.args["name"]
    if ".." in name or "/" in name:
        return {"error": "name"}, 400
    with open("files/" + name) as content:
        return {"text": content.read()}
