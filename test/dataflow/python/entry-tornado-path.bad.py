import os
import tornado.web

class Run(tornado.web.RequestHandler):
    def get(self, folder):
        os.system("ls " + self.path_kwargs["folder"])  # expect: CWE-78
