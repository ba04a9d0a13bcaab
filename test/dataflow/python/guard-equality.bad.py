from flask import Flask, request

app = Flask(__name__)


@app.get("/terms")
def terms():
    language = request.args["language"]
    if language != "xx":
        with open("terms." + language) as file:  # expect: CWE-22
            return {"text": file.read()}
    return {"text": ""}
