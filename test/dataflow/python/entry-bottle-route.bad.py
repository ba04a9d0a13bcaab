import html

from bottle import request, route


@route("/hello")
def hello():
    name = request.query.name
    return "<b>Hello " + name + "</b>"  # expect: CWE-79
