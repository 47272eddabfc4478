"""What a command says: sentences for people, or one JSON object for programs; never both."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

_WIDTH: Final = 30


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Path, frozenset, set)):
        return str(value) if isinstance(value, Path) else sorted(value)
    return str(value)


class Output:
    """Where a command's words go."""

    def __init__(self, *, as_json: bool, quiet: bool = False) -> None:
        self.as_json = as_json
        self._quiet = quiet

    def say(self, text: str = "") -> None:
        """A line for people."""
        if not self.as_json and not self._quiet:
            print(text)

    def give(self, **values: object) -> None:
        """The answer for programs."""
        if self.as_json:
            print(json.dumps(values, default=_plain, ensure_ascii=False))

    def refuse(self, kind: str, message: str, exit_code: int) -> int:
        """What went wrong, in one sentence; returns the exit code."""
        if self.as_json:
            print(json.dumps({"error": kind, "message": message, "exit_code": exit_code}, ensure_ascii=False))
        else:
            print(message, file=sys.stderr)
        return exit_code


class ProgressBar:
    """A bar on a terminal, nothing elsewhere: a log file is not to be filled with bars."""

    def __init__(self, title: str, output: Output) -> None:
        self._title = title
        self._shown = sys.stderr.isatty() and not output.as_json

    def __call__(self, done: int, whole: int, what: str = "") -> None:
        """Show how far it is."""
        if not self._shown:
            return
        filled = _WIDTH * done // max(whole, 1)
        bar = "#" * filled + "." * (_WIDTH - filled)
        end = "\n" if done >= whole else ""
        sys.stderr.write(f"\r{self._title} [{bar}] {100 * done // max(whole, 1):3d} % {what[:28]:28}{end}")
        sys.stderr.flush()


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows as lines with their columns below each other."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))] if rows else []
    return ["  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
