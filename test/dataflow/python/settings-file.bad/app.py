import configparser
import hashlib

from flask import Flask, request

app = Flask(__name__)
settings = configparser.ConfigParser()
settings.read("files.ini")


@app.route("/sums", methods=["POST"])
def sums():
    algorithm = settings.get("sums", "algorithm", fallback="sha512")
    return hashlib.new(algorithm, request.get_data()).hexdigest()  # expect: CWE-328
