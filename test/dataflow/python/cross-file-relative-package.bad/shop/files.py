import os

MANUALS = "/srv/manuals"


def load(name):
    with open(os.path.join(MANUALS, name)) as manual:  # expect: CWE-22
        return manual.read()
