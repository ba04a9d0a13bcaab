import subprocess
from flask import request

OTHERS = {"svn"}


def clone():
    tool = request.args["tool"]
    found = next(iter({tool} | OTHERS))
    subprocess.run([found, "clone"])  # expect: CWE-78
