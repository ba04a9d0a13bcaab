from flask import Flask, request

app = Flask(__name__)


class Upload:
    def __init__(self, title, number):
        self.title = title
        self.number = number

    @property
    def path(self):
        return f"uploads/{self.number:08d}"


@app.post("/upload")
def upload():
    target = Upload(request.form["title"], int(request.form["number"]))
    with open(target.path, "wb") as file:
        file.write(b"")
    return {"ok": True}
