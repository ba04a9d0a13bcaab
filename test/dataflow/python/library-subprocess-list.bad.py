import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.post("/trace")
def trace():
    host = request.form["host"]
    words = ["sh", "-c", f"traceroute {host}"]
    return {"text": subprocess.run(words, capture_output=True, text=True).stdout}  # expect: CWE-78
