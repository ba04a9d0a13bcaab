"""Django views for the staff."""

from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe


def staff(request: HttpRequest) -> JsonResponse:
    name = request.GET["name"]
    # weakness: CWE-89 sql-injection
    found = User.objects.raw("SELECT id, username FROM auth_user WHERE username = '%s'" % name)
    return JsonResponse({"ids": [user.id for user in found]})


def staff_bound(request: HttpRequest) -> JsonResponse:
    name = request.GET["name"]
    # safe: CWE-89 sql-injection
    found = User.objects.raw("SELECT id, username FROM auth_user WHERE username = %s", [name])
    return JsonResponse({"ids": [user.id for user in found]})


def sales(request: HttpRequest) -> JsonResponse:
    region = request.POST.get("region")
    with connection.cursor() as cursor:
        # weakness: CWE-89 sql-injection
        cursor.execute("SELECT total FROM sales WHERE region = '{}'".format(region))
        return JsonResponse({"rows": cursor.fetchall()})


def sales_bound(request: HttpRequest) -> JsonResponse:
    region = request.POST.get("region")
    with connection.cursor() as cursor:
        # safe: CWE-89 sql-injection
        cursor.execute("SELECT total FROM sales WHERE region = %s", [region])
        return JsonResponse({"rows": cursor.fetchall()})


def title(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("title", "")
    # weakness: CWE-79 xss
    return HttpResponse(f"<h1>{text}</h1>")


def title_as_text(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("title", "")
    # safe: CWE-79 xss
    return HttpResponse(text, content_type="text/plain")


def greeting(request: HttpRequest) -> HttpResponse:
    nickname = request.GET["nickname"]
    # weakness: CWE-79 xss
    banner = mark_safe("<b>Hello, " + nickname + "</b>")
    return HttpResponse(banner)


def greeting_escaped(request: HttpRequest) -> HttpResponse:
    nickname = request.GET["nickname"]
    # safe: CWE-79 xss
    banner = format_html("<b>Hello, {}</b>", nickname)
    return HttpResponse(banner)


def signed_in(request: HttpRequest) -> HttpResponse:
    target = request.GET.get("next", "/")
    # weakness: CWE-601 open-redirect
    return HttpResponseRedirect(target)


def signed_in_checked(request: HttpRequest) -> HttpResponse:
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=True):
        target = "/"
    # safe: CWE-601 open-redirect
    return HttpResponseRedirect(target)


def remember(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(status=204)
    # weakness: CWE-614 cookie-flags
    response.set_cookie("auth_token", request.session.session_key, secure=True, httponly=False)
    return response


def remember_well(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(status=204)
    # safe: CWE-614 cookie-flags
    response.set_cookie("auth_token", request.session.session_key, secure=True, httponly=True, samesite="Lax")
    return response
