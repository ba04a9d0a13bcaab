import os
import falcon

class Run:
    def on_post(self, req, resp, name):
        os.system("ls /srv")
