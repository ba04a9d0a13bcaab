import subprocess

from flask import Flask, request

app = Flask(__name__)


def convert(source, size="64x64"):
    subprocess.run(f"convert {source} -resize {size} out.png", shell=True, check=True)  # expect: CWE-78


@app.post("/thumbnail")
def thumbnail():
    convert("in.png", size=request.form["size"])
    return {"ok": True}
