from urllib.parse import urlparse

from flask import redirect


def is_local(target: str) -> bool:
    parts = urlparse(target)
    return not parts.scheme and not parts.netloc and target.startswith("/")


def leave(target: str):
    if not is_local(target):
        target = "/"
    return redirect(target)
