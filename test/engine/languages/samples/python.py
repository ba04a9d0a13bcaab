"""Accounts: what a program in Python is made of."""
from __future__ import annotations

import hashlib as h, os
import subprocess
from dataclasses import dataclass, field
from typing import (
    Any,
    Iterable as It,
)

LIMIT: int = 10_000
NAMES = ["a", "b"] + ["c"]
first, *rest = (1, 2, 3)


@dataclass(frozen=True)
class Account(Base, metaclass=Meta):
    """An account."""

    name: str
    roles: list[str] = field(default_factory=list)
    count = 0

    def __init__(self, name, /, role="user", *args: Any, key: bytes = b"\x00", **options) -> None:
        super().__init__(name)
        self.name = name or f"account-{self.count!r:>{10}}"
        self.options = {"role": role, **options}

    @property
    def digest(self):
        return h.md5(self.name.encode("utf-8")).hexdigest()

    @app.route("/run", methods=["GET", "POST"])
    async def run(self, command: str, shell: bool = True):
        async with self.lock as lock, open("/tmp/log", "a") as log:
            log.write("running %s\n" % command)
            result = await lock.call(subprocess.Popen(command, shell=shell))
        return result if result is not None else {}


def query(cursor, table, ids=()):
    global LIMIT
    try:
        if len(ids) > LIMIT and not table.startswith("tmp"):
            raise ValueError("too many: " + str(len(ids))) from None
        elif ids:
            cursor.execute("SELECT * FROM " + table + " WHERE id IN (%s)" % ",".join(ids))
        else:
            cursor.execute(f"SELECT * FROM {table}")
    except (OSError, ValueError) as error:
        print("failed", error, file=log)
    except Exception:
        pass
    else:
        return [row for row in cursor.fetchall() if row[0] not in NAMES and row[-1:]]
    finally:
        cursor.close()
    return None


for index, name in enumerate(NAMES):
    LIMIT += index
    if name == "b":
        continue
else:
    LIMIT -= 1

while (chunk := rest.pop()) > 0:
    del NAMES[0], chunk
    assert chunk, "gone"

match first:
    case 1 | 2:
        os.system("ls " + NAMES[0])
    case {"kind": kind, **others} if others:
        eval(kind)
    case _:
        pass

squares = {n: n**2 for n in range(10)}
handler = lambda request, *args: request.args.get("id", default=-1) if args else None
text = "one" "two" r"\d+"
print(*[x for x in squares], sep=", ", end="")
with open(os.path.join("/tmp", name)) as source:
    data = [line.strip() for line in source]
