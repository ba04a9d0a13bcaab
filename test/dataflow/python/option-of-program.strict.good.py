import subprocess


class Repository:
    def __init__(self, folder):
        self.folder = folder

    def switch(self, revision):
        if revision.startswith("-"):
            raise ValueError("no revision")
        subprocess.check_call(["hg", "update", revision], cwd=self.folder)
