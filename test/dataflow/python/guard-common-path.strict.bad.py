import os


def read(base: str, name: str) -> str:
    path = os.path.join(base, name)
    if os.path.commonpath([base, path]) != base:
        raise ValueError("outside")
    with open(path) as file:  # expect: CWE-22
        return file.read()
