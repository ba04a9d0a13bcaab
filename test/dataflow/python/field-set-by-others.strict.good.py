import os


class Cleaner(Tool):
    name: str

    def run(self):
        os.remove("/srv/files/" + os.path.basename(self.name))
