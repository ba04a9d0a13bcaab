from tornado.web import RequestHandler


class Slashes(RequestHandler):
    def get(self):
        path, *rest = self.request.uri.partition("?")
        path = path.rstrip("/")
        self.redirect("".join([path, *rest]))  # expect: CWE-601
