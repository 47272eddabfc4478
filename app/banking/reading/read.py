"""One door for all formats: told by what the bytes are, not by what the file is called."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.banking.reading.camt import read_camt
from app.banking.reading.model import ReadStatement
from app.banking.reading.mt940 import looks_like_mt940, read_mt940
from app.banking.reading.ofx import read_ofx
from app.banking.reading.table import CsvProfile, looks_like_table, read_table, sniff_profile
from app.banking.reading.texts import decode
from app.banking.refusals import NoStatementError, TooLargeError, UnknownFormatError
from app.banking.states import FileFormat

MOST_BYTES: Final = 32 * 1024 * 1024
_MB: Final = 1024 * 1024
_HEAD: Final = 4096


def format_of(content: bytes) -> FileFormat:
    """Which format the bytes are in; raises UnknownFormatError, TooLargeError, NoStatementError.

    CAMT is told as CAMT053 whatever message it holds: the reader tells further.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeError(size=-(-len(content) // _MB), most=MOST_BYTES // _MB)
    if not content.strip():
        raise NoStatementError
    head = decode(content[:_HEAD]).lstrip("\ufeff \r\n\t")
    upper = head.upper()
    if "OFXHEADER" in upper or "<OFX>" in upper:
        return FileFormat.OFX
    if head.startswith("<"):
        return FileFormat.CAMT053
    text = decode(content)
    if looks_like_mt940(text.replace("\r\n", "\n").replace("\r", "\n")):
        return FileFormat.MT940
    if looks_like_table(text):
        return FileFormat.CSV
    raise UnknownFormatError


def read_statements(
    content: bytes, *, profile: CsvProfile | None = None, currency: str = ""
) -> list[ReadStatement]:
    """Every statement of a file.

    Args:
        content: the file.
        profile: how a table is meant; told from the table when left out.
        currency: of a table that does not say it.

    Raises:
        UnknownFormatError, TooLargeError, NoStatementError and what the reader of the format raises.
    """
    kind = format_of(content)
    if kind is FileFormat.OFX:
        return read_ofx(content)
    if kind is FileFormat.MT940:
        return read_mt940(content)
    if kind is FileFormat.CSV:
        meant = profile or sniff_profile(content)
        return [read_table(content, meant if meant.currency else replace(meant, currency=currency))]
    return read_camt(content)
