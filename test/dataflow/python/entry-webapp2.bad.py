import os
import webapp2

class Run(webapp2.RequestHandler):
    def get(self):
        os.system("ls " + self.request.get("folder"))  # expect: CWE-78
