from flask import Flask, request

app = Flask(__name__)
TITLES = {"1": "intro.txt", "2": "outro.txt"}


def read_note(path):
    with open(path) as note:  # expect: CWE-22
        return note.read()


def note_for(name):
    return read_note("notes/" + name)


@app.get("/note")
def note():
    return {"text": note_for(request.args["name"])}
