import os
import shlex


class Index:
    def find(self, name, depth):
        for link in self.links(name):
            self.fetch(link.address, depth)

    def fetch(self, address, depth):
        self._clone(address)
        if depth > 0:
            self.find(address, depth - 1)

    def _clone(self, address):
        os.system("git clone " + shlex.quote(address))
