import requests
from flask import request

from settings import is_known_user


def preview():
    url = request.args["url"]
    if not is_known_user(request.args["user"]):
        return "no"
    return requests.get(url).text  # expect: CWE-918
