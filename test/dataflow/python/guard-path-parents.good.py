from pathlib import Path

from flask import abort, request

ROOT = Path("/srv/notes")


@app.get("/note")
def note():
    path = (ROOT / request.args["name"]).resolve()
    if ROOT not in path.parents:
        abort(404)
    return {"text": path.read_text()}
