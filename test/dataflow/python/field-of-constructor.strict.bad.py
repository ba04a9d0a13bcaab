import os


class Archive:
    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def pack(self):
        os.system("tar cf out.tar " + self.folder)  # expect: CWE-78
