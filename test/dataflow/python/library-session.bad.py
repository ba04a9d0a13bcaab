from flask import Flask, request, session

app = Flask(__name__)


@app.post("/tenant")
def tenant():
    session["tenant"] = request.form["tenant"]  # expect: CWE-501
    return {"ok": True}
