from flask import Flask, jsonify, request
from lxml import etree

app = Flask(__name__)


class Queries:
    @staticmethod
    def person(name):
        return "//person[@name='" + name.replace("'", "") + "']"


@app.get("/staff")
def staff():
    tree = etree.parse("staff.xml")
    return jsonify(tree.xpath(Queries.person(request.args["name"])))
