from flask import Flask, jsonify, request
from sqlalchemy import create_engine, text

app = Flask(__name__)
engine = create_engine("sqlite:///shop.db")


@app.get("/orders")
def orders():
    status = request.args["status"]
    with engine.connect() as connection:
        rows = connection.execute(text(f"SELECT id FROM orders WHERE status = '{status}'"))  # expect: CWE-89
        return jsonify([row.id for row in rows])
