from pathlib import Path

from flask import Flask, abort, request

app = Flask(__name__)
BASE = Path("/srv/files").resolve()


@app.get("/file")
def file():
    path = (BASE / request.args["name"]).resolve()
    if not path.exists():
        abort(404)
    return {"text": path.read_text()}  # expect: CWE-22
