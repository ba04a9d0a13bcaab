import os


class Archive:
    def __init__(self, folder):
        super().__init__()
        self.folder = int(folder)

    def pack(self):
        os.system("tar cf out.tar %d" % self.folder)
