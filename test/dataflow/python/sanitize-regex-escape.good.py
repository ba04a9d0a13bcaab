import re

from flask import Flask, request

app = Flask(__name__)
LINES = ["first", "second"]


@app.get("/find")
def find():
    pattern = re.compile(re.escape(request.args["q"]))
    return {"found": [line for line in LINES if pattern.search(line)]}
