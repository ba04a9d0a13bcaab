from pathlib import Path

ROOT = Path("/srv/notes")


def note(name):
    path = (ROOT / name).resolve()
    if ROOT not in path.parents:
        raise ValueError(name)
    return path.read_text()
