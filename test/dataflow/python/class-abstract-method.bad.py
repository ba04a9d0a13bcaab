import os
import abc

from flask import Flask, request

app = Flask(__name__)


class Frame(abc.ABC):
    def render(self, value):
        return "".join([self.before(), self.body(value)])

    def before(self):
        return ""

    @abc.abstractmethod
    def body(self, value):
        ...


class Open(Frame):
    def body(self, value):
        return value


class Closed(Frame):
    def body(self, value):
        return "x"


@app.get("/show")
def show():
    user = request.args["q"]
    out = Open().render(user)
    os.system("ls " + out)  # expect: CWE-78
    return "ok"
