import ast

from flask import Flask, request

app = Flask(__name__)


@app.get("/sum")
def total():
    terms = request.args["terms"]
    return {"sum": sum(ast.literal_eval(terms))}
