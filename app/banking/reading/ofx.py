"""OFX of every age: SGML without closing tags and XML, read as a row of tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.banking.reading.model import (
    ReadLine,
    ReadStatement,
    account_number,
    code_text,
    currency_of,
    long_text,
    name_text,
    packed_day,
    written_amount,
)
from app.banking.reading.texts import decode
from app.banking.refusals import (
    NoAccountTextError,
    NoCurrencyTextError,
    NoStatementError,
    StatementFileError,
    UnsafeXmlError,
)
from app.banking.states import FileFormat

_TAG: Final = re.compile(r"<(/?)([A-Za-z0-9_.]+)[^<>]*>([^<]*)")
_STATEMENTS: Final = ("STMTRS", "CCSTMTRS")
_ACCOUNTS: Final = ("BANKACCTFROM", "CCACCTFROM")
_OTHER: Final = ("INVSTMTRS",)
_DECLARED: Final = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """A statement while it is read; aggregates by name."""

    values: dict[str, str] = field(default_factory=dict)
    account: dict[str, str] = field(default_factory=dict)
    balance: dict[str, str] = field(default_factory=dict)
    lines: list[dict[str, str]] = field(default_factory=list)


def read_ofx(content: bytes) -> list[ReadStatement]:
    """The statements of a file.

    Raises:
        UnsafeXmlError, NoStatementError, StatementFileError and the refusals of amounts and days.
    """
    text = decode(content)
    if _DECLARED.search(text):
        raise UnsafeXmlError
    start = text.upper().find("<OFX>")
    if start < 0:
        raise NoStatementError
    found = [_statement(x) for x in _walk(text[start:])]
    if not found:
        if any(f"<{name}>" in text.upper() for name in _OTHER):
            raise StatementFileError(detail="it is of an investment account")
        raise NoStatementError
    return found


def _walk(text: str) -> Iterator[_Open]:
    """One open statement after the other, filled tag by tag."""
    now: _Open | None = None
    box = ""
    for closing, raw, value in _TAG.findall(text):
        name = raw.upper()
        if name in _STATEMENTS:
            if closing and now is not None:
                yield now
            now, box = (None if closing else _Open()), ""
        elif now is not None:
            box = _step(now, box, name, closing=bool(closing), value=html.unescape(value).strip())
    if now is not None:
        yield now


def _step(now: _Open, box: str, name: str, *, closing: bool, value: str) -> str:
    """Take one tag in; returns the aggregate that is open afterwards."""
    if name in ("STMTTRN", "LEDGERBAL", "AVAILBAL", "BANKTRANLIST", *_ACCOUNTS):
        if closing:
            return ""
        if name == "STMTTRN":
            now.lines.append({})
        return name
    if closing or not value:
        return box
    target = {
        "STMTTRN": now.lines[-1] if now.lines else now.values, "LEDGERBAL": now.balance,
        "AVAILBAL": {},
    }.get(box, now.account if box in _ACCOUNTS else now.values)  # fmt: skip
    target.setdefault(name, value)
    return box


def _statement(raw: _Open) -> ReadStatement:
    if "CURDEF" not in raw.values:
        raise NoCurrencyTextError
    currency = currency_of(raw.values["CURDEF"])
    account = account_number(raw.account.get("ACCTID", ""))
    closing, on = raw.balance.get("BALAMT"), raw.balance.get("DTASOF")
    return ReadStatement(
        format=FileFormat.OFX, account=account, currency=currency,
        lines=tuple(_line(x, currency) for x in raw.lines),
        closing_minor=None if closing is None else _amount(closing, currency),
        closing_on=packed_day(on) if on else None, faults=() if account else (NoAccountTextError(),),
    )  # fmt: skip


def _line(raw: dict[str, str], currency: str) -> ReadLine:
    day = raw.get("DTPOSTED") or raw.get("DTUSER")
    if day is None or "TRNAMT" not in raw:
        raise StatementFileError(detail="a line bears no day or no amount")
    booked = packed_day(day)
    name, memo = raw.get("NAME") or raw.get("PAYEE", ""), raw.get("MEMO", "")
    check = raw.get("CHECKNUM", "").strip("0")
    words = [memo or name, *([f"CHECK {check}"] if check and check not in memo else [])]
    return ReadLine(
        booked_on=booked, value_on=_value_day(raw, booked),
        amount_minor=_amount(raw["TRNAMT"], currency), text=long_text(" ".join(words)),
        name=name_text(name), bank_reference=code_text(raw.get("FITID", "")),
        reference=code_text(raw.get("REFNUM", "")), code=code_text(raw.get("TRNTYPE", "")),
    )  # fmt: skip


def _amount(text: str, currency: str) -> int:
    """A point is the decimal sign (OFX 2.2, 3.2.9.1), a comma may be; thousands are not parted."""
    return written_amount(text, currency, "" if "," in text else ".")


def _value_day(raw: dict[str, str], booked: date) -> date:
    return packed_day(raw["DTAVAIL"]) if raw.get("DTAVAIL") else booked
