from flask import Flask, request

app = Flask(__name__)


@app.get("/page")
def page():
    chosen, standard = request.args["page"], "index.txt"
    path = standard
    with open("pages/" + path) as file:
        return {"text": file.read()}
