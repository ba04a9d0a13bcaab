import os

from flask import abort, request


@app.get("/note")
def note():
    name = request.args["name"]
    if not any(letter.isalnum() for letter in name):
        abort(400)
    with open(os.path.join("/srv/notes", name)) as file:  # expect: CWE-22
        return {"text": file.read()}
