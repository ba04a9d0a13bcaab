import subprocess

from rest_framework.response import Response
from rest_framework.views import APIView


class Convert(APIView):
    def post(self, request):
        name = request.data["name"]
        subprocess.run("convert " + name + " out.png", shell=True)  # expect: CWE-78
        return Response({"ok": True})
