import bleach
from flask import Flask, render_template, request
from markupsafe import Markup

app = Flask(__name__)


@app.post("/preview")
def preview():
    text = request.form["text"]
    text = bleach.clean(text)
    body = Markup(text)
    return render_template("preview.html", body=body)
