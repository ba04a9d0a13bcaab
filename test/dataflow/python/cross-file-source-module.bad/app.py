from flask import Flask, redirect

import inputs

app = Flask(__name__)


@app.get("/leave")
def leave():
    return redirect(inputs.target())  # expect: CWE-601
