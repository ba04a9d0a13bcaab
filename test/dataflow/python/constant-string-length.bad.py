from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)
MODE = "strict"


@app.get("/book")
def book():
    isbn = request.args["isbn"]
    if len(MODE) > 6:
        isbn = "0-00"
    tree = etree.parse("books.xml")
    return jsonify(tree.xpath("//book[@isbn='" + isbn + "']"))  # expect: CWE-643
