"""A statement as every format gives it: integer minor units, clean text, frozen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from app.banking.reading.numbers import plain_decimal
from app.banking.refusals import (
    AmountTextError,
    BalanceCurrencyError,
    CurrencyTextError,
    DayTextError,
    LineCurrencyError,
    WrongSumError,
)
from app.banking.states import FileFormat
from app.kernel.money import CURRENCY_CODE_LENGTH, Money, minor_digits, scaled_exactly
from app.kernel.refusal import Refusal
from app.kernel.text import clean

TEXT_LIMIT: Final = 1000
NAME_LIMIT: Final = 200
CODE_LIMIT: Final = 40
YEAR_DIGITS: Final = 4
_UNTOLD: Final = re.compile(r"[^.,]*[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9])[^.,]*")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One movement on the account.

    Attributes:
        amount_minor: in positive, out negative, in the account's currency.
        text: the payer's words, lines joined.
        reference: a structured creditor reference (RF, QRR, ...), or "".
        bank_reference: the bank's own, unique within the account if it gives one.
        charges_minor: what the bank says it took on the way, positive.
        foreign_minor, foreign_currency: what was instructed in another currency.
        batch: how many payments the bank put together in this line; 1 for one.
        pending: announced, not booked.
    """

    booked_on: date
    value_on: date
    amount_minor: int
    text: str = ""
    name: str = ""
    iban: str = ""
    reference: str = ""
    end_to_end_id: str = ""
    mandate_id: str = ""
    bank_reference: str = ""
    code: str = ""
    charges_minor: int = 0
    foreign_minor: int = 0
    foreign_currency: str = ""
    return_reason: str = ""
    batch: int = 1
    pending: bool = False


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """One statement of one account.

    Attributes:
        account: IBAN or the bank's number, without blanks; "" when the file does not say.
        number: of the statement, as digits; "" when the file has none.
        opening_minor, closing_minor: None where the format or the bank gives none.
        faults: why it must not be booked: a wrong sum, a foreign balance.
        notes: what was seen and is no fault, as English sentences of the room.
    """

    format: FileFormat
    account: str
    currency: str
    lines: tuple[ReadLine, ...]
    number: str = ""
    opening_minor: int | None = None
    closing_minor: int | None = None
    opening_on: date | None = None
    closing_on: date | None = None
    faults: tuple[Refusal, ...] = field(default=())

    @property
    def sum_minor(self) -> int:
        """What the booked lines come to."""
        return sum(x.amount_minor for x in self.lines if not x.pending)

    @property
    def proven(self) -> bool:
        """Opening + lines is closing; False also when a balance is missing."""
        return not self.faults and self.opening_minor is not None and self.closing_minor is not None

    def days(self) -> tuple[date | None, date | None]:
        """First and last day it speaks of."""
        booked = [x.booked_on for x in self.lines]
        first = [d for d in (*booked, self.opening_on) if d is not None]
        last = [d for d in (*booked, self.closing_on) if d is not None]
        return (min(first) if first else None, max(last) if last else None)


@dataclass(frozen=True, slots=True)
class ReadBalance:
    """A balance as the file states it."""

    amount_minor: int
    currency: str
    on: date | None


def amount_of(text: str, currency: str) -> int:
    """Minor units of a plain decimal; raises AmountTextError when it is not exact."""
    found = scaled_exactly(text, minor_digits(currency))
    if found is None:
        raise AmountTextError(text=clean(text)[:CODE_LIMIT], currency=currency)
    return found


def written_amount(text: str, currency: str, sign: str = "") -> int:
    """Minor units of a number as banks write it; raises AmountTextError.

    Args:
        text: as it stands in the file.
        currency: it is in.
        sign: the decimal sign; "" to tell from the text, which a lone sign before three digits does not:
            "1,234" may be 1.234 or 1234, and is refused.
    """
    plain = None if not sign and _UNTOLD.fullmatch(text.strip()) else plain_decimal(text, sign)
    if plain is None:
        raise AmountTextError(text=clean(text)[:CODE_LIMIT], currency=currency)
    return amount_of(plain, currency)


def currency_of(text: str) -> str:
    """A currency code; raises CurrencyTextError."""
    code = clean(text).upper()
    if len(code) != CURRENCY_CODE_LENGTH or not (code.isascii() and code.isalpha()):
        raise CurrencyTextError(text=code[:CODE_LIMIT])
    return code


def iso_day(text: str) -> date:
    """The day of an ISO date or date with time; raises DayTextError."""
    try:
        return date.fromisoformat(clean(text)[:10])
    except ValueError:
        raise DayTextError(text=clean(text)[:CODE_LIMIT]) from None


def packed_day(text: str) -> date:
    """The day of YYYYMMDD with whatever follows; raises DayTextError."""
    digits = clean(text)[:8]
    try:
        return date(int(digits[:YEAR_DIGITS]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        raise DayTextError(text=clean(text)[:CODE_LIMIT]) from None


def account_number(text: str) -> str:
    """An account's number as it is compared: capitals, no blanks."""
    return "".join(clean(text).upper().split())[:CODE_LIMIT]


def is_iban(text: str) -> bool:
    """Whether the check digits of an IBAN hold."""
    from stdnum import iban

    return bool(iban.is_valid(text, check_country=False))


def long_text(text: str) -> str:
    """Text that may be cut."""
    return clean(text)[:TEXT_LIMIT].rstrip()


def name_text(text: str) -> str:
    """A name that may be cut."""
    return clean(text)[:NAME_LIMIT].rstrip()


def code_text(text: str) -> str:
    """A short code that may be cut."""
    return clean(text)[:CODE_LIMIT].rstrip()


def balance_faults(
    currency: str, lines: tuple[ReadLine, ...], opening: ReadBalance | None, closing: ReadBalance | None,
    foreign: tuple[str, ...] = (),
) -> tuple[Refusal, ...]:  # fmt: skip
    """What speaks against a statement: foreign lines, foreign balances, a sum that is wrong."""
    faults: list[Refusal] = [LineCurrencyError(found=c, currency=currency) for c in sorted(set(foreign))]
    odd = {b.currency for b in (opening, closing) if b is not None and b.currency != currency}
    faults += [BalanceCurrencyError(found=c, currency=currency) for c in sorted(odd)]
    if faults or opening is None or closing is None:
        return tuple(faults)
    total = opening.amount_minor + sum(x.amount_minor for x in lines if not x.pending)
    if total != closing.amount_minor:
        opened, summed, closed = (
            Money(m, currency) for m in (opening.amount_minor, total, closing.amount_minor)
        )
        return (WrongSumError(opening=opened, sum=summed, closing=closed),)
    return ()
