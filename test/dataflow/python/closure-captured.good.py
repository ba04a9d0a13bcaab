from flask import Flask, request

app = Flask(__name__)


@app.get("/doc")
def doc():
    name = request.args["name"]
    name = "welcome"

    def read():
        with open("docs/" + name) as file:
            return file.read()

    return {"text": read()}
