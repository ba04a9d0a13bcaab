from flask import Flask, request

app = Flask(__name__)


@app.get("/page")
def page():
    chosen, standard = request.args["page"], "index.txt"
    path = chosen
    with open("pages/" + path) as file:  # expect: CWE-22
        return {"text": file.read()}
