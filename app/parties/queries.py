"""What is asked about customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from app.kernel.refusal import Refusal
from app.kernel.text import clean, words
from app.parties.rules import MIN_PHONE, CustomerDetails, phone_digits
from app.parties.tables import party


class NoSuchCustomerError(Refusal):
    """The customer is not there."""

    message = "That customer is not there any more. Search again."


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer in a list."""

    id: int
    number: str
    name: str
    phone: str
    email: str
    city: str
    credit_limit_minor: int | None  # None: no limit; 0: nothing on account
    active: bool


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A whole customer, for the editor."""

    id: int
    version: int
    active: bool
    created_at: datetime
    details: CustomerDetails


def search_customers(
    connection: Connection, *, text: str = "", limit: int = 50, offset: int = 0, active: bool | None = True
) -> list[CustomerRow]:
    """Customers by beginnings of words of name or town, by number, or by digits of the telephone.

    A customer of exactly that number comes first, then by name. "" gives all.
    """
    query = select(*_COLUMNS).where(*_conditions(text, active))
    exact = (party.c.number != clean(text[:200]).upper(), party.c.search_key, party.c.id)
    return [
        CustomerRow(*row) for row in connection.execute(query.order_by(*exact).limit(limit).offset(offset))
    ]


def count_customers(connection: Connection, *, text: str = "", active: bool | None = True) -> int:
    """How many customers the text leaves."""
    query = select(func.count()).select_from(party).where(*_conditions(text, active))
    return int(connection.execute(query).scalar_one())


def find_customer(connection: Connection, *, number: str) -> CustomerRow | None:
    """The customer of a number, e.g. from his card; None when there is none in use."""
    row = connection.execute(
        select(*_COLUMNS).where(party.c.number == number.strip().upper(), party.c.active)
    ).one_or_none()
    return None if row is None else CustomerRow(*row)


def get_customer(connection: Connection, *, party_id: int) -> CustomerView:
    """A whole customer; raises NoSuchCustomerError."""
    row = connection.execute(select(party).where(party.c.id == party_id)).one_or_none()
    if row is None:
        raise NoSuchCustomerError
    details = CustomerDetails(**{name: getattr(row, name) for name in CustomerDetails.__dataclass_fields__})
    return CustomerView(row.id, row.version, row.active, row.created_at, details)


_COLUMNS = tuple(party.c[name] for name in CustomerRow.__dataclass_fields__)


def _conditions(text: str, active: bool | None) -> list[ColumnElement[bool]]:  # noqa: FBT001
    found: list[ColumnElement[bool]] = []
    if active is not None:
        found.append(party.c.active == active)
    typed = clean(text[:200])[:100]
    if not typed:
        return found
    ways: list[Any] = [party.c.number.startswith(typed.upper(), autoescape=True)]
    wanted = words(typed)
    if wanted:
        ways.append(and_(*((literal(" ") + party.c.search_key).like(f"% {word}%") for word in wanted)))
    digits = phone_digits(typed)
    if len(digits) >= MIN_PHONE and not any(c.isalpha() for c in typed):
        ways.append(party.c.phone_digits.contains(digits.lstrip("0") or digits))
    found.append(or_(*ways))
    return found
