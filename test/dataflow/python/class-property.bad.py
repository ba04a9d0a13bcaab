from flask import Flask, request

app = Flask(__name__)


class Upload:
    def __init__(self, title, number):
        self.title = title
        self.number = number

    @property
    def path(self):
        return "uploads/" + self.title


@app.post("/upload")
def upload():
    target = Upload(request.form["title"], int(request.form["number"]))
    with open(target.path, "wb") as file:  # expect: CWE-22
        file.write(b"")
    return {"ok": True}
