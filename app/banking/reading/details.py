"""The words of a line of MT940: German fields (?20...), codes between strokes (/REMI/), or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.banking.reading.model import account_number, code_text, is_iban, long_text, name_text

_FIELD: Final = re.compile(r"\?(\d{2})")
_STRUCTURED: Final = re.compile(r"^\s*\d{3}\s*\?\d{2}")
_SEPA: Final = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP|MTLG)[+:]")
_STROKES: Final = re.compile(
    r"/(EREF|KREF|BENM|ORDP|NAME|REMI|IBAN|BIC|ISDT|MARF|CSID|TRTP|PURP|CNTP|RTRN|USTD|STRD|ADDR|ID|CREF)/"
)
_WIDTH: Final = 64  # a line that is full goes on in the next one without a blank
_PURPOSE: Final = (*range(20, 30), *range(60, 64))
_EMPTY: Final = ("NOTPROVIDED", "NONREF")
_RETURN_CODES: Final = frozenset({"108", "109", "159"})


@dataclass(frozen=True, slots=True)
class Details:
    """What was found."""

    text: str
    name: str = ""
    iban: str = ""
    end_to_end_id: str = ""
    mandate_id: str = ""
    return_reason: str = ""


def read_details(raw: str) -> Details:
    """Tell which of the three it is, and read it."""
    joined = _joined(raw)
    if _STRUCTURED.match(joined):
        return _german(raw.replace("\n", ""))
    if _STROKES.search(joined):
        return _strokes(joined)
    return Details(long_text(joined))


def _joined(raw: str) -> str:
    made = ""
    for row in raw.split("\n"):
        made += row if len(row) >= _WIDTH else f"{row} "
    return made


def _german(text: str) -> Details:
    pieces = _FIELD.split(text)
    fields: dict[int, str] = {}
    for number, value in zip(pieces[1::2], pieces[2::2], strict=True):
        fields[int(number)] = fields.get(int(number), "") + value
    purpose = "".join(fields.get(n, "") for n in _PURPOSE)
    parts = _coded(_SEPA, purpose)
    number = account_number(parts.get("IBAN", "") or fields.get(31, ""))
    name = f"{fields.get(32, '')}{fields.get(33, '')}"
    code = pieces[0].strip()
    words = parts.get("SVWZ") or parts.get("", "")
    text = words if "SVWZ" in parts else " ".join(t for t in (parts.get(""), fields.get(0, "")) if t)
    return Details(
        long_text(text), name_text(name), number if is_iban(number) else "",
        _id(parts.get("EREF", "") or parts.get("KREF", "")), _id(parts.get("MREF", "")),
        code_text(fields.get(34, "") or code) if code in _RETURN_CODES else "",
    )  # fmt: skip


def _strokes(text: str) -> Details:
    parts = _coded(_STROKES, text)
    number = account_number(parts.get("IBAN", "").split("/")[0])
    words = " ".join(parts[k] for k in ("REMI", "USTD", "STRD", "CREF", "") if parts.get(k))
    return Details(
        long_text(words), name_text(parts.get("NAME", "")), number if is_iban(number) else "",
        _id(parts.get("EREF", "")), _id(parts.get("MARF", "")), code_text(parts.get("RTRN", "").strip("/")),
    )  # fmt: skip


def _coded(codes: re.Pattern[str], text: str) -> dict[str, str]:
    """Text by the code that stands before it; what stands before the first by ""."""
    pieces = codes.split(text)
    found = {"": pieces[0].strip()}
    for code, value in zip(pieces[1::2], pieces[2::2], strict=True):
        found[code] = f"{found.get(code, '')} {value.strip()}".strip()
    return found


def _id(text: str) -> str:
    code = code_text(text)
    return "" if code.upper() in _EMPTY else code
