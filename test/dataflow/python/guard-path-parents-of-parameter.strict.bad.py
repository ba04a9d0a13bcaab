from pathlib import Path

ROOT = Path("/srv/notes")


def note(name):
    path = ROOT / name
    if ROOT not in path.parents:
        raise ValueError(name)
    return path.read_text()  # expect: CWE-22
