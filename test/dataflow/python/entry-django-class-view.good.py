from django.http import HttpResponse
from django.utils.html import format_html
from django.views import View


class Greeting(View):
    def post(self, request):
        name = request.POST["name"]
        return HttpResponse(format_html("<p>Hello {}</p>", name))
