"""docs/faults.md out of table.csv: `python -m tests.crash.faults.page` writes it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("table.csv")
PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "faults.md"
NOT_TRIED: Final = "not tried"
FAILS: Final = "no"  # tried, and it is not so
NOTHING: Final = "-"  # there is nothing to be told
PROMISES: Final = ("noticed", "money", "told", "selling")
_COLUMNS: Final = (
    "no.", "fault", "how it is made", "told", "selling again by",
    "noticed", "money right", "cashier told", "sells again",
)  # fmt: skip
_HEAD: Final = """\
# Faults, and what becomes of them

Made of `tests/crash/faults/table.csv` by `python -m tests.crash.faults.page`; a test of the suite fails
where the two differ, or where a test that is named is not there. For each fault: whether it is noticed,
whether the money stays right, whether the cashier is told in words, and whether selling goes on. A link
is the test that shows it; *not tried*: no test shows it; **no**: it was tried, and it is not so; -:
nothing is to be told. No test measures how quickly a cashier is told (the aim is two seconds); a locked
file is told only after the ten seconds that are waited for it.

"""
_FOOT: Final = """
## What is not shown

- SQLite calls a file malformed of which a page was not read (EIO), too. It is looked at a second time, for
  one second at most: of a large file that is spoilt far behind, the first sentence may be that the disk
  cannot be read; `verify` says the rest.
- A drawer is known to stay open only where the printer's address tells how its switch is wired
  (`sensor=`), and twenty seconds after it opened at the earliest (three looks, ten seconds apart).
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A fault; the last four hold ids of tests with blanks between, or one of the three words."""

    number: str
    cell: str  # of design/devices.md 8, of the catalogue of design/reliability.md 6.3, or our own
    fault: str
    provoked: str
    sentence: str  # as the program has it, or a part of it
    again: str
    noticed: str
    money: str
    told: str
    selling: str

    def promise(self, name: str) -> str:
        """What stands for one of `PROMISES`."""
        found: str = getattr(self, name)
        return found

    def tests(self) -> list[str]:
        """All that are named."""
        told = [self.promise(name) for name in PROMISES]
        return [one for cell in told if cell not in {NOT_TRIED, FAILS, NOTHING} for one in cell.split()]

    @property
    def is_whole(self) -> bool:
        """Whether each promise is shown, or has nothing to show."""
        return all(self.promise(name) not in {NOT_TRIED, FAILS} for name in PROMISES)


def read_rows() -> list[Row]:
    """The table; ValueError where a row has not its columns."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    if head != [one.name for one in fields(Row)]:
        raise ValueError(head)
    return [Row(*row) for row in rows]


def page(rows: Sequence[Row]) -> str:
    """The whole text of docs/faults.md."""
    whole = sum(row.is_whole for row in rows)
    counted = f"{len(rows)} faults; of {whole} each promise is shown, of {len(rows) - whole} not each.\n\n"
    head = f"| {' | '.join(_COLUMNS)} |\n{'|---' * len(_COLUMNS)}|\n"
    return _HEAD + counted + head + "".join(map(_line, rows)) + _FOOT


def _line(row: Row) -> str:
    said = f"“{row.sentence}”" if row.sentence else ""
    cells = [row.number, f"{row.fault} ({row.cell})", row.provoked, said, row.again]
    return f"| {' | '.join([*cells, *(_promise(row.promise(name)) for name in PROMISES)])} |\n"


def _promise(told: str) -> str:
    if told == FAILS:
        return "**no**"
    if told == NOT_TRIED:
        return "*not tried*"
    if told == NOTHING:
        return told
    return ", ".join(f"[{_name(one)}](../{one.partition('::')[0]})" for one in told.split())


def _name(test: str) -> str:
    return test.partition("::")[2].removeprefix("test_").replace("_", " ")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(read_rows()), encoding="utf-8")


if __name__ == "__main__":
    main()
