"""Sign-in, tokens and signatures."""

import hashlib
import hmac
import logging
import os
import random
import secrets
import string

import jwt
from flask import Blueprint, Response, abort, jsonify, request

auth = Blueprint("auth", __name__)
logger = logging.getLogger(__name__)

PUBLIC_KEY = os.environ["JWT_PUBLIC_KEY"]
PRIVATE_KEY = os.environ["JWT_PRIVATE_KEY"]


def new_reset_token() -> str:
    alphabet = string.ascii_letters + string.digits
    # weakness: CWE-338 insecure-random
    token = "".join(random.choice(alphabet) for _ in range(32))
    return token


def new_strong_reset_token() -> str:
    alphabet = string.ascii_letters + string.digits
    # safe: CWE-338 insecure-random
    token = "".join(secrets.choice(alphabet) for _ in range(32))
    return token


def one_time_password() -> str:
    # weakness: CWE-338 insecure-random
    otp = random.randint(100000, 999999)
    return str(otp)


def strong_one_time_password() -> str:
    # safe: CWE-338 insecure-random
    otp = 100000 + secrets.randbelow(900000)
    return str(otp)


def retry_delay(attempt: int) -> float:
    # safe: CWE-338 insecure-random
    jitter = random.uniform(0, 0.1)
    return 0.05 * 2**attempt + jitter


@auth.route("/me")
def me() -> Response:
    token = request.headers["Authorization"].removeprefix("Bearer ")
    # weakness: CWE-347 jwt-misuse
    claims = jwt.decode(token, options={"verify_signature": False})
    return jsonify(user=claims["sub"])


@auth.route("/v2/me")
def me_checked() -> Response:
    token = request.headers["Authorization"].removeprefix("Bearer ")
    # safe: CWE-347 jwt-misuse
    claims = jwt.decode(token, PUBLIC_KEY, algorithms=["RS256"])
    return jsonify(user=claims["sub"])


def guest_token(guest: str) -> str:
    # weakness: CWE-347 jwt-misuse
    return jwt.encode({"sub": guest}, None, algorithm="none")


def signed_guest_token(guest: str) -> str:
    # safe: CWE-347 jwt-misuse
    return jwt.encode({"sub": guest}, PRIVATE_KEY, algorithm="RS256")


@auth.route("/webhook", methods=["POST"])
def webhook() -> Response:
    key = os.environ["WEBHOOK_KEY"].encode()
    expected = hmac.new(key, request.data, hashlib.sha256).hexdigest()
    # weakness: CWE-208 timing-unsafe-comparison
    if request.headers.get("X-Signature") != expected:
        abort(403)
    return jsonify(ok=True)


@auth.route("/v2/webhook", methods=["POST"])
def webhook_checked() -> Response:
    key = os.environ["WEBHOOK_KEY"].encode()
    expected = hmac.new(key, request.data, hashlib.sha256).hexdigest()
    # safe: CWE-208 timing-unsafe-comparison
    if not hmac.compare_digest(request.headers.get("X-Signature", ""), expected):
        abort(403)
    return jsonify(ok=True)


def is_partner(api_key: str) -> bool:
    # weakness: CWE-208 timing-unsafe-comparison
    return api_key == os.environ["PARTNER_API_KEY"]


def is_checked_partner(api_key: str) -> bool:
    # safe: CWE-208 timing-unsafe-comparison
    return secrets.compare_digest(api_key.encode(), os.environ["PARTNER_API_KEY"].encode())


@auth.route("/login", methods=["POST"])
def login() -> Response:
    password = request.form["password"]
    # weakness: CWE-532 secret-logged
    logger.info("sign-in with password %s", password)
    return jsonify(ok=True)


@auth.route("/v2/login", methods=["POST"])
def login_quietly() -> Response:
    password = request.form["password"]
    # safe: CWE-532 secret-logged
    logger.info("sign-in, password given: %s", bool(password))
    return jsonify(ok=True)


def report_refresh(user_id: int, access_token: str) -> None:
    # weakness: CWE-532 secret-logged
    print(f"refreshed user {user_id}: access_token={access_token}")


def report_refresh_quietly(user_id: int) -> None:
    # safe: CWE-532 secret-logged
    print(f"refreshed user {user_id}: access_token renewed")
