import os

from flask import abort, request


@app.get("/note")
def note():
    name = request.args["name"]
    if not all(letter.isalnum() or letter in "-_" for letter in name):
        abort(400)
    with open(os.path.join("/srv/notes", name)) as file:
        return {"text": file.read()}
