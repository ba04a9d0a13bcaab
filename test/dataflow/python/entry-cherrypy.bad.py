import os
import cherrypy

class Root:
    @cherrypy.expose
    def run(self, folder="."):
        os.system("ls " + folder)  # expect: CWE-78
        return "ok"
