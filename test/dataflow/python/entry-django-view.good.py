from django.db import connection
from django.http import JsonResponse


def customers(request):
    city = request.GET.get("city", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM customers WHERE city = %s", [city])
        return JsonResponse({"rows": cursor.fetchall()})
