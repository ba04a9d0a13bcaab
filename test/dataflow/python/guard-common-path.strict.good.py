import os


def read(base: str, name: str) -> str:
    base = os.path.realpath(base)
    path = os.path.realpath(os.path.join(base, name))
    if os.path.commonpath([base, path]) != base:
        raise ValueError("outside")
    with open(path) as file:
        return file.read()
