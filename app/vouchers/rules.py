"""Numbers of vouchers and their last day; no database."""

from __future__ import annotations

from datetime import date
from secrets import randbelow
from typing import Final

from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.vouchers.states import VoucherKind

MAX_CODE: Final = 40
_PREFIX: Final = {VoucherKind.GIFT_CARD: "GC", VoucherKind.STORE_CREDIT: "SC"}
_DIGITS: Final = 14
_SHORTEST: Final = 4


class VoucherCodeError(Refusal):
    """Too short or too long to be a number."""

    message = "A card's number has {shortest} to {longest} letters and digits. Scan it again."


def new_code(kind: VoucherKind) -> str:
    """A number that nobody can guess: a prefix and random digits."""
    return f"{_PREFIX[kind]}{randbelow(10**_DIGITS):0{_DIGITS}d}"


def normal_code(raw: str) -> str:
    """The number as it is kept: capitals, no blanks; raises VoucherCodeError."""
    found = clean_field(raw, field="Number", limit=200).replace(" ", "").replace("-", "").upper()
    if not (_SHORTEST <= len(found) <= MAX_CODE and found.isalnum()):
        raise VoucherCodeError(shortest=_SHORTEST, longest=MAX_CODE)
    return found


def last_day(issued: date, months: int) -> date | None:
    """The last day of the year in which so many months are over; None when it never expires.

    Gift cards lapse like other claims: at the end of a year (in Germany after three, BGB 195, 199).
    """
    if months <= 0:
        return None
    year = issued.year + (issued.month - 1 + months) // 12
    return date(year, 12, 31)
