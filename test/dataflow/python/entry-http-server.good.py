from http.server import BaseHTTPRequestHandler
from os.path import basename


class Files(BaseHTTPRequestHandler):
    def do_GET(self):
        name = basename(self.path)
        with open("/srv/files/" + name, "rb") as file:
            self.wfile.write(file.read())
