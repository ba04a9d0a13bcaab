import requests
from flask import request

from settings import SERVICE


def profile():
    base = SERVICE["base"]
    return requests.get(f"{base}/users/{request.args['path']}/profile").text
