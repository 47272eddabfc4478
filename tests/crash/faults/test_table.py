"""The table of faults names tests that are there, words that the program has, and each cell of the design."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import Final

import pytest

from tests.conftest import ROOT
from tests.crash.faults.page import FAILS, NOT_TRIED, NOTHING, PAGE, PROMISES, page, read_rows

# design/devices.md 8, a row of it after the other
DEVICES: Final = (
    "cut in mid-print", "printer off", "paper out before", "paper out in the middle",
    "cover open before", "cover open in the middle", "paper near end", "slow", "never reads",
    "garbage status", "unsolicited status", "power cycle between jobs", "killed while sending",
    "killed while card UNKNOWN", "drawer no answer", "drawer stays open", "drawer stuck closed",
    "scanner half frame", "scanner no suffix", "scanner GS lost", "scanner double scan",
    "scanner 10 kB junk", "scanner Enter in a dialog", "wedge typing", "wedge auto-repeat",
    "wedge frozen UI", "scale motion", "scale over", "scale under", "scale parity junk", "scale silent",
    "scale same weight twice", "display unplugged", "card refused connect", "card T3", "card declined",
    "card cut before 04 0F", "card cut after 04 0F", "card wrong amount", "card late approval",
    "card no 04 0F", "card end of day", "text ESC/GS/DLE", "text emoji", "text 500 characters",
    "text RTL", "text amounts",
)  # fmt: skip
# of design/reliability.md 6.3: storage, machine and network
CATALOGUE: Final = range(104, 116)
ROWS: Final = read_rows()
_AT_LEAST: Final = 40


@lru_cache
def functions_in(file: str) -> frozenset[str]:
    """Names of the functions of a file; none where it is not there."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef))


def is_there(test: str) -> bool:
    """Whether there is a test of that id."""
    file, _, name = test.partition("::")
    return name.startswith("test_") and name in functions_in(file)


def test_each_test_that_is_named_is_there() -> None:
    assert [(row.number, test) for row in ROWS for test in row.tests() if not is_there(test)] == []


@pytest.mark.parametrize(
    "test", ["tests/crash/nothing.py::test_x", "tests/crash/test_kill.py::test_x", "tests/crash"]
)
def test_a_test_that_is_not_there_is_caught(test: str) -> None:
    assert not is_there(test)


def test_each_cell_of_the_design_has_its_row() -> None:
    named = [row.cell for row in ROWS]
    assert len(set(named)) == len(named)
    assert [one for one in DEVICES if f"devices: {one}" not in named] == []
    numbers = {row.cell.removeprefix("catalogue ")[:3] for row in ROWS if row.cell.startswith("catalogue ")}
    # a display that is gone (103) is a cell of the devices
    assert [number for number in CATALOGUE if str(number) not in numbers] == []


def test_rows_are_numbered_and_say_in_each_place_what_may_stand_there() -> None:
    assert [row.number for row in ROWS] == [str(n) for n in range(1, len(ROWS) + 1)]
    empty = [row.number for row in ROWS for name in PROMISES if not row.promise(name)]
    # only of what is told can there be nothing
    none = [
        row.number for row in ROWS for name in PROMISES if name != "told" and row.promise(name) == NOTHING
    ]
    assert (empty, none) == ([], [])


def test_forty_kinds_keep_every_promise() -> None:
    assert sum(row.is_whole for row in ROWS) >= _AT_LEAST


def test_what_is_told_is_a_sentence_of_the_program() -> None:
    root = ET.parse(ROOT / "resources" / "translations" / "takings_de.ts").getroot()  # noqa: S314 - our own
    texts = [one.text or "" for one in root.iter("source")]
    assert [row.number for row in ROWS if not any(row.sentence in text for text in texts)] == []


def test_the_page_is_in_step_and_says_what_is_not_so() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(ROWS), "run: python -m tests.crash.faults.page"
    assert text.count("*not tried*") == 1 + sum(row.promise(p) == NOT_TRIED for row in ROWS for p in PROMISES)
    assert text.count("**no**") == 1 + sum(row.promise(p) == FAILS for row in ROWS for p in PROMISES)
