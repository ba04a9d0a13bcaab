import os


def clean(name):
    return os.path.basename(name)
