import os
import re

from flask import request


@app.get("/ping")
def ping():
    host = request.args["host"]
    found = re.match(r"[a-z.]+", host)
    if found is None:
        return "bad host", 400
    os.system("ping -c 1 " + host)  # expect: CWE-78
    return "done"
