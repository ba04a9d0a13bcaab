import os
import webapp2

class Run(webapp2.RequestHandler):
    def get(self):
        os.system("ls /srv")
