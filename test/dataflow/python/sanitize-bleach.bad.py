import bleach
from flask import Flask, render_template, request
from markupsafe import Markup

app = Flask(__name__)


@app.post("/preview")
def preview():
    text = request.form["text"]
    body = Markup(text)  # expect: CWE-79
    return render_template("preview.html", body=body)
