from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/order")
def order():
    parser = etree.XMLParser(resolve_entities=True)
    tree = etree.fromstring(request.data, parser)  # expect: CWE-611
    return {"customer": tree.findtext("customer")}
