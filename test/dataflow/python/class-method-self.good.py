import os

from flask import Flask, request

app = Flask(__name__)


class Archive:
    def __init__(self, name):
        self.name = "backup"

    def pack(self):
        os.system(f"tar czf {self.name}.tgz data")


@app.post("/pack")
def pack():
    Archive(request.form["name"]).pack()
    return {"ok": True}
