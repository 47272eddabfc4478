"""Receipt, X and Z on paper of 58 and 80 mm: no amount is ever cut or broken, however large."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from app.documents.receipt import receipt_paper
from app.documents.shift_paper import shift_paper
from drivers.printer.escpos_format import EscposFormat
from tests.drivers.byte_reader import ByteReader
from tests.unit.documents.test_papers import REPORT, SALE, company

AMOUNT = re.compile(r"-?\d[\d.,]*[.,]\d\d\b")
THOUSAND = 1000


def grown(value: Any, factor: int) -> Any:
    """The same document with every amount so many times as large."""
    if isinstance(value, tuple):
        return tuple(grown(x, factor) for x in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {f.name: grown(getattr(value, f.name), factor) for f in fields(value)}
    grew = {name: x * factor for name, x in changed.items() if name.endswith("_minor") and x}
    return replace(value, **changed | grew)


def printed(name: str, language: str, columns: int, *, large: bool) -> list[str]:
    """The lines that a printer of that width is told."""
    ours = company(language)
    factor = THOUSAND if large else 1
    if name == "receipt":
        paper = receipt_paper(grown(SALE, factor), ours, till_code="T01")
    else:
        report = grown(REPORT, factor)
        paper = shift_paper(replace(report, z_number=None) if name == "x" else report, ours)
    reader = ByteReader()
    reader.feed(EscposFormat(columns=columns).job(paper))
    assert reader.complaints == []
    assert reader.papers[0].images == 0
    return reader.papers[0].lines


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["receipt", "x", "z"])
@pytest.mark.parametrize("columns", [32, 42, 48])
def test_every_amount_is_whole_on_every_width_of_paper(
    name: str, language: str, columns: int, *, large: bool
) -> None:
    wide = AMOUNT.findall("\n".join(printed(name, language, 64, large=large)))
    lines = printed(name, language, columns, large=large)
    assert len(wide) > 10
    assert AMOUNT.findall("\n".join(lines)) == wide
    assert max(len(line) for line in lines) <= columns
