"""Takings: point of sale and back office. `python main.py --help` shows what it can do.

Imports next to nothing: the first window is painted before the rest is loaded (docs/adr/0008).
"""

from __future__ import annotations

import sys


def run() -> int:
    """The entry of the command `takings`; returns the exit code."""
    from cli.main import main

    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
