class Pages(RequestHandler):
    def get(self):
        self.redirect(self.request.path + "/")  # expect: CWE-601
