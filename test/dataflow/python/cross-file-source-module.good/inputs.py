from flask import request


def target():
    return request.args.get("next", "/")


def home():
    return "/home?from=" + request.args.get("from", "")
