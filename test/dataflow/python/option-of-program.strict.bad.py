import subprocess


class Repository:
    def __init__(self, folder):
        self.folder = folder

    def switch(self, revision):
        subprocess.check_call(["hg", "update", revision], cwd=self.folder)  # expect: CWE-88
