import hashlib
import pickle
import sqlite3
import subprocess

import requests
import yaml
from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/report")
def report():
    name = request.args["name"]
    return subprocess.check_output("make-report " + name, shell=True)


@app.route("/orders")
def orders():
    connection = sqlite3.connect("shop.db")
    rows = connection.execute(f"SELECT * FROM orders WHERE customer = '{request.args['customer']}'")
    return {"orders": rows.fetchall()}


@app.route("/basket", methods=["POST"])
def basket():
    return {"basket": pickle.loads(request.data)}


@app.route("/settings", methods=["POST"])
def settings():
    return yaml.load(request.data, Loader=yaml.Loader)


@app.route("/login", methods=["POST"])
def login():
    digest = hashlib.md5(request.form["password"].encode()).hexdigest()
    requests.post("https://accounts.example/login", data={"digest": digest}, verify=False)
    return redirect(request.args["next"])


if __name__ == "__main__":
    app.run(debug=True)
