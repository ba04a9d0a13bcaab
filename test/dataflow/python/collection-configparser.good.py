import configparser
import os

from flask import Flask, request

app = Flask(__name__)


@app.post("/job")
def job():
    config = configparser.ConfigParser()
    config.add_section("job")
    config.set("job", "fixed", "nightly")
    config.set("job", "given", request.form["name"])
    os.system("run-job " + config.get("job", "fixed"))
    return {"ok": True}
