import random

from flask import Flask, redirect

app = Flask(__name__)


@app.route("/tickets", methods=["POST"])
def ticket():
    generator = random.SystemRandom()
    number = generator.randrange(1000000)
    return redirect("/tickets/%d" % number)
