import requests
from flask import request

from settings import SERVICE


def profile():
    base = SERVICE["base"]
    return requests.get(f"{base}{request.args['path']}/profile").text  # expect: CWE-918
