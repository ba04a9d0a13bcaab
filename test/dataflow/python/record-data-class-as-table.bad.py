import os
import dataclasses

from flask import Flask, request

app = Flask(__name__)


@dataclasses.dataclass
class Note:
    title: str = "x"
    text: str = "y"


@app.get("/show")
def show():
    user = request.args["q"]
    out = dataclasses.asdict(Note(text=user))["text"]
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
