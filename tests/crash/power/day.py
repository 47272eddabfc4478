"""The till that is recorded: python -m tests.crash.power.day FILE SAID SALES [SYNCHRONOUS]

SYNCHRONOUS is PRAGMA synchronous, 2 as the program sets it; 1 is the losing variant.
"""

from __future__ import annotations

import os
import sys

from app.db import engine
from tests.crash.seller import run, say_to


def main() -> None:
    """Sell, and tell a file what was told the cashier."""
    path, said, sales, *weaker = sys.argv[1:]
    if weaker:
        pragmas = dict(engine.PRAGMAS)
        pragmas["synchronous"] = (weaker[0], int(weaker[0]))
        engine.PRAGMAS = pragmas  # type: ignore[misc]
    handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    run(f"sqlite:///{path}", "T01", 11, int(sales), say_to(handle))


if __name__ == "__main__":
    main()
