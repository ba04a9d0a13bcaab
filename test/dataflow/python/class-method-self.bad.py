import os

from flask import Flask, request

app = Flask(__name__)


class Archive:
    def __init__(self, name):
        self.name = name

    def pack(self):
        os.system(f"tar czf {self.name}.tgz data")  # expect: CWE-78


@app.post("/pack")
def pack():
    Archive(request.form["name"]).pack()
    return {"ok": True}
