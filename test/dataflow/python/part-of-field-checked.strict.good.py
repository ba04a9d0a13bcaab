class Pages(RequestHandler):
    def get(self):
        if self.request.path.startswith("//"):
            raise HTTPError(403)
        self.redirect(self.request.path + "/")
