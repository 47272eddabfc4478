"""Numbers of payment cards, found in what somebody types: they are never kept (PCI DSS 4.0, 3.3)."""

from __future__ import annotations

import re
from typing import Final

from app.kernel.refusal import Refusal

# digits, alone or in groups; 13 and 14 of them are an article number far more often than a card
_DIGITS: Final = re.compile(r"(?<![\dA-Za-z])\d(?:[ \-]?\d){14,}(?![A-Za-z])")
_GROUP: Final = re.compile(r"\d+")
# the issuers' ranges (ISO/IEC 7812-1) of Visa, Mastercard, American Express, Discover, JCB, UnionPay, Maestro
_ISSUED: Final = re.compile(
    r"4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|6(?:304|759|76[1-3])\d{12,15}"
)


class CardNumberError(Refusal):
    """Somebody typed the number of a card where a text belongs."""

    message = "{field}: this looks like the number of a payment card, which must not be kept. Leave it out."


def holds_card_number(text: str) -> bool:
    """Whether the text holds a number of an issuer's range whose check digit is right (Luhn)."""
    return bool(_spans(text))


def mask_card_numbers(text: str) -> str:
    """The text with the last four digits of each card number, as on a receipt; for what cannot be refused."""
    for start, end in reversed(_spans(text)):
        last = re.sub(r"\D", "", text[start:end])[-4:]
        text = f"{text[:start]}****{last}{text[end:]}"
    return text


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the card numbers stand: whole groups of digits, whatever groups stand beside them."""
    found: list[tuple[int, int]] = []
    for run in _DIGITS.finditer(text):
        groups = [(run.start() + g.start(), run.start() + g.end()) for g in _GROUP.finditer(run[0])]
        at = 0
        while at < len(groups):
            ends = [k for k in range(at, len(groups)) if _is_card(text[groups[at][0] : groups[k][1]])]
            if ends:
                found.append((groups[at][0], groups[ends[-1]][1]))
                at = ends[-1]
            at += 1
    return found


def refuse_card_number(text: str, *, field: str) -> str:
    """The text as it is.

    Raises:
        CardNumberError: it holds the number of a card.
    """
    if holds_card_number(text):
        raise CardNumberError(field=field)
    return text


def _is_card(found: str) -> bool:
    digits = re.sub(r"\D", "", found)
    return _ISSUED.fullmatch(digits) is not None and _luhn(digits)


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    total = 0
    for at, character in enumerate(reversed(digits)):
        value = int(character) * (1 + at % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the two digits of it, added
    return total % 10 == 0
