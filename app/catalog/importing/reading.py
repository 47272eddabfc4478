"""Lines out of a file, one after the other, whatever wrote it.

Encodings: UTF-8 with or without BOM, UTF-16, and what is none of them is cp1252. A file may be packed
with gzip. Nothing is held but the line at hand, so a file may be larger than the memory.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final, cast

from app.catalog.importing.refusals import FileBrokenError, FileEmptyError, FileKindError, FileMissingError

MAX_CELL: Final = 64 * 1024 * 1024
_MAX_SHEET: Final = 2 * 1024**3  # unpacked: a small file that unpacks to more is a trap
_BLOCK: Final = 1024 * 1024
_SAMPLE: Final = 64 * 1024
_END: Final = "\x00end\x00"  # a line behind the last one, which no file has
_NOT_CLOSED: Final = f"a cell has more than {MAX_CELL} characters, or a quotation mark is not closed"
_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file that is not blank: its number as an editor counts, and its cells."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Source:
    """How a file is read.

    Attributes:
        path: of the file.
        kind: "csv" or "xlsx".
        encoding: of a CSV file.
        delimiter: of a CSV file.
        packed: gzip.
    """

    path: Path
    kind: str
    encoding: str = ""
    delimiter: str = ""
    packed: bool = False

    def lines(self) -> Iterator[Line]:
        """Every line that is not blank, the header first.

        Raises:
            FileBrokenError: at a line that cannot be read.
        """
        reader = self._csv_lines() if self.kind == "csv" else self._sheet_lines()
        for number, cells in reader:
            if any(cell.strip() for cell in cells):
                yield Line(number, cells)

    def _csv_lines(self) -> Iterator[tuple[int, list[str]]]:
        csv.field_size_limit(MAX_CELL)
        with _binary(self.path, packed=self.packed) as raw:
            text = io.TextIOWrapper(raw, encoding=self.encoding, errors="replace", newline="")
            # a mark that is not closed would swallow the rest of the file: then it swallows the end as well
            reader = csv.reader(chain(text, (_END,)), delimiter=self.delimiter)
            first = 1
            try:
                for cells in reader:
                    if cells and cells[-1].endswith(_END):
                        break
                    yield first, cells
                    first = reader.line_num + 1
            except csv.Error as error:
                raise FileBrokenError(name=self.path.name, line=first, reason=_NOT_CLOSED) from error
            except (EOFError, OSError, zlib.error) as error:
                raise FileBrokenError(
                    name=self.path.name, line=first, reason="the file is cut short"
                ) from error
            if cells != [_END]:
                raise FileBrokenError(name=self.path.name, line=first, reason=_NOT_CLOSED)

    def _sheet_lines(self) -> Iterator[tuple[int, list[str]]]:
        import openpyxl

        try:
            # opened here: by its path openpyxl refuses a workbook whose name does not end like one
            with self.path.open("rb") as file:
                book = openpyxl.load_workbook(file, read_only=True, data_only=True)
                sheet = book.worksheets[0]
                for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
                    yield number, [_cell(value) for value in row]
                book.close()
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, TypeError) as error:
            raise FileBrokenError(
                name=self.path.name, line=1, reason="it is damaged or no workbook"
            ) from error


def open_source(path: Path) -> Source:
    """Find out how a file is written.

    Raises:
        FileMissingError, FileKindError, FileEmptyError, FileBrokenError: see their sentences.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise FileMissingError(path=path) from error
    if not start:
        raise FileEmptyError(name=path.name)
    if start == _ZIP:
        _check_sheet(path)
        return Source(path, "xlsx")
    if start == _OLD_EXCEL:
        raise FileKindError(name=path.name)
    packed = start.startswith(_GZIP)
    try:
        encoding = _encoding(path, packed=packed)
        with _binary(path, packed=packed) as raw:
            sample = raw.read(_SAMPLE).decode(encoding, errors="replace")
    except (EOFError, OSError, zlib.error) as error:
        raise FileBrokenError(name=path.name, line=1, reason="the file is cut short") from error
    if "\x00" in sample.partition("\n")[0]:
        raise FileKindError(name=path.name)
    return Source(path, "csv", encoding, _delimiter(sample), packed)


@contextmanager
def _binary(path: Path, *, packed: bool) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        if packed:
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            yield file


def _encoding(path: Path, *, packed: bool) -> str:
    """UTF-8 when all of it is, else cp1252; a byte order mark or every other byte NUL says UTF-16."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with _binary(path, packed=packed) as raw:
        block = raw.read(_BLOCK)
        for mark, name in _BOMS:
            if block.startswith(mark):
                return name
        if _half_nul(block[:_SAMPLE]):
            return "utf-16-be" if block[:1] == b"\x00" else "utf-16-le"
        try:
            while block:
                decoder.decode(block)
                block = raw.read(_BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _half_nul(sample: bytes) -> bool:
    return len(sample) > 3 and sample.count(0) * 3 > len(sample)  # noqa: PLR2004 - Latin text in UTF-16


def _delimiter(sample: str) -> str:
    """The sign that parts the header's cells; of several the one that parts the most lines alike."""
    lines = sample.splitlines()[:50]
    best, most = ",", 0.0
    for sign in ",;\t|":
        counts = [len(row) for row in csv.reader(lines, delimiter=sign)][: len(lines) - 1 or 1]
        if not counts or counts[0] < 2:  # noqa: PLR2004 - it parts nothing
            continue
        usual, times = Counter(counts).most_common(1)[0]
        score = times / len(counts) + usual / 1000
        if score > most:
            best, most = sign, score
    return best


def _check_sheet(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise FileBrokenError(name=path.name, line=1, reason="it is damaged or no workbook") from error
    if "xl/workbook.xml" not in names or size > _MAX_SHEET:
        raise FileKindError(name=path.name)


def _cell(value: Any) -> str:
    """A cell as text: whole numbers without a point, days as ISO."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)
