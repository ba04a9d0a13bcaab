from urllib.parse import urlparse

from flask import redirect


def leave(target: str):
    if not urlparse(target).path:
        target = "/"
    return redirect(target)  # expect: CWE-601
