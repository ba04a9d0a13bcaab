from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/order")
def order():
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(request.data, parser)
    return {"customer": tree.findtext("customer")}
