"""MT940 by the library mt-940, one message at a time, each proven: opening + lines = closing."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from app.banking.reading.details import Details, read_details
from app.banking.reading.model import (
    ReadBalance,
    ReadLine,
    ReadStatement,
    account_number,
    amount_of,
    balance_faults,
    code_text,
    currency_of,
    is_iban,
    long_text,
    name_text,
)
from app.banking.reading.texts import decode
from app.banking.refusals import NoAccountTextError, NoCurrencyTextError, NoStatementError, StatementFileError
from app.banking.states import FileFormat

_START: Final = re.compile(r"^[^\n:{]{0,20}:20:|^:940:\n:20:", re.MULTILINE)
_TAG_61: Final = re.compile(r"^:61:", re.MULTILINE)
_CLOSING: Final = re.compile(r"^:62[FM]:", re.MULTILINE)
_END: Final = re.compile(r"^-(?:\}.*|[A-Z]{3}|\x03)?\s*$", re.MULTILINE)
_AFTER: Final = re.compile(r"^:86:", re.MULTILINE)
_POINT: Final = re.compile(
    r"^:(?:61:\d{6}(?:\d{4})?[A-Z]{1,3}|6[0-5][FM]?:[CD]\d{6}[A-Z]{3})[\d,]*\.\d", re.MULTILINE
)
_KEPT_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_EMPTY: Final = frozenset({"NONREF", "NOTPROVIDED", "EREF", "KREF"})


def looks_like_mt940(text: str) -> bool:
    """Whether the tags of a statement are there."""
    return bool(_TAG_61.search(text) or (re.search(r"^:20:", text, re.MULTILINE) and _CLOSING.search(text)))


def read_mt940(content: bytes) -> list[ReadStatement]:
    """The statements of a file.

    Raises:
        StatementFileError: what the library cannot read, amounts with a decimal point (which it would
            misread), lines outside a statement.
        NoStatementError, NoCurrencyTextError and the refusals of amounts.
    """
    text = _KEPT_CONTROL.sub(" ", decode(content).replace("\r\n", "\n").replace("\r", "\n"))
    if _POINT.search(text):
        raise StatementFileError(detail="its amounts have a decimal point, MT940 has a comma")
    starts = [m.start() for m in _START.finditer(text)]
    if not starts:
        if _TAG_61.search(text):
            raise NoCurrencyTextError
        raise NoStatementError
    if _TAG_61.search(text[: starts[0]]):
        raise StatementFileError(detail="lines stand before the first statement")
    return [_message(text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _message(text: str) -> ReadStatement:
    closing = _CLOSING.search(text)
    if closing is not None:
        text = _without_tail(text, closing.end())
    numbers = re.findall(r"^:25[A-Z]?:(.*)$", text, re.MULTILINE)
    if len(numbers) > 1:
        raise StatementFileError(detail="one statement names two accounts")
    found = _parsed(text)
    opening = _balance(found.data, ("final_opening_balance", "intermediate_opening_balance"))
    ending = _balance(found.data, ("final_closing_balance", "intermediate_closing_balance"))
    currency = opening.currency if opening else ending.currency if ending else ""
    if not currency:
        raise NoCurrencyTextError
    lines = tuple(_line(t.data, currency) for t in found.transactions if t.data.get("amount") is not None)
    account = _account(numbers[0] if numbers else "")
    faults = balance_faults(currency, lines, opening, ending)
    number = str(found.data.get("statement_number") or "")
    return ReadStatement(
        format=FileFormat.MT940, account=account, currency=currency, lines=lines,
        number=_number(number, str(found.data.get("sequence_number") or "")),
        opening_minor=opening.amount_minor if opening else None,
        closing_minor=ending.amount_minor if ending else None,
        opening_on=opening.on if opening else None, closing_on=ending.on if ending else None,
        faults=faults if account else (*faults, NoAccountTextError()),
    )  # fmt: skip


def _without_tail(text: str, closed: int) -> str:
    """The message up to its end; words about the statement as a whole belong to no line."""
    end = _END.search(text, closed)
    rest = text[end.end() :] if end is not None else ""
    if _TAG_61.search(rest):
        raise StatementFileError(detail="lines stand behind the end of a statement")
    text = text if end is None else text[: end.start()]
    words = _AFTER.search(text, closed)
    return text if words is None else text[: words.start()]


def _number(number: str, sequence: str) -> str:
    """Digits of :28C: without zeros; pages of one statement bear their page behind a stroke."""
    whole = number.lstrip("0")
    page = sequence.lstrip("0") if sequence.isdigit() else ""
    return f"{whole}/{page}" if whole and page not in ("", "1") else whole


def _account(text: str) -> str:
    """The number behind a bank's sort code; a trailing currency is none of it."""
    number = account_number(text.replace('"', ""))
    return number[:-3] if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}[A-Z]{3}", number) else number


