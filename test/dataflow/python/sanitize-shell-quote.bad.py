import os
import shlex

from flask import Flask, request

app = Flask(__name__)


@app.post("/grep")
def grep():
    word = request.form["word"]
    return {"lines": os.popen("grep -r " + word + " notes").read()}  # expect: CWE-78
