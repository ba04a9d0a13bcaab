import requests
from flask import Flask, request

app = Flask(__name__)


class Source:
    def address(self, given):
        return given


class FixedSource(Source):
    def address(self, given):
        return "https://feeds.example/all"


@app.get("/feed")
def feed():
    source = Source()
    return {"feed": requests.get(source.address(request.args["url"]), timeout=3).text}  # expect: CWE-918
