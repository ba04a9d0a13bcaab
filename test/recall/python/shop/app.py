"""The shop's Flask application: set-up, cookies and cross-origin access."""

import os

from flask import Flask, Response, jsonify, make_response, request
from flask_cors import CORS

app = Flask(__name__)
app.secret_key = os.environ["SHOP_SECRET_KEY"]
app.config["SESSION_COOKIE_SECURE"] = True
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
app.config["MAX_CONTENT_LENGTH"] = 4 * 1024 * 1024


def open_to_all(api: Flask) -> None:
    # weakness: CWE-942 cors-wildcard-credentials
    CORS(api, origins="*", supports_credentials=True)


def open_to_partners(api: Flask) -> None:
    # safe: CWE-942 cors-wildcard-credentials
    CORS(api, origins=["https://partner.example.com"], supports_credentials=True)


@app.route("/stock")
def stock() -> Response:
    response = jsonify(kettle=4, teapot=0)
    # weakness: CWE-942 cors-wildcard-credentials
    response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response


@app.route("/v2/stock")
def stock_for_partner() -> Response:
    response = jsonify(kettle=4, teapot=0)
    # safe: CWE-942 cors-wildcard-credentials
    response.headers["Access-Control-Allow-Origin"] = "https://partner.example.com"
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response


@app.route("/session", methods=["POST"])
def start_session() -> Response:
    response = make_response("", 204)
    session_id = os.urandom(16).hex()
    # weakness: CWE-614 cookie-flags
    response.set_cookie("session_id", session_id)
    return response


@app.route("/v2/session", methods=["POST"])
def start_checked_session() -> Response:
    response = make_response("", 204)
    session_id = os.urandom(16).hex()
    # safe: CWE-614 cookie-flags
    response.set_cookie("session_id", session_id, secure=True, httponly=True, samesite="Lax")
    return response


def create_demo() -> Flask:
    demo = Flask("demo")
    # weakness: CWE-321 hard-coded-key
    demo.secret_key = "qW8nZr41-vbTy60"
    return demo


def create_shop() -> Flask:
    shop = Flask("shop")
    # safe: CWE-321 hard-coded-key
    shop.secret_key = os.environ["SHOP_SECRET_KEY"]
    return shop


def serve() -> None:
    # weakness: CWE-489 debug-mode
    app.run(port=8080, debug=True)


def serve_quietly() -> None:
    # safe: CWE-489 debug-mode
    app.run(port=8080, debug=False)
