"""HTML pages, templates and redirects."""

from urllib.parse import urljoin, urlsplit

import jinja2
from flask import Blueprint, Response, make_response, redirect, render_template_string, request, url_for
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

pages = Blueprint("pages", __name__)

PAGES = {"basket": "catalogue.baskets", "home": "catalogue.products"}


@pages.route("/search")
def search() -> str:
    term = request.args.get("q", "")
    # weakness: CWE-79 xss
    return f"<h1>Results for {term}</h1>"


@pages.route("/v2/search")
def search_escaped() -> str:
    term = request.args.get("q", "")
    # safe: CWE-79 xss
    return f"<h1>Results for {escape(term)}</h1>"


@pages.route("/hello")
def hello() -> Response:
    body = "<p>Hello, " + request.args["name"] + "!</p>"
    # weakness: CWE-79 xss
    response = make_response(body)
    response.headers["Content-Language"] = "en"
    return response


@pages.route("/v2/hello")
def hello_escaped() -> Response:
    body = "<p>Hello, " + str(escape(request.args["name"])) + "!</p>"
    # safe: CWE-79 xss
    response = make_response(body)
    response.headers["Content-Language"] = "en"
    return response


@pages.route("/notice")
def notice() -> str:
    colour = request.args["colour"]
    # weakness: CWE-79 xss
    badge = Markup("<span class='badge %s'></span>" % colour)
    return render_template_string("<p>{{ badge }}</p>", badge=badge)


@pages.route("/v2/notice")
def notice_escaped() -> str:
    colour = request.args["colour"]
    # safe: CWE-79 xss
    badge = Markup("<span class='badge %s'></span>") % colour
    return render_template_string("<p>{{ badge }}</p>", badge=badge)


@pages.route("/login/done")
def login_done() -> Response:
    # weakness: CWE-601 open-redirect
    return redirect(request.args["next"])


@pages.route("/v2/login/done")
def login_done_checked() -> Response:
    target = urljoin(request.host_url, request.args["next"])
    if urlsplit(target).netloc != urlsplit(request.host_url).netloc:
        return redirect(url_for("catalogue.products"))
    # safe: CWE-601 open-redirect
    return redirect(target)


@pages.route("/leave")
def leave() -> Response:
    target = request.values.get("to")
    response = make_response("", 302)
    # weakness: CWE-601 open-redirect
    response.headers["Location"] = target
    return response


@pages.route("/v2/leave")
def leave_to_page() -> Response:
    target = url_for(PAGES.get(request.values.get("to"), "catalogue.products"))
    response = make_response("", 302)
    # safe: CWE-601 open-redirect
    response.headers["Location"] = target
    return response


def newsletter_templates() -> Environment:
    # weakness: CWE-116 template-escaping-off
    return Environment(loader=FileSystemLoader("newsletters"), autoescape=False)


def escaped_newsletter_templates() -> Environment:
    # safe: CWE-116 template-escaping-off
    return Environment(loader=FileSystemLoader("newsletters"), autoescape=True)


def page_templates() -> jinja2.Environment:
    # weakness: CWE-116 template-escaping-off
    return jinja2.Environment(loader=jinja2.PackageLoader("shop"))


def escaped_page_templates() -> jinja2.Environment:
    # safe: CWE-116 template-escaping-off
    return jinja2.Environment(loader=jinja2.PackageLoader("shop"), autoescape=jinja2.select_autoescape())


def render_profile(bio: str) -> str:
    # weakness: CWE-116 template-escaping-off
    return render_template_string("<section>{{ bio | safe }}</section>", bio=bio)


def render_escaped_profile(bio: str) -> str:
    # safe: CWE-116 template-escaping-off
    return render_template_string("<section>{{ bio | trim }}</section>", bio=bio)
