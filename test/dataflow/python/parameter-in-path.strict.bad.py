from pathlib import Path

ROOT = Path("/srv/reports")


class Reports:
    def load(self, name: str) -> bytes:
        return (ROOT / name).read_bytes()  # expect: CWE-22
