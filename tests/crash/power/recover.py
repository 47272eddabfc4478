"""A till that comes back after a cut: python -m tests.crash.power.recover FILE

It opens the file as the program does, settles what was open, and sells once.
"""

from __future__ import annotations

import sys

from tests.crash.seller import run

if __name__ == "__main__":
    told: list[str] = []
    run(f"sqlite:///{sys.argv[1]}", "T01", 5, 1, told.append)
    sys.exit(0 if any(line.startswith("ACK") for line in told) else 1)
