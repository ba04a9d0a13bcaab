from tornado.web import RequestHandler


class Slashes(RequestHandler):
    def get(self):
        path, *rest = self.request.uri.partition("?")
        path = "/" + path.strip("/")
        self.redirect("".join([path, *rest]))
