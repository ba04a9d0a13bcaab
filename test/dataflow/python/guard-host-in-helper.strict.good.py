from urllib.parse import urlsplit

import requests

ALLOWED = {"status.example.com"}


def check(target: str) -> str:
    if urlsplit(target).hostname not in ALLOWED:
        raise ValueError("not allowed")
    return target


def proxy(target: str) -> str:
    return requests.get(check(target), timeout=5).text
