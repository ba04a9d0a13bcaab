class Wrapped:
    def __init__(self, request):
        self.request = request

    def given(self, name):
        return self.request.args.get(name, "")

    def fixed(self, name):
        return "Id"
