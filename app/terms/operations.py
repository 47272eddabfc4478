"""Agreeing terms with a customer; addresses, contacts, payment terms, rates of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import delete, insert, update

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted, require
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.parties.rules import CustomerEmailError, is_email
from app.parties.tables import party
from app.terms.queries import get_terms
from app.terms.rules import WHOLE, TermLine
from app.terms.states import AddressKind, InvoicePolicy, LatePolicy, ShipPolicy
from app.terms.tables import (
    currency_rate,
    party_address,
    party_contact,
    party_terms,
    payment_term,
    payment_term_line,
)

_COUNTRY_LENGTH = 2
_CREDIT_TERMS = ("payment_term_id", "late_policy", "deposit_hundredths", "deposit_blocks")


class CountryMissingError(Refusal):
    """An address without a country."""

    message = "The address has no country. Enter its two letters, for example DE."


class AddressEmptyError(Refusal):
    """An address that nobody finds."""

    message = "An address needs a city and a street or a postcode. Enter them."


class ContactNameError(Refusal):
    """A contact without a name."""

    message = "A contact needs a name. Enter it."


class InstalmentsError(Refusal):
    """Shares that are not the whole."""

    message = "The instalments come to {found} %, not to 100 %. Change the shares."


class EarlyDiscountError(Refusal):
    """A discount for paying early that is none."""

    message = "A discount for paying early is from 0 to below 100 %, within 0 or more days. Enter it again."


class TermNameError(Refusal):
    """A term nobody can choose."""

    message = "A payment term needs a code and a name. Enter them."


class DepositShareError(Refusal):
    """A down payment below nothing or above all."""

    message = "A down payment is from 0 to 100 %. Enter it again."


class CreditLimitNegativeError(Refusal):
    """A limit below zero."""

    message = "A credit limit is 0 or more; leave it empty for no limit."


class RateError(Refusal):
    """A rate that is not positive, or no currency."""

    message = "A rate needs a currency of three letters and must be above 0."


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """What is agreed; see app.terms.tables.party_terms."""

    payment_term_id: int | None = None
    price_list_id: int | None = None
    late_policy: LatePolicy = LatePolicy.ALLOW
    ship_policy: ShipPolicy = ShipPolicy.PARTIAL
    invoice_policy: InvoicePolicy = InvoicePolicy.DELIVERED
    deposit_hundredths: int = 0
    deposit_blocks: bool = False
    delivery_terms: str = ""
    currency: str | None = None
    language: str = ""


@permitted(Permission.EDIT_PARTIES)
def save_terms(uow: UnitOfWork, *, party_id: int, terms: TermsDraft) -> None:
    """Agree terms with a customer; what concerns his credit needs the right credit.terms as well.

    Raises:
        DepositShareError, NoSuchCustomerError, PermissionNeededError: see their sentences.
    """
    before = get_terms(uow.connection, party_id=party_id)
    if not 0 <= terms.deposit_hundredths <= WHOLE:
        raise DepositShareError
    if any(getattr(before, name) != getattr(terms, name) for name in _CREDIT_TERMS):
        require(uow, Permission.CREDIT_TERMS)
    row = {
        **asdict(terms),
        "delivery_terms": clean_field(terms.delivery_terms, field="Delivery terms", limit=NAME),
        "language": clean_field(terms.language, field="Language", limit=SHORT),
    }
    insert_or_replace(uow.connection, party_terms, [{"party_id": party_id, **row}], keys=("party_id",))
    note(
        uow, kind="terms.saved", document_type="party", document_id=party_id,
        payload={k: str(v) if v is not None else None for k, v in row.items()},
    )  # fmt: skip


@permitted(Permission.CREDIT_TERMS)
def set_credit_limit(uow: UnitOfWork, *, party_id: int, credit_limit_minor: int | None) -> None:
    """How much a customer may owe: None for no limit, 0 for nothing on account.

    Raises:
        CreditLimitNegativeError, NoSuchCustomerError: see their sentences.
    """
    before = get_terms(uow.connection, party_id=party_id, lock=True)
    if credit_limit_minor is not None and credit_limit_minor < 0:
        raise CreditLimitNegativeError
    uow.connection.execute(
        update(party)
        .where(party.c.id == party_id)
        .values(credit_limit_minor=credit_limit_minor, version=party.c.version + 1)
    )
    note(
        uow, kind="terms.credit_limit", document_type="party", document_id=party_id,
        payload={"before": before.credit_limit_minor, "after": credit_limit_minor},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddressDraft:
    """An address to be added; a name where it is not the customer's own."""

    kind: AddressKind
    street: str
    postcode: str
    city: str
    country: str
    name: str = ""
    note: str = ""
    is_default: bool = False


def address_row(draft: AddressDraft) -> dict[str, object]:
    """The columns of an address; raises CountryMissingError, AddressEmptyError, TextTooLongError."""
    letters = clean_field(draft.country, field="Country", limit=SHORT).upper()
    if len(letters) != _COUNTRY_LENGTH or not letters.isalpha():
        raise CountryMissingError
    row: dict[str, object] = {
        "kind": draft.kind.value,
        "name": clean_field(draft.name, field="Name", limit=NAME),
        "street": clean_field(draft.street, field="Street", limit=NAME),
        "postcode": clean_field(draft.postcode, field="Postcode", limit=SHORT),
        "city": clean_field(draft.city, field="City", limit=NAME),
        "country": letters,
        "note": clean_field(draft.note, field="Note", limit=NAME),
        "is_default": draft.is_default,
        "active": True,
    }
    if not row["city"] or not (row["street"] or row["postcode"]):
        raise AddressEmptyError
    return row


