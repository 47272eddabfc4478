"""What docs/security.md says of the standard names files and tests that are there."""

from __future__ import annotations

import re
from typing import Final

from tests.conftest import ROOT

_NAMED: Final = re.compile(r"`([^`]+)`")
_COLUMNS: Final = 5


def lines() -> list[list[str]]:
    """The rows of the table: item, what it asks, met, where, test."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def missing(told: str) -> bool:
    """Whether a file, or a test in it, is not there."""
    name, _, test = told.partition("::")
    path = ROOT / name
    if not path.exists():
        return True
    return bool(test) and re.search(rf"^def {test}\(", path.read_text(encoding="utf-8"), re.MULTILINE) is None


def test_the_table_is_whole_and_what_it_names_is_there() -> None:
    found = lines()
    assert len(found) > 45
    assert [row[0] for row in found if len(row) != _COLUMNS or row[2] not in {"yes", "partly", "no"}] == []
    named = [told for row in found for cell in row[3:] for told in _NAMED.findall(cell)]
    assert [told for told in named if missing(told)] == []


def test_what_is_met_names_where_and_its_test() -> None:
    assert [row[0] for row in lines() if row[2] == "yes" and not (row[3] and row[4])] == []


def test_what_is_not_met_is_said_below() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    below = text[text.index("## What is not met") :]
    lacking = [row[0].split(", ")[-1] for row in lines() if row[2] != "yes"]
    assert [item for item in lacking if item not in below] == []


def test_a_test_that_is_not_there_is_caught() -> None:
    assert missing("tests/attack/test_security_table.py::test_that_nobody_wrote")
    assert missing("tests/attack/nothing.py")
    assert not missing("tests/attack/test_security_table.py::test_a_test_that_is_not_there_is_caught")
