from flask import Flask, request

app = Flask(__name__)


@app.get("/file")
def file():
    name = request.args["name"]
    if name.startswith("."):
        return {"error": "name"}, 400
    with open("files/" + name) as content:  # expect: CWE-22
        return {"text": content.read()}
