"""A report of a plug-in as a file for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from app.kernel.refusal import Refusal
from app.kernel.text import as_cell
from app.plugins.contract import Table


class TableNotWrittenError(Refusal):
    """The file cannot be written."""

    message = "{path} cannot be written ({detail}). Choose another folder."


def write_table(path: Path, made: Table) -> int:
    """Write a CSV file (UTF-8 with a mark, commas); a cell that a spreadsheet would reckon is kept a text.

    Returns:
        How many lines it has below the headings.

    Raises:
        TableNotWrittenError: the file cannot be written.
    """
    text = StringIO()
    csv.writer(text).writerows([[_kept(cell) for cell in line] for line in (made.headings, *made.lines)])
    write_file(path, text.getvalue().encode("utf-8-sig"))
    return len(made.lines)


def write_file(path: Path, content: bytes) -> None:
    """Write what a plug-in made.

    Raises:
        TableNotWrittenError: the file cannot be written.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise TableNotWrittenError(path=path, detail=error.strerror) from error


def _kept(text: str) -> str:
    """Numbers stay numbers, also below zero."""
    return text if text.removeprefix("-").replace(".", "", 1).isdigit() else as_cell(text)
