from flask import Flask, request

from models import User, db

app = Flask(__name__)


@app.post("/users")
def create():
    fields = request.get_json()
    db.session.add(User(name=fields["name"], email=fields["email"]))
    db.session.commit()
    return {"ok": True}
