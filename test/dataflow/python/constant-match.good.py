from flask import Flask, request

app = Flask(__name__)


@app.get("/text")
def text():
    name = request.args["name"]
    letters = "ABC"
    guess = letters[1]
    match guess:
        case "A" | "C":
            path = name
        case "B":
            path = "texts/hello.txt"
        case _:
            path = "texts/other.txt"
    with open(path) as file:
        return {"text": file.read()}
