"""Telephone numbers as the networks want them (ITU-T E.164): pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from app.kernel.refusal import Refusal
from app.kernel.text import clean

_PUNCTUATION: Final = re.compile(r"[ \-./()\u00a0\u2010-\u2015]")
# the first digit of a country's code is no zero; code and number together have at most 15 digits (E.164, 6.2)
_INTERNATIONAL: Final = re.compile(r"\+[1-9]\d{6,14}")
_TRUNK_IN_BRACKETS: Final = re.compile(r"\(0\)")


class PhoneNumberError(Refusal):
    """No number that a network would take."""

    message = "“{number}” is no telephone number for messages. Write it with the country: +49 171 1234567."


class NoPhoneNumberError(Refusal):
    """Nobody to send it to."""

    message = "There is no mobile number. Enter one, or add it to the customer."


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a country dials: its code, and what stands before a number dialled inside it."""

    code: str
    trunk: str = "0"


# calling codes after ITU-T E.164 (list of assigned country codes); the prefix inside after E.129
_PLANS: Final[dict[str, _Plan]] = {
    "AT": _Plan("43"), "AU": _Plan("61"), "BE": _Plan("32"), "BG": _Plan("359"), "BR": _Plan("55"),
    "CA": _Plan("1", "1"), "CH": _Plan("41"), "CY": _Plan("357", ""), "CZ": _Plan("420", ""),
    "DE": _Plan("49"), "DK": _Plan("45", ""), "EE": _Plan("372", ""), "ES": _Plan("34", ""),
    "FI": _Plan("358"), "FR": _Plan("33"), "GB": _Plan("44"), "GR": _Plan("30", ""), "HR": _Plan("385"),
    "HU": _Plan("36", "06"), "IE": _Plan("353"), "IN": _Plan("91"), "IS": _Plan("354", ""),
    "IT": _Plan("39", ""), "JP": _Plan("81"), "LI": _Plan("423", ""), "LT": _Plan("370", "0"),
    "LU": _Plan("352", ""), "LV": _Plan("371", ""), "MT": _Plan("356", ""), "MX": _Plan("52", ""),
    "NL": _Plan("31"), "NO": _Plan("47", ""), "NZ": _Plan("64"), "PL": _Plan("48", ""),
    "PT": _Plan("351", ""), "RO": _Plan("40"), "RS": _Plan("381"), "SE": _Plan("46"), "SI": _Plan("386"),
    "SK": _Plan("421"), "TR": _Plan("90"), "UA": _Plan("380"), "US": _Plan("1", "1"), "ZA": _Plan("27"),
}  # fmt: skip


def parse_phone(text: str, *, country: str) -> str:
    """A number after E.164 ("+491711234567").

    Args:
        text: as it was typed: "+49 (0)171 123-4567", "0049171...", "0171 ..." inside the country.
        country: ISO code of the country that a number without one is dialled in.

    Raises:
        NoPhoneNumberError: nothing was typed.
        PhoneNumberError: it is no number, or one without its country where the country dials otherwise.
    """
    typed = clean(text)
    if not typed:
        raise NoPhoneNumberError
    plain = _PUNCTUATION.sub(
        "", _TRUNK_IN_BRACKETS.sub("", typed) if typed.startswith(("+", "00")) else typed
    )
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    elif not plain.startswith("+"):
        plain = _with_country(plain, _PLANS.get(country.upper()))
    if _INTERNATIONAL.fullmatch(plain) is None or not plain.isascii():
        raise PhoneNumberError(number=typed[:40])
    return plain


def _with_country(digits: str, plan: _Plan | None) -> str:
    """A number that is dialled inside a country, with its code; "" where it is not dialled so."""
    if plan is None or not digits.isdigit():
        return ""
    if plan.trunk in ("", "1"):
        return f"+{plan.code}{digits.removeprefix(plan.trunk)}"
    return f"+{plan.code}{digits.removeprefix(plan.trunk)}" if digits.startswith(plan.trunk) else ""
