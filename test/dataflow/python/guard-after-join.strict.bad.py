import os


def note(folder, name):
    path = os.path.join(folder, name)
    if ".." in folder:
        raise ValueError(name)
    with open(path) as file:  # expect: CWE-22
        return file.read()
