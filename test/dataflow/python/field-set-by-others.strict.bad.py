import os


class Cleaner(Tool):
    name: str

    def run(self):
        os.remove("/srv/files/" + self.name)  # expect: CWE-22
