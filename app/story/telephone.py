"""Somebody rings: who it is by his number, and everything one should have in view while he speaks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

from app.credit.queries import is_stopped
from app.orders.queries import OrderRow, list_orders
from app.organisation.queries import find_setting
from app.parties.queries import CustomerView, get_customer, search_customers
from app.parties.rules import MIN_PHONE, is_same_phone, phone_digits
from app.parties.tables import party
from app.receivables.queries import OpenItem, list_open_items, open_by_sign, overdue_minor
from app.terms.queries import Contact, list_contacts
from app.terms.tables import party_contact

SCRIPT_SETTING: Final = "orders.phone_script"  # what the shop wants to be said and asked on the telephone
_SIGNS: Final = " -/().+"


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who may be ringing."""

    party_id: int
    number: str
    name: str
    city: str
    phone: str
    contact: str  # the person at the customer's whose telephone it is; "": the customer's own
    active: bool


@dataclass(frozen=True, slots=True)
class CallerFile:
    """What lies beside the telephone; amounts in the company's currency, each item in its own."""

    customer: CustomerView
    contacts: tuple[Contact, ...]
    orders: tuple[OrderRow, ...]  # newest first
    items: tuple[OpenItem, ...]  # oldest due date first; credits are negative
    owed_minor: int
    unapplied_minor: int
    overdue_minor: int
    stopped: bool  # his credit was stopped
    script: str


def find_callers(connection: Connection, *, text: str, limit: int = 20) -> list[Caller]:
    """Who is meant by a telephone number, however it is written, or by a name or customer number.

    Numbers are compared by their last digits, so that country code, trunk zero, blanks and strokes do not
    matter; the number of a person at the customer's counts as well. Those in use come first.
    """
    if len(phone_digits(text)) < MIN_PHONE or any(c.isalpha() for c in text):
        return _by_name(connection, text, limit)
    found = [*_own_numbers(connection, text), *_contact_numbers(connection, text)]
    once = {x.party_id: x for x in reversed(found)}  # his own number before that of a person there
    if not once:
        return _by_name(connection, text, limit)
    ordered = sorted(once.values(), key=lambda x: (not x.active, x.name.casefold(), x.party_id))
    return ordered[:limit]


def caller_file(connection: Connection, *, party_id: int, on: date, orders: int = 10) -> CallerFile:
    """Everything about who rings; raises NoSuchCustomerError."""
    owed, unapplied = open_by_sign(connection, party_id=party_id)
    script = find_setting(connection, name=SCRIPT_SETTING)
    return CallerFile(
        get_customer(connection, party_id=party_id),
        tuple(list_contacts(connection, party_id=party_id)),
        tuple(list_orders(connection, party_id=party_id, limit=orders)),
        tuple(list_open_items(connection, party_id=party_id)),
        owed, unapplied, overdue_minor(connection, party_id=party_id, on=on),
        is_stopped(connection, party_id=party_id), script if isinstance(script, str) else "",
    )  # fmt: skip


def _by_name(connection: Connection, text: str, limit: int) -> list[Caller]:
    if not text.strip():
        return []
    return [
        Caller(c.id, c.number, c.name, c.city, c.phone, "", c.active)
        for c in search_customers(connection, text=text, limit=limit)
    ]


def _ends_alike(digits: Any, text: str) -> ColumnElement[bool]:
    """A wide net by the last four digits; `is_same_phone` looks at the rest."""
    return digits.like(f"%{phone_digits(text)[-MIN_PHONE:]}")  # type: ignore[no-any-return]


_WHO: Final = (party.c.id, party.c.number, party.c.name, party.c.city)


def _own_numbers(connection: Connection, text: str) -> list[Caller]:
    rows = connection.execute(
        select(*_WHO, party.c.phone, party.c.active)
        .where(_ends_alike(party.c.phone_digits, text), party.c.merged_into.is_(None))
        .order_by(party.c.id)
    )
    return [
        Caller(r.id, r.number, r.name, r.city, r.phone, "", r.active)
        for r in rows
        if is_same_phone(r.phone, text)
    ]


def _contact_numbers(connection: Connection, text: str) -> list[Caller]:
    digits: Any = party_contact.c.phone
    for sign in _SIGNS:
        digits = func.replace(digits, sign, "")
    rows = connection.execute(
        select(*_WHO, party.c.active, party_contact.c.phone, party_contact.c.name.label("contact"))
        .join_from(party_contact, party)
        .where(_ends_alike(digits, text), party_contact.c.active, party.c.merged_into.is_(None))
        .order_by(party_contact.c.id)
    )
    return [
        Caller(r.id, r.number, r.name, r.city, r.phone, r.contact, r.active)
        for r in rows
        if is_same_phone(r.phone, text)
    ]
