from flask import Flask, request

from models import User, db

app = Flask(__name__)


@app.post("/users")
def create():
    fields = request.get_json()
    db.session.add(User(**fields))  # expect: CWE-915
    db.session.commit()
    return {"ok": True}
