from flask import Flask, request

app = Flask(__name__)


@app.get("/terms")
def terms():
    language = request.args["language"]
    if language == "de" or language == "en":
        with open("terms." + language) as file:
            return {"text": file.read()}
    return {"text": ""}
