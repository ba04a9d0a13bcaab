from flask import Flask, request, session

app = Flask(__name__)


@app.post("/tenant")
def tenant():
    session["tenant"] = int(request.form["tenant"])
    return {"ok": True}
