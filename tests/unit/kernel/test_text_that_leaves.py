"""Text that leaves the house: cells of a spreadsheet and names of files."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import as_cell, file_name, from_cell

_TEXT = st.text(alphabet="=+-@\t\r\n',;\"aZ9 \uff1d\uff20", max_size=12)


@given(_TEXT)
def test_a_cell_is_no_formula_by_whatever_sign_the_line_is_divided(text: str) -> None:
    for delimiter in (",", ";", "\t"):
        out = StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerow(["x", as_cell(text), "y"])
        cells = re.split("[,;\t\r\n]", out.getvalue())
        assert not [c for c in cells if re.match('"?[=+@\uff1d\uff20-]', c)], out.getvalue()


@given(_TEXT)
def test_a_cell_that_is_read_again_is_the_text_that_was_written(text: str) -> None:
    assert from_cell(as_cell(text)) == text


def test_a_harmless_text_is_its_own_cell() -> None:
    for text in ("Tea & milk", "-", "'s-Hertogenbosch", "a = b", "5 - 3", ""):
        assert from_cell(as_cell(text)) == text
        assert as_cell(text) == (f"'{text}" if text == "-" else text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RE 2026-001.pdf", "RE 2026-001.pdf"), ("../../etc/passwd", "_-.-etc-passwd"),
        ("/etc/passwd", "_-etc-passwd"), ("C:\\x", "C--x"), ("nul.pdf", "_nul.pdf"), ("...", "_"),
        ("a\x00b\u202egpj.exe", "a b gpj.exe"), ("$(reboot);`id`.xml", "_--reboot---id-.xml"),
        ("Müller & Söhne.pdf", "Müller - Söhne.pdf"),
    ],
)  # fmt: skip
def test_a_name_of_a_file_stays_in_its_folder(text: str, name: str) -> None:
    assert file_name(text) == name
    assert Path("/folder", file_name(text)).parent == Path("/folder")


@given(st.text())
def test_any_text_names_a_file(text: str) -> None:
    name = file_name(text)
    assert name
    assert len(name) <= 151
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f]|\.\.|^[.\s-]|[.\s]$', name)
