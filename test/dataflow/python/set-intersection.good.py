import subprocess
from flask import request

ALLOWED = {"svn", "git"}


def clone():
    tool = request.args["tool"]
    found = next(iter({tool} & ALLOWED))
    subprocess.run([found, "clone"])
