"""The page of figures names benches that are there, and all of them."""

from __future__ import annotations

import re
from pathlib import Path

from bench.__main__ import NAMES, PEERS

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "performance.md"


def test_every_bench_of_the_page_is_there_and_every_bench_is_on_the_page() -> None:
    named: set[str] = set()
    for row in re.findall(r"^\|.*\|$", PAGE.read_text("utf-8"), flags=re.MULTILINE):
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) == 5:  # what, bench, found, aim, verdict
            named |= set(re.findall(r"`(\w+)`", cells[1]))
    assert named - {*NAMES, *PEERS} == set()
    assert set(NAMES) - named == set()
    assert all((ROOT / "bench" / f"{name}.py").is_file() for name in named)


def test_every_bench_is_told_of_in_the_readme() -> None:
    text = (ROOT / "bench" / "README.md").read_text("utf-8")
    assert [name for name in (*NAMES, *PEERS) if f"| `{name}` |" not in text] == []
