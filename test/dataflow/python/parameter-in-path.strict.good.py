from pathlib import Path


class Reports:
    def load(self, path: Path) -> bytes:
        return path.read_bytes()
