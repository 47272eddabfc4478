"""GTINs: check digits, and the one form they are kept in (14 digits)."""

from __future__ import annotations

import re
from typing import Final

from app.kernel.refusal import Refusal

LENGTHS: Final = frozenset({8, 12, 13, 14})
_DIGITS: Final = re.compile(r"[0-9]+")
_BOOK: Final = re.compile(r"[0-9]{1,5}-[0-9]+-[0-9]+-[0-9Xx]|[0-9]{4}-[0-9]{3}[0-9Xx]")
_UPC_E: Final = 8


class CheckDigitError(Refusal):
    """A product number that was misread or mistyped."""

    message = "The barcode {code} is not right: its last digit should be {expected}. Scan or type it again."


def check_digit(payload: str) -> int:
    """The GS1 check digit for these digits: weights 3 and 1 from the right."""
    total = sum(int(digit) * (1 if at % 2 else 3) for at, digit in enumerate(reversed(payload)))
    return -total % 10


def is_digits(text: str) -> bool:
    """Only 0 to 9 (str.isdigit takes other scripts as well)."""
    return _DIGITS.fullmatch(text) is not None


def is_valid(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    return check_digit(digits[:-1]) == int(digits[-1])


def to_14(digits: str) -> str:
    """The 14-digit form of a GTIN-8, UPC-A, EAN-13 or GTIN-14 with a right check digit.

    Eight digits that are no EAN-8, but a UPC-E, are expanded.

    Raises:
        CheckDigitError: when the last digit is wrong.
    """
    if is_valid(digits):
        return digits.zfill(14)
    expanded = expand_upc_e(digits) if len(digits) == _UPC_E else None
    if expanded is not None:
        return expanded.zfill(14)
    raise CheckDigitError(code=digits, expected=check_digit(digits[:-1]))


def expand_upc_e(digits: str) -> str | None:
    """Eight digits of a UPC-E as the UPC-A they stand for; None when they are none."""
    system, body, check = digits[0], digits[1:7], digits[7]
    if system not in "01":
        return None
    last = body[5]
    if last in "012":
        payload = f"{system}{body[:2]}{last}0000{body[2:5]}"
    elif last == "3":
        payload = f"{system}{body[:3]}00000{body[3:5]}"
    elif last == "4":
        payload = f"{system}{body[:4]}00000{body[4]}"
    else:
        payload = f"{system}{body[:5]}0000{last}"
    return payload + check if check_digit(payload) == int(check) else None


def from_book_number(text: str) -> str | None:
    """The EAN-13 of an ISBN or ISSN written with its hyphens; None when it is none."""
    if _BOOK.fullmatch(text) is None:
        return None
    from stdnum import isbn, issn

    if isbn.is_valid(text):
        return str(isbn.to_isbn13(isbn.compact(text)))
    if issn.is_valid(text):
        return str(issn.to_ean(text))
    return None