@permitted(Permission.EDIT_PARTIES)
def add_address(uow: UnitOfWork, *, party_id: int, address: AddressDraft) -> int:
    """A further address; returns its id. A new default takes the place of the old one.

    Raises:
        CountryMissingError, AddressEmptyError, NoSuchCustomerError: see their sentences.
    """
    get_terms(uow.connection, party_id=party_id)
    row = address_row(address)
    if address.is_default:
        uow.connection.execute(
            update(party_address)
            .where(party_address.c.party_id == party_id, party_address.c.kind == address.kind.value)
            .values(is_default=False)
        )
    address_id = next_id()
    uow.connection.execute(insert(party_address), {"id": address_id, "party_id": party_id, **row})
    note(
        uow, kind="address.added", document_type="party", document_id=party_id,
        payload={"address": address_id, "kind": address.kind.value},
    )  # fmt: skip
    return address_id


@permitted(Permission.EDIT_PARTIES)
def remove_address(uow: UnitOfWork, *, party_id: int, address_id: int) -> None:
    """Take an address out of use; documents keep what was printed on them."""
    uow.connection.execute(
        update(party_address)
        .where(party_address.c.id == address_id, party_address.c.party_id == party_id)
        .values(active=False, is_default=False)
    )
    note(
        uow, kind="address.removed", document_type="party", document_id=party_id,
        payload={"address": address_id},
    )  # fmt: skip


@permitted(Permission.EDIT_PARTIES)
def add_contact(
    uow: UnitOfWork, *, party_id: int, name: str, role: str = "", phone: str = "", email: str = "",
    is_default: bool = False,
) -> int:  # fmt: skip
    """A person at a customer's; returns the contact's id. Raises ContactNameError, CustomerEmailError."""
    get_terms(uow.connection, party_id=party_id)
    row = {
        "id": next_id(), "party_id": party_id, "name": clean_field(name, field="Name", limit=NAME),
        "role": clean_field(role, field="Role", limit=NAME),
        "phone": clean_field(phone, field="Phone", limit=SHORT),
        "email": clean_field(email, field="E-mail", limit=NAME), "is_default": is_default, "active": True,
    }  # fmt: skip
    if not row["name"]:
        raise ContactNameError
    if row["email"] and not is_email(str(row["email"])):
        raise CustomerEmailError(email=row["email"])
    if is_default:
        uow.connection.execute(
            update(party_contact).where(party_contact.c.party_id == party_id).values(is_default=False)
        )
    uow.connection.execute(insert(party_contact), row)
    note(
        uow, kind="contact.added", document_type="party", document_id=party_id, payload={"contact": row["id"]}
    )
    return int(str(row["id"]))


@permitted(Permission.SETTINGS)
def create_payment_term(
    uow: UnitOfWork, *, code: str, name: str, lines: Sequence[TermLine], discount_hundredths: int = 0,
    discount_days: int = 0,
) -> int:  # fmt: skip
    """A payment term; its shares must come to 100 %. Returns its id.

    Args:
        uow: the transaction.
        code: short, unique.
        name: as it is printed.
        lines: the instalments.
        discount_hundredths: hundredths of a per cent off for paying early; 0: none.
        discount_days: until so many days after the invoice.

    Raises:
        InstalmentsError, EarlyDiscountError, TermNameError, TextTooLongError: see their sentences.
    """
    values = check_payment_term(
        code, name, lines, discount_hundredths=discount_hundredths, discount_days=discount_days
    )
    term_id = next_id()
    uow.connection.execute(insert(payment_term), {"id": term_id, "active": True, **values})
    write_term_lines(uow, term_id, lines)
    note(uow, kind="terms.created", document_type="payment_term", document_id=term_id, payload={"code": code})
    return term_id


def check_payment_term(
    code: str, name: str, lines: Sequence[TermLine], *, discount_hundredths: int, discount_days: int
) -> dict[str, object]:
    """The columns of a payment term; raises as create_payment_term."""
    if not 0 <= discount_hundredths < WHOLE or discount_days < 0:
        raise EarlyDiscountError
    total = sum(line.share_hundredths for line in lines)
    if total != WHOLE or any(line.share_hundredths <= 0 for line in lines):
        raise InstalmentsError(found=f"{Decimal(total).scaleb(-2).normalize():f}")
    values: dict[str, object] = {
        "code": clean_field(code, field="Code", limit=SHORT),
        "name": clean_field(name, field="Name", limit=NAME),
        "discount_hundredths": discount_hundredths, "discount_days": discount_days,
    }  # fmt: skip
    if not values["code"] or not values["name"]:
        raise TermNameError
    return values


def write_term_lines(uow: UnitOfWork, term_id: int, lines: Sequence[TermLine]) -> None:
    """The instalments of a term, instead of those it had."""
    uow.connection.execute(delete(payment_term_line).where(payment_term_line.c.payment_term_id == term_id))
    uow.connection.execute(
        insert(payment_term_line),
        [{"payment_term_id": term_id, "position": i, **asdict(x)} for i, x in enumerate(lines, start=1)],
    )


@permitted(Permission.SETTINGS)
def save_rate(uow: UnitOfWork, *, currency: str, on: date, rate_micro: int) -> None:
    """The rate of a day: millionths of the company's minor unit for one foreign minor unit."""
    letters = currency.strip().upper()
    if len(letters) != 3 or not letters.isalpha() or rate_micro <= 0:  # noqa: PLR2004 - ISO 4217
        raise RateError
    row = {"id": next_id(), "currency": letters, "on": on, "rate_micro": rate_micro}
    insert_or_replace(uow.connection, currency_rate, [row], keys=("currency", "on"))
    note(uow, kind="rate.saved", payload={"currency": letters, "on": on, "rate_micro": rate_micro})
