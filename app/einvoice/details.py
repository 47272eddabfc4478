"""What e-invoices say of the shop and of its customers: kept and asked for here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from app.audit.operations import note
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.einvoice.formats import EXEMPTIONS, Category, Format
from app.einvoice.tables import einvoice_party, einvoice_tax
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting

SELLER_SETTING: Final = "company.einvoice"
_SCHEME: Final = re.compile(r"[0-9]{4}|[A-Z]{2}|")


class EndpointSchemeError(Refusal):
    """Not a code of the list of electronic addresses (EAS)."""

    message = (
        "“{scheme}” is no kind of electronic address. It has four digits (0088 for GLN) or is EM for e-mail."
    )


class EndpointHalfError(Refusal):
    """A kind without an address, or an address without a kind."""

    message = "An electronic address needs both its kind and the address itself. Enter both or neither."


class ExemptionError(Refusal):
    """An exemption without the law."""

    message = (
        "What is exempt needs a reason: the article of the law, or a VATEX code. Enter one for “{code}”."
    )


@dataclass(frozen=True, slots=True)
class SellerDetails:
    """Of the shop, beside its company data; what is empty is taken from there."""

    endpoint_scheme: str = ""
    endpoint: str = ""
    register_number: str = ""  # BT-30
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""


@dataclass(frozen=True, slots=True)
class BuyerDetails:
    """Of a customer."""

    format: Format | None = None
    endpoint_scheme: str = ""
    endpoint: str = ""
    buyer_reference: str = ""
    register_number: str = ""


@dataclass(frozen=True, slots=True)
class TaxMeaning:
    """What a tax of ours is to EN 16931."""

    tax_code: str  # "" for lines without a tax
    category: Category
    exemption_code: str = ""
    exemption_reason: str = ""


def get_seller_details(connection: Connection) -> SellerDetails:
    """What is kept of the shop."""
    kept = find_setting(connection, name=SELLER_SETTING)
    known = SellerDetails.__dataclass_fields__
    values = kept.items() if isinstance(kept, dict) else ()
    return SellerDetails(**{k: str(v) for k, v in values if k in known})


def get_buyer_details(connection: Connection, *, party_id: int) -> BuyerDetails:
    """What is kept of a customer; nothing where nothing was entered."""
    row = connection.execute(
        select(einvoice_party).where(einvoice_party.c.party_id == party_id)
    ).one_or_none()
    if row is None:
        return BuyerDetails()
    return BuyerDetails(
        Format(row.format) if row.format else None, row.endpoint_scheme, row.endpoint, row.buyer_reference,
        row.register_number,
    )  # fmt: skip


def list_tax_meanings(connection: Connection) -> list[TaxMeaning]:
    """What was said of taxes, by code."""
    rows = connection.execute(select(einvoice_tax).order_by(einvoice_tax.c.tax_code))
    return [TaxMeaning(r.tax_code, Category(r.category), r.exemption_code, r.exemption_reason) for r in rows]


def meaning_of(
    code: str, rate: int, told: Mapping[str, TaxMeaning], categories: frozenset[str] = frozenset(EXEMPTIONS)
) -> TaxMeaning:
    """What a tax is: as it was said; a code that is a category itself (AE, K, G, O); else by its rate.

    Above zero it is the standard category, zero is the zero rate, no tax at all is an exemption.
    """
    if code in told:
        return told[code]
    if code in categories and rate == 0:
        return TaxMeaning(code, Category(code), *EXEMPTIONS[code])
    if rate > 0:
        return TaxMeaning(code, Category.STANDARD)
    return TaxMeaning(code, Category.ZERO if code else Category.EXEMPT)


@permitted(Permission.SETTINGS)
def save_seller_details(uow: UnitOfWork, *, details: SellerDetails) -> None:
    """Keep what e-invoices say of the shop.

    Raises:
        EndpointSchemeError, EndpointHalfError, TextTooLongError: see their sentences.
    """
    scheme, endpoint = _endpoint(details.endpoint_scheme, details.endpoint)
    kept = {
        **{k: clean_field(v, field="This field", limit=NAME) for k, v in asdict(details).items()},
        "endpoint_scheme": scheme, "endpoint": endpoint,
    }  # fmt: skip
    save_setting(uow, name=SELLER_SETTING, value=kept)


@permitted(Permission.EDIT_PARTIES)
def save_buyer_details(uow: UnitOfWork, *, party_id: int, details: BuyerDetails) -> None:
    """Keep what e-invoices to a customer say.

    Raises:
        EndpointSchemeError, EndpointHalfError, TextTooLongError: see their sentences.
    """
    scheme, endpoint = _endpoint(details.endpoint_scheme, details.endpoint)
    write_buyer(
        uow, party_id,
        {
            "format": details.format.value if details.format else None, "endpoint_scheme": scheme,
            "endpoint": endpoint,
            "buyer_reference": clean_field(details.buyer_reference, field="The reference", limit=NAME),
            "register_number": clean_field(details.register_number, field="The number", limit=NAME),
        },
    )  # fmt: skip
    note(
        uow, kind="einvoice.buyer_changed", document_type="party", document_id=party_id,
        payload={"format": details.format.value if details.format else ""},
    )  # fmt: skip


def write_buyer(uow: UnitOfWork, party_id: int, values: Mapping[str, Any]) -> None:
    """Write a customer's row."""
    insert_or_replace(uow.connection, einvoice_party, [{"party_id": party_id, **values}], keys=("party_id",))


def remember_format(uow: UnitOfWork, *, party_id: int, form: Format) -> None:
    """The format that was sent is offered next time; of an operation that sends."""
    kept = get_buyer_details(uow.connection, party_id=party_id)
    if kept.format is not form:
        write_buyer(uow, party_id, {**asdict(kept), "format": form.value})


@permitted(Permission.SETTINGS)
def save_tax_meanings(uow: UnitOfWork, *, meanings: list[TaxMeaning]) -> None:
    """Say what the taxes are to EN 16931; what is left out is told by its rate.

    Raises:
        ExemptionError: an exemption without a reason.
    """
    rows = []
    for each in meanings:
        code = clean_field(each.exemption_code, field="The code", limit=SHORT).upper()
        reason = clean_field(each.exemption_reason, field="The reason", limit=NAME)
        if each.category is Category.EXEMPT and not code and not reason:
            raise ExemptionError(code=each.tax_code or "-")
        if not code and not reason:
            code, reason = EXEMPTIONS.get(each.category.value, ("", ""))
        rows.append({
            "tax_code": each.tax_code, "category": each.category.value, "exemption_code": code,
            "exemption_reason": reason,
        })  # fmt: skip
    uow.connection.execute(delete(einvoice_tax))
    if rows:
        uow.connection.execute(insert(einvoice_tax), rows)
    note(uow, kind="einvoice.taxes_changed", payload={"taxes": rows})


def _endpoint(scheme: str, endpoint: str) -> tuple[str, str]:
    kind = clean_field(scheme, field="The kind", limit=SHORT).upper()
    address = clean_field(endpoint, field="The address", limit=NAME)
    if _SCHEME.fullmatch(kind) is None:
        raise EndpointSchemeError(scheme=scheme)
    if bool(kind) != bool(address):
        raise EndpointHalfError
    return kind, address
