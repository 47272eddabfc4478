"""Customers as plain values: what is kept of them, and which two may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from app.kernel.refusal import Refusal
from app.kernel.text import fold, words

# how VAT numbers of the European Union begin, and that of Northern Ireland
VAT_PREFIXES: Final = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "EL",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
        "XI",
    ]
)
MIN_PHONE: Final = 4  # fewer digits are no telephone number to compare
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class CustomerNameError(Refusal):
    """Nobody."""

    message = "Enter the name of the customer."


class CustomerEmailError(Refusal):
    """No address."""

    message = "“{email}” is no e-mail address. Correct it or leave it empty."


class TaxNumberError(Refusal):
    """A VAT number that is none."""

    message = (
        "“{number}” is no VAT number of {country}: its length or check digits are wrong. Compare it with the "
        "customer's letterhead, or leave it empty."
    )


class CreditLimitRangeError(Refusal):
    """A limit below zero."""

    message = "A credit limit is 0 or more; leave it empty for no limit."


class PaymentDaysError(Refusal):
    """Not a number of days."""

    message = "Days to pay are from 0 to 365."


@dataclass(frozen=True, slots=True)
class CustomerDetails:
    """The fields of a customer.

    Attributes:
        name: person or company.
        number: customer number; "" makes one.
        credit_limit_minor: how much he may owe; None: any amount, 0: nothing on account.
        payment_days: until an amount on account is due.
        born_on: his birthday, where he told it.
        referred_by: the id of the customer who brought him.
    """

    name: str
    number: str = ""
    phone: str = ""
    email: str = ""
    tax_number: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    credit_limit_minor: int | None = 0
    payment_days: int = 14
    note: str = ""
    born_on: date | None = None
    referred_by: int | None = None


def phone_digits(phone: str) -> str:
    """Digits of a telephone number for comparing: "+49 (0)30 1234" and "030/1234" share an end."""
    return "".join(c for c in phone if c.isdigit() and c.isascii())


def search_key(details: CustomerDetails) -> str:
    """The folded words a customer is found by: name and town."""
    return " ".join(words(f"{details.name} {details.city}"))


def is_email(text: str) -> bool:
    """Whether a text has the form of an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def check_tax_number(number: str, country: str) -> str:
    """A VAT number without blanks and dots, in capitals, if its length and check digits are right.

    The two letters at its beginning say whose it is, else the customer's country does. Where a country's rule
    is not known (python-stdnum), the number stays as it was typed.

    Raises:
        TaxNumberError: a number that no such country gives out.
    """
    if not number:
        return ""
    from stdnum import get_cc_module
    from stdnum.exceptions import ValidationError

    compact = "".join(c for c in number if c.isalnum()).upper()
    prefix = compact[:2] if compact[:2].isalpha() else ""
    if prefix in VAT_PREFIXES:
        module: Any = get_cc_module("eu", "vat")
        land = "GR" if prefix == "EL" else prefix
    elif country:
        module, land = get_cc_module(country.lower(), "vat"), country
    else:
        return number
    if module is None:
        return number
    try:
        checked = str(module.validate(compact))
    except ValidationError as error:
        raise TaxNumberError(number=number, country=land) from error
    return checked if prefix in VAT_PREFIXES or land not in VAT_PREFIXES else f"{_prefix(land)}{checked}"


def _prefix(country: str) -> str:
    return "EL" if country == "GR" else country


def check_details(details: CustomerDetails) -> None:
    """Raise a refusal for what cannot be kept."""
    if not details.name:
        raise CustomerNameError
    if details.email and not is_email(details.email):
        raise CustomerEmailError(email=details.email)
    if details.credit_limit_minor is not None and details.credit_limit_minor < 0:
        raise CreditLimitRangeError
    if not 0 <= details.payment_days <= 365:  # noqa: PLR2004 - a year
        raise PaymentDaysError


def may_be_same(one: CustomerDetails, name: str, phone: str, email: str) -> bool:
    """Whether a customer already there is perhaps the same person: same name, telephone or e-mail."""
    same_phone = is_same_phone(one.phone, phone)
    same_mail = bool(one.email) and one.email.casefold() == email.casefold()
    return same_phone or same_mail or fold(one.name) == fold(name)


def is_same_phone(one: str, other: str) -> bool:
    """Whether two ways of writing mean perhaps one telephone: they end in the same digits."""
    own, others = phone_digits(one), phone_digits(other)
    return len(own) >= MIN_PHONE and len(others) >= MIN_PHONE and _same_end(own, others)


def _same_end(one: str, other: str) -> bool:
    """Numbers with and without a country code or trunk zero end alike."""
    length = min(len(one.lstrip("0")), len(other.lstrip("0")), 9)
    return length >= MIN_PHONE and one[-length:] == other[-length:]
