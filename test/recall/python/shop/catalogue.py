"""Products, orders and customers, from SQLite, PostgreSQL and MongoDB."""

import re
import sqlite3

import psycopg2
from flask import Blueprint, Response, abort, jsonify, request
from pymongo import MongoClient
from sqlalchemy import create_engine, text

catalogue = Blueprint("catalogue", __name__)
engine = create_engine("sqlite:///orders.db")
shop_db = MongoClient().shop


class Product:
    def __init__(self) -> None:
        self.title = ""
        self.description = ""
        self.approved = False


@catalogue.route("/products")
def products() -> Response:
    category = request.args.get("category", "")
    with sqlite3.connect("shop.db") as connection:
        cursor = connection.cursor()
        # weakness: CWE-89 sql-injection
        cursor.execute("SELECT id, title FROM products WHERE category = '%s'" % category)
        return jsonify(cursor.fetchall())


@catalogue.route("/v2/products")
def products_bound() -> Response:
    category = request.args.get("category", "")
    with sqlite3.connect("shop.db") as connection:
        cursor = connection.cursor()
        # safe: CWE-89 sql-injection
        cursor.execute("SELECT id, title FROM products WHERE category = ?", (category,))
        return jsonify(cursor.fetchall())


@catalogue.route("/customers/<name>")
def customers(name: str) -> Response:
    connection = psycopg2.connect(service="shop")
    cur = connection.cursor()
    query = f"SELECT id, city FROM customers WHERE name ILIKE '{name}%'"
    # weakness: CWE-89 sql-injection
    cur.execute(query)
    return jsonify(cur.fetchall())


@catalogue.route("/v2/customers/<name>")
def customers_bound(name: str) -> Response:
    connection = psycopg2.connect(service="shop")
    cur = connection.cursor()
    query = "SELECT id, city FROM customers WHERE name ILIKE %(name)s"
    # safe: CWE-89 sql-injection
    cur.execute(query, {"name": name + "%"})
    return jsonify(cur.fetchall())


@catalogue.route("/orders")
def orders() -> Response:
    status = request.args["status"]
    with engine.connect() as connection:
        # weakness: CWE-89 sql-injection
        rows = connection.execute(text("SELECT id FROM orders WHERE status = '" + status + "'"))
        return jsonify([row.id for row in rows])


@catalogue.route("/v2/orders")
def orders_bound() -> Response:
    status = request.args["status"]
    with engine.connect() as connection:
        # safe: CWE-89 sql-injection
        rows = connection.execute(text("SELECT id FROM orders WHERE status = :status"), {"status": status})
        return jsonify([row.id for row in rows])


@catalogue.route("/account", methods=["POST"])
def account() -> Response:
    api_key = request.json["api_key"]
    # weakness: CWE-943 nosql-injection
    found = shop_db.accounts.find_one({"api_key": api_key})
    return jsonify(known=found is not None)


@catalogue.route("/v2/account", methods=["POST"])
def account_checked() -> Response:
    api_key = str(request.json["api_key"])
    # safe: CWE-943 nosql-injection
    found = shop_db.accounts.find_one({"api_key": api_key})
    return jsonify(known=found is not None)


@catalogue.route("/baskets")
def baskets() -> Response:
    owner = request.args["owner"]
    # weakness: CWE-943 nosql-injection
    found = shop_db.baskets.find({"$where": f"this.owner == '{owner}'"})
    return jsonify(count=len(list(found)))


@catalogue.route("/v2/baskets")
def baskets_checked() -> Response:
    owner = request.args["owner"]
    # safe: CWE-943 nosql-injection
    found = shop_db.baskets.find({"owner": {"$eq": owner}})
    return jsonify(count=len(list(found)))


@catalogue.route("/titles")
def titles() -> Response:
    known = ["Kettle", "Teapot", "Toaster"]
    # weakness: CWE-1333 regex-dos
    wanted = re.compile(request.args["title"], re.IGNORECASE)
    return jsonify([title for title in known if wanted.search(title)])


@catalogue.route("/v2/titles")
def titles_escaped() -> Response:
    known = ["Kettle", "Teapot", "Toaster"]
    # safe: CWE-1333 regex-dos
    wanted = re.compile(re.escape(request.args["title"]), re.IGNORECASE)
    return jsonify([title for title in known if wanted.search(title)])


@catalogue.route("/tags", methods=["POST"])
def tags() -> Response:
    tag = request.form["tag"]
    # weakness: CWE-1333 regex-dos
    if not re.match(r"^([a-z0-9]+-?)+$", tag):
        abort(400)
    return jsonify(ok=True)


@catalogue.route("/v2/tags", methods=["POST"])
def tags_linear() -> Response:
    tag = request.form["tag"]
    # safe: CWE-1333 regex-dos
    if not re.match(r"^[a-z0-9]+(-[a-z0-9]+)*$", tag):
        abort(400)
    return jsonify(ok=True)


@catalogue.route("/product", methods=["PATCH"])
def update_product() -> Response:
    product = Product()
    for name, value in request.json.items():
        # weakness: CWE-915 mass-assignment
        setattr(product, name, value)
    return jsonify(title=product.title)


@catalogue.route("/v2/product", methods=["PATCH"])
def update_product_fields() -> Response:
    product = Product()
    for name in ("title", "description"):
        # safe: CWE-915 mass-assignment
        setattr(product, name, request.json.get(name))
    return jsonify(title=product.title)
