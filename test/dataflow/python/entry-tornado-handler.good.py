import tornado.web
from tornado.escape import xhtml_escape


class Search(tornado.web.RequestHandler):
    def get(self):
        term = self.get_argument("q")
        self.write("<p>Nothing found for " + xhtml_escape(term) + "</p>")
