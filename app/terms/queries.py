"""What was agreed with a customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from app.kernel.refusal import Refusal
from app.parties.tables import party
from app.terms.rules import MICRO, WHOLE, TermLine
from app.terms.states import InvoicePolicy, LatePolicy, ShipPolicy
from app.terms.tables import (
    currency_rate,
    party_address,
    party_contact,
    party_terms,
    payment_term,
    payment_term_line,
)


class NoSuchCustomerError(Refusal):
    """No party of that id."""

    message = "That customer is not there any more. Choose another one."


class NoRateError(Refusal):
    """A currency without a rate."""

    message = "There is no rate for {currency} on {on}. Enter the rate of the day first."


@dataclass(frozen=True, slots=True)
class Terms:
    """A customer with what was agreed with him."""

    party_id: int
    number: str
    name: str
    active: bool
    credit_limit_minor: int | None  # None: no limit; 0: nothing on account
    payment_days: int
    payment_term_id: int | None
    price_list_id: int | None
    late_policy: LatePolicy
    ship_policy: ShipPolicy
    invoice_policy: InvoicePolicy
    deposit_hundredths: int
    deposit_blocks: bool
    delivery_terms: str
    currency: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a customer."""

    id: int
    party_id: int
    kind: str
    name: str
    street: str
    postcode: str
    city: str
    country: str
    note: str
    is_default: bool
    active: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a customer's."""

    id: int
    party_id: int
    name: str
    role: str
    phone: str
    email: str
    is_default: bool
    active: bool


@dataclass(frozen=True, slots=True)
class PaymentTerm:
    """A payment term with its instalments."""

    id: int
    code: str
    name: str
    active: bool
    lines: tuple[TermLine, ...]
    discount_hundredths: int = 0  # off for paying within `discount_days` of the invoice
    discount_days: int = 0


_TERMS = select(
    party.c.number, party.c.name, party.c.active, party.c.credit_limit_minor, party.c.payment_days,
    party_terms.c.payment_term_id, party_terms.c.price_list_id, party_terms.c.late_policy,
    party_terms.c.ship_policy, party_terms.c.invoice_policy, party_terms.c.deposit_hundredths,
    party_terms.c.deposit_blocks, party_terms.c.delivery_terms, party_terms.c.currency,
    party_terms.c.language,
).select_from(party.outerjoin(party_terms))  # fmt: skip


def find_terms(connection: Connection, *, party_id: int, lock: bool = False) -> Terms | None:
    """The customer with his terms, or None; a customer without any has the plain ones.

    Args:
        connection: where to read.
        party_id: who.
        lock: keep other stations from deciding about his credit until the transaction ends.
    """
    query = _TERMS.where(party.c.id == party_id)
    r = connection.execute(query.with_for_update(of=party) if lock else query).one_or_none()
    if r is None:
        return None
    return Terms(
        party_id, r.number, r.name, r.active, r.credit_limit_minor, r.payment_days, r.payment_term_id,
        r.price_list_id, LatePolicy(r.late_policy or "allow"), ShipPolicy(r.ship_policy or "partial"),
        InvoicePolicy(r.invoice_policy or "delivered"), r.deposit_hundredths or 0,
        bool(r.deposit_blocks), r.delivery_terms or "", r.currency, r.language or "",
    )  # fmt: skip


def get_terms(connection: Connection, *, party_id: int, lock: bool = False) -> Terms:
    """As find_terms; raises NoSuchCustomerError."""
    found = find_terms(connection, party_id=party_id, lock=lock)
    if found is None:
        raise NoSuchCustomerError
    return found


def list_payment_terms(connection: Connection) -> list[PaymentTerm]:
    """All payment terms by code."""
    lines: dict[int, list[TermLine]] = {}
    rows = connection.execute(
        select(payment_term_line).order_by(payment_term_line.c.payment_term_id, payment_term_line.c.position)
    )
    for r in rows:
        lines.setdefault(r.payment_term_id, []).append(_line(r))
    return [
        PaymentTerm(
            r.id,
            r.code,
            r.name,
            r.active,
            tuple(lines.get(r.id, ())),
            r.discount_hundredths,
            r.discount_days,
        )
        for r in connection.execute(select(payment_term).order_by(payment_term.c.code))
    ]


def _line(r: Row[Any]) -> TermLine:
    return TermLine(r.share_hundredths, r.months, r.days, r.day_of_month, r.from_month_end)


def term_lines(
    connection: Connection, *, payment_term_id: int | None, payment_days: int
) -> tuple[TermLine, ...]:
    """The instalments of a term; without one, everything after the customer's days."""
    if payment_term_id is not None:
        rows = connection.execute(
            select(payment_term_line)
            .where(payment_term_line.c.payment_term_id == payment_term_id)
            .order_by(payment_term_line.c.position)
        )
        found = tuple(_line(r) for r in rows)
        if found:
            return found
    return (TermLine(WHOLE, 0, payment_days),)


def list_addresses(connection: Connection, *, party_id: int) -> list[Address]:
    """A customer's addresses in use, the default ones first."""
    columns = [party_address.c[name] for name in Address.__dataclass_fields__]
    rows = connection.execute(
        select(*columns)
        .where(party_address.c.party_id == party_id, party_address.c.active)
        .order_by(party_address.c.is_default.desc(), party_address.c.kind, party_address.c.id)
    )
    return [Address(*row) for row in rows]


def list_contacts(connection: Connection, *, party_id: int) -> list[Contact]:
    """A customer's contacts in use, the default one first."""
    columns = [party_contact.c[name] for name in Contact.__dataclass_fields__]
    rows = connection.execute(
        select(*columns)
        .where(party_contact.c.party_id == party_id, party_contact.c.active)
        .order_by(party_contact.c.is_default.desc(), party_contact.c.name, party_contact.c.id)
    )
    return [Contact(*row) for row in rows]


def postal_address(
    connection: Connection, *, party_id: int, kind: str, address_id: int | None = None
) -> dict[str, str]:
    """The address to print: the one asked for, the default of its kind, or the customer's own."""
    found = list_addresses(connection, party_id=party_id)
    asked = [a for a in found if a.id == address_id] or [a for a in found if a.kind == kind and a.is_default]
    who = connection.execute(select(party).where(party.c.id == party_id)).one_or_none()
    if who is None:
        raise NoSuchCustomerError
    source = asked[0] if asked else who
    lines = {f: str(getattr(source, f)) for f in ("name", "street", "postcode", "city", "country")}
    return {**lines, "company": who.name, "tax_number": who.tax_number}


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of a day: millionths of the company's minor unit for one foreign minor unit."""

    currency: str
    on: date
    rate_micro: int


def list_rates(connection: Connection, *, limit: int = 500) -> list[Rate]:
    """The rates that are kept, the newest first."""
    rows = connection.execute(
        select(currency_rate.c.currency, currency_rate.c.on, currency_rate.c.rate_micro)
        .order_by(currency_rate.c.on.desc(), currency_rate.c.currency)
        .limit(limit)
    )
    return [Rate(*row) for row in rows]


def rate_on(connection: Connection, *, currency: str, company_currency: str, on: date) -> int:
    """The rate of the day, or of the last day before it, in millionths; raises NoRateError."""
    if currency == company_currency:
        return MICRO
    found = connection.execute(
        select(currency_rate.c.rate_micro)
        .where(currency_rate.c.currency == currency, currency_rate.c.on <= on)
        .order_by(currency_rate.c.on.desc())
        .limit(1)
    ).scalar_one_or_none()
    if found is None:
        raise NoRateError(currency=currency, on=on)
    return int(found)
