from flask import Flask, request

app = Flask(__name__)


@app.get("/doc")
def doc():
    name = request.args["name"]

    def read():
        with open("docs/" + name) as file:  # expect: CWE-22
            return file.read()

    return {"text": read()}
