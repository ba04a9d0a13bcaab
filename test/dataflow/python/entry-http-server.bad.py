from http.server import BaseHTTPRequestHandler
from os.path import basename


class Files(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path
        with open("/srv/files/" + name, "rb") as file:  # expect: CWE-22
            self.wfile.write(file.read())
