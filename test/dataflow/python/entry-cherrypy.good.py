import os
import cherrypy

class Root:
    @cherrypy.expose
    def run(self, folder="."):
        os.system("ls /srv")
        return "ok"
