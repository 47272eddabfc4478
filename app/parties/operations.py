"""Making and changing customers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, func, insert, or_, select, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.errors import ChangedElsewhereError
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted, require
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field, words
from app.parties.events import CustomerChanged
from app.parties.queries import NoSuchCustomerError
from app.parties.rules import (
    CustomerDetails,
    check_details,
    check_tax_number,
    may_be_same,
    phone_digits,
    search_key,
)
from app.parties.tables import party

_LIMITS: Final = {
    "name": NAME, "number": SHORT, "phone": SHORT, "email": NAME, "tax_number": SHORT, "street": NAME,
    "postcode": SHORT, "city": NAME, "country": 2, "note": 2000,
}  # fmt: skip
_TAIL: Final = 4
_PLAIN_CREDIT: Final = (0, 14)  # nothing on account, two weeks: what anybody may give


class DuplicateCustomerError(Refusal):
    """Somebody of that name, telephone or e-mail is there already."""

    message = "{name} ({number}) may be the same customer. Choose that one, or create a new one all the same."


class CustomerNumberTakenError(Refusal):
    """Two customers of one number."""

    message = "The customer number {number} belongs to {name} already."


@dataclass(frozen=True, slots=True)
class SavedCustomer:
    """A customer as it is now."""

    id: int
    number: str
    name: str
    version: int


@permitted(Permission.EDIT_PARTIES)
def create_customer(
    uow: UnitOfWork, *, details: CustomerDetails, accept_duplicate: bool = False
) -> SavedCustomer:
    """A new customer.

    Args:
        uow: the transaction.
        details: his fields.
        accept_duplicate: make him although somebody like him is there.

    Raises:
        DuplicateCustomerError: somebody of the same name, telephone or e-mail is there; its params
            hold that customer's `party_id`, `name` and `number`.
        CustomerNumberTakenError, TaxNumberError, and those of app.parties.rules.check_details.
        PermissionNeededError: credit needs the right credit.terms.
    """
    values = _values(details)
    if (details.credit_limit_minor, details.payment_days) != _PLAIN_CREDIT:
        require(uow, Permission.CREDIT_TERMS)
    if not accept_duplicate:
        _warn_of_double(uow.connection, details)
    values["number"] = values["number"] or _next_number(uow.connection)
    _check_number(uow.connection, values["number"])
    party_id = next_id()
    row = {**values, "id": party_id, "active": True, "created_at": uow.now, "version": 1}
    uow.connection.execute(insert(party), row)
    _told(uow, "customer.created", party_id, values)
    return SavedCustomer(party_id, values["number"], values["name"], 1)


@permitted(Permission.EDIT_PARTIES)
def update_customer(
    uow: UnitOfWork, *, party_id: int, version: int, details: CustomerDetails
) -> SavedCustomer:
    """Change a customer that was read at `version`; an empty number keeps the old one.

    Raises:
        ChangedElsewhereError: somebody else changed him since.
        NoSuchCustomerError, CustomerNumberTakenError, TaxNumberError, and those of check_details.
        PermissionNeededError: another limit or other days need the right credit.terms.
    """
    values = _values(details)
    before = _take_version(uow, party_id, version)
    if (before.credit_limit_minor, before.payment_days) != (details.credit_limit_minor, details.payment_days):
        require(uow, Permission.CREDIT_TERMS)
    values["number"] = values["number"] or before.number
    _check_number(uow.connection, values["number"], party_id)
    uow.connection.execute(update(party).where(party.c.id == party_id).values(**values))
    changed = {name: value for name, value in values.items() if getattr(before, name) != value}
    _told(uow, "customer.changed", party_id, changed)
    return SavedCustomer(party_id, values["number"], values["name"], version + 1)


@permitted(Permission.EDIT_PARTIES)
def set_customer_active(uow: UnitOfWork, *, party_id: int, version: int, active: bool) -> None:
    """Block a customer, or take him back; what he owes stays. Raises as update_customer."""
    _take_version(uow, party_id, version)
    uow.connection.execute(update(party).where(party.c.id == party_id).values(active=active))
    _told(uow, "customer.active" if active else "customer.blocked", party_id, {"active": active})


def _values(details: CustomerDetails) -> dict[str, Any]:
    cleaned: dict[str, Any] = {
        name: clean_field(getattr(details, name), field=name.replace("_", " ").capitalize(), limit=limit)
        for name, limit in _LIMITS.items()
    }
    cleaned["number"] = cleaned["number"].upper()
    cleaned["country"] = cleaned["country"].upper()
    cleaned["tax_number"] = check_tax_number(cleaned["tax_number"], cleaned["country"])
    checked = replace(details, **cleaned)
    check_details(checked)
    return {
        **asdict(checked),
        "search_key": search_key(checked)[: NAME * 2],
        "phone_digits": phone_digits(checked.phone)[:SHORT],
    }


def _warn_of_double(connection: Connection, details: CustomerDetails) -> None:
    ways: list[Any] = []
    found_words = words(details.name)
    if found_words:
        ways.append(party.c.search_key.like(f"{found_words[0]}%"))
    digits = phone_digits(details.phone)
    if len(digits) >= _TAIL:
        ways.append(party.c.phone_digits.like(f"%{digits[-_TAIL:]}"))
    if details.email:
        ways.append(func.lower(party.c.email) == details.email.strip().lower())
    if not ways:
        return
    columns = (party.c.id, party.c.number, party.c.name, party.c.phone, party.c.email)
    for row in connection.execute(select(*columns).where(or_(*ways)).order_by(party.c.id)):
        if may_be_same(details, row.name, row.phone, row.email):
            raise DuplicateCustomerError(name=row.name, number=row.number, party_id=row.id)


def _check_number(connection: Connection, number: str, party_id: int | None = None) -> None:
    row = connection.execute(select(party.c.id, party.c.name).where(party.c.number == number)).first()
    if row is not None and row.id != party_id:
        raise CustomerNumberTakenError(number=number, name=row.name)


def _next_number(connection: Connection) -> str:
    """C0001, C0002 ...: one more than the highest there is."""
    last = connection.execute(
        select(party.c.number)
        .where(party.c.number.like("C%"))
        .order_by(func.length(party.c.number).desc(), party.c.number.desc())
        .limit(50)
    ).scalars()
    numbers = [int(number[1:]) for number in last if number[1:].isdigit()]
    return f"C{max(numbers, default=0) + 1:04d}"


def _take_version(uow: UnitOfWork, party_id: int, version: int) -> Any:
    row = uow.connection.execute(select(party).where(party.c.id == party_id).with_for_update()).first()
    if row is None:
        raise NoSuchCustomerError
    if row.version != version:
        raise ChangedElsewhereError
    uow.connection.execute(update(party).where(party.c.id == party_id).values(version=version + 1))
    return row


def _told(uow: UnitOfWork, kind: str, party_id: int, values: dict[str, Any]) -> None:
    """The journal names fields and terms, no personal data (design/reliability.md 4.3)."""
    terms = ("number", "credit_limit_minor", "payment_days", "active")
    payload: dict[str, object] = {name: values[name] for name in terms if name in values}
    payload["fields"] = sorted(values)
    note(uow, kind=kind, document_type="party", document_id=party_id, payload=payload)
    uow.record(CustomerChanged(party_id=party_id))
