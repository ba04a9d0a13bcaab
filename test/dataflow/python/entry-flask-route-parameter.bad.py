from flask import Flask, send_file

app = Flask(__name__)


@app.route("/photo/<path:name>")
def photo(name):
    return send_file(f"/srv/photos/{name}")  # expect: CWE-22
