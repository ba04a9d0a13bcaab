import requests
from flask import request

from settings import check_url


def preview():
    url = request.args["url"]
    ok, problem = check_url(url)
    if not ok:
        return problem
    return requests.get(url).text
