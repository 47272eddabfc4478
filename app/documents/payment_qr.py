"""The payment QR of the European Payments Council (EPC069-12, version 2): checked, then drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MOST_MINOR: Final = 99_999_999_999  # EUR 999,999,999.99
_NAME: Final = 70
_TEXT: Final = 140
_BYTES: Final = 331
_VERSION: Final = 13


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer that is asked for."""

    name: str
    iban: str
    bic: str
    currency: str
    amount_minor: int
    text: str


def payment_code(transfer: Transfer) -> str | None:
    """What the QR says, or None where a banking app would not take it.

    The account must be valid, the amount within the scheme's range, name and text within its lengths:
    a code that leads money astray is worse than none.
    """
    iban, bic = compact(transfer.iban), compact(transfer.bic)
    if transfer.currency != "EUR" or not 0 < transfer.amount_minor <= _MOST_MINOR:
        return None
    if not valid_iban(iban) or (bic and not valid_bic(bic)):
        return None
    if not _fits(transfer.name, _NAME) or not _fits(transfer.text, _TEXT):
        return None
    whole, cents = divmod(transfer.amount_minor, 100)
    lines = (
        "BCD",
        "002",
        "1",
        "SCT",
        bic,
        transfer.name,
        iban,
        f"EUR{whole}.{cents:02d}",
        "",
        "",
        transfer.text,
    )
    code = "\n".join(lines)
    return code if len(code.encode()) <= _BYTES else None


def qr_matrix(code: str) -> list[list[bool]] | None:
    """The modules of the code, dark ones True, error level M; None where it needs more than version 13."""
    import segno

    made = segno.make(code, error="m", boost_error=False, micro=False, encoding="utf-8")
    if int(made.version) > _VERSION:
        return None
    return [[bool(module) for module in row] for row in made.matrix]


def valid_iban(iban: str) -> bool:
    """Whether country, length and check digits of an account are right."""
    from stdnum import iban as numbers

    return bool(numbers.is_valid(iban))


def valid_bic(bic: str) -> bool:
    """Whether it has the form of a bank's code."""
    from stdnum import bic as numbers

    return bool(numbers.is_valid(bic))


def spaced_iban(iban: str) -> str:
    """In groups of four, as it is written."""
    plain = compact(iban)
    return " ".join(plain[i : i + 4] for i in range(0, len(plain), 4))


def compact(value: str) -> str:
    """Without blanks, in capitals."""
    return "".join(value.split()).upper()


def _fits(value: str, limit: int) -> bool:
    return 0 < len(value) <= limit and value.isprintable() and value == value.strip()