def _parsed(text: str) -> Any:
    from mt940.models import Transactions
    from mt940.tags import StatementASNB

    logger = logging.getLogger("mt940")  # it writes each attempt out
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    words: dict[str, Any] = {"post_transaction_details": []}
    # some banks write the payer's IBAN where 16 characters are allowed
    tried: tuple[Any, ...] = (None, {61: StatementASNB()})
    for tags in tried:
        found = Transactions(processors=words, tags=tags)
        try:
            found.parse(text)
        except (RuntimeError, ValueError, KeyError, ArithmeticError, TypeError):
            continue
        return found
    raise StatementFileError(detail="its tags are not those of MT940")


def _balance(data: dict[str, Any], names: tuple[str, ...]) -> ReadBalance | None:
    balance = next((data[n] for n in names if data.get(n) is not None), None)
    if balance is None or balance.amount is None:
        return None
    currency = currency_of(str(balance.amount.currency or ""))
    minor = amount_of(f"{balance.amount.amount:f}", currency)
    return ReadBalance(minor, currency, _day(balance.date))


def _day(found: Any) -> date | None:
    return None if found is None else date(found.year, found.month, found.day)


def _line(data: dict[str, Any], currency: str) -> ReadLine:
    value = _day(data.get("date"))
    if value is None:
        raise StatementFileError(detail="a line bears no day")
    booked = _day(data.get("guessed_entry_date")) or value
    extra = str(data.get("extra_details") or "")
    details = read_details(str(data.get("transaction_details") or ""))
    customer = str(data.get("customer_reference") or "").strip()
    bank = str(data.get("bank_reference") or "").strip()
    made = ReadLine(
        booked_on=booked, value_on=value, amount_minor=_amount(data, currency),
        bank_reference=code_text("" if bank.upper() in _EMPTY else bank),
        code=code_text(str(data.get("id") or "")),
    )  # fmt: skip
    return _with_details(made, details, customer, extra)


def _amount(data: dict[str, Any], currency: str) -> int:
    """The amount with its sign. The library takes a reversal (RC, RD) for what it reverses."""
    minor = abs(amount_of(f"{data['amount'].amount:f}", currency))
    status = str(data.get("status") or "")
    incoming = status.endswith("C") != status.startswith("R")
    return minor if incoming else -minor


def _with_details(line: ReadLine, details: Details, customer: str, extra: str) -> ReadLine:
    reference = "" if customer.upper() in _EMPTY else customer
    text = " ".join(t for t in (details.text, extra if extra not in details.text else "") if t)
    iban, name = details.iban, details.name
    for field, other in ((reference, extra), (extra, "")):
        if not iban and is_iban(account_number(field)):  # some banks put the payer's here
            iban, name = account_number(field), name or name_text(other)
    return replace(
        line, text=long_text(text), name=name, iban=iban, mandate_id=details.mandate_id,
        end_to_end_id=details.end_to_end_id or (code_text(reference) if reference != iban else ""),
        return_reason=details.return_reason,
    )  # fmt: skip
