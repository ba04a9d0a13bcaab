from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
users = MongoClient().shop.users


@app.post("/login")
def login():
    name = request.json["name"]
    if not isinstance(name, str):
        return {"error": "name"}, 400
    return {"known": users.find_one({"name": name}) is not None}
