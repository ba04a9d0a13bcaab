import re

from flask import Flask, request

app = Flask(__name__)
LINES = ["first", "second"]


@app.get("/find")
def find():
    pattern = re.compile(request.args["q"])  # expect: CWE-1333
    return {"found": [line for line in LINES if pattern.search(line)]}
