"""Reports and maintenance that staff start from the browser."""

import ast
import ipaddress
import os
import subprocess
from os import popen as start

from flask import Blueprint, Response, jsonify, request

operations = Blueprint("operations", __name__)

TOTALS = {"sum": sum, "max": max, "min": min}


@operations.route("/calculate")
def calculate() -> Response:
    # weakness: CWE-95 code-injection
    result = eval(request.args["expression"])
    return jsonify(result=result)


@operations.route("/v2/calculate")
def calculate_literal() -> Response:
    # safe: CWE-95 code-injection
    result = ast.literal_eval(request.args["expression"])
    return jsonify(result=result)


@operations.route("/macro", methods=["POST"])
def macro() -> Response:
    names = {"rows": [1, 2, 3]}
    source = "total = " + request.form["formula"]
    # weakness: CWE-95 code-injection
    exec(source, names)
    return jsonify(total=names["total"])


@operations.route("/v2/macro", methods=["POST"])
def macro_by_name() -> Response:
    total = TOTALS[request.form["formula"]]
    # safe: CWE-95 code-injection
    result = total([1, 2, 3])
    return jsonify(total=result)


@operations.route("/ping")
def ping() -> Response:
    host = request.args["host"]
    # weakness: CWE-78 command-injection
    status = os.system("ping -c 1 " + host)
    return jsonify(reachable=status == 0)


@operations.route("/v2/ping")
def ping_address() -> Response:
    host = str(ipaddress.ip_address(request.args["host"]))
    # safe: CWE-78 command-injection
    status = subprocess.call(["ping", "-c", "1", host])
    return jsonify(reachable=status == 0)


@operations.route("/logs")
def logs() -> Response:
    pattern = request.args.get("pattern")
    # weakness: CWE-78 command-injection
    found = subprocess.run(f"grep '{pattern}' server.log", shell=True, capture_output=True, text=True)
    return jsonify(lines=found.stdout.splitlines())


@operations.route("/v2/logs")
def logs_without_shell() -> Response:
    pattern = request.args.get("pattern")
    # safe: CWE-78 command-injection
    found = subprocess.run(["grep", "-F", "-e", pattern, "--", "server.log"], capture_output=True, text=True)
    return jsonify(lines=found.stdout.splitlines())


@operations.route("/disk/<volume>")
def disk(volume: str) -> Response:
    command = "df -h {}".format(volume)
    # weakness: CWE-78 command-injection
    output = start(command).read()
    return jsonify(output=output)


@operations.route("/v2/disk/<int:volume>")
def disk_by_number(volume: int) -> Response:
    command = "df -h /volumes/{}".format(int(volume))
    # safe: CWE-78 command-injection
    output = start(command).read()
    return jsonify(output=output)
