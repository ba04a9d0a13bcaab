from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, quote, urlparse


class Search(BaseHTTPRequestHandler):
    def do_GET(self):
        term = parse_qs(urlparse(self.path).query)["q"][0]
        page = "<p>" + term + "</p>"
        self.wfile.write(page.encode())  # expect: CWE-79
