"""Customers who pay other taxes than the goods bear: exempt, reverse charge, within the EU, export.

What they pay instead is a tax of 0 % whose code is the category of EN 16931 (UNCL 5305), so that ledger,
invoice and e-invoice can name it; the one engine works it out like any other (docs/adr/0010).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, select

from app.audit.operations import note
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.money import round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.organisation.queries import get_company
from app.parties.queries import NoSuchCustomerError
from app.parties.rules import VAT_PREFIXES
from app.parties.tables import party
from app.tax.engine import exact_line
from app.tax.queries import taxes_on
from app.tax.rules import Tax, TaxableLine
from app.terms.states import TaxTreatment
from app.terms.tables import party_tax_rule

Taxes = dict[int, tuple[Tax, ...]]
# the code of the tax of 0 % that takes the place of all others
CODES: Final[Mapping[TaxTreatment, str]] = {
    TaxTreatment.EXEMPT: "E",
    TaxTreatment.REVERSE_CHARGE: "AE",
    TaxTreatment.INTRA_EU: "K",
    TaxTreatment.EXPORT: "G",
}
_NEEDS_VAT_NUMBER: Final = (TaxTreatment.REVERSE_CHARGE, TaxTreatment.INTRA_EU)


class CertificateMissingError(Refusal):
    """An exemption without a proof."""

    message = "An exemption needs the number of its certificate. Enter it."


class VatNumberNeededError(Refusal):
    """Nobody abroad who is a business."""

    message = (
        "This needs the customer's VAT number of another country of the European Union. "
        "Enter it with the details first; it is checked there."
    )


class ExportCountryError(Refusal):
    """Goods that do not leave the European Union."""

    message = (
        "An export leaves the European Union, but the customer's country is {country}. Correct one of them."
    )


class RuleDatesError(Refusal):
    """It ends before it begins."""

    message = "The last day ({end}) is before the first ({start}). Correct the days."


@dataclass(frozen=True, slots=True)
class TaxRule:
    """What a customer pays instead of the taxes of the goods, and from when until when."""

    treatment: TaxTreatment = TaxTreatment.STANDARD
    certificate: str = ""
    valid_from: date | None = None
    valid_until: date | None = None  # the last day

    def on(self, day: date) -> TaxTreatment:
        """What holds on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_until is not None and self.valid_until < day
        return self.treatment if begun and not ended else TaxTreatment.STANDARD


def find_tax_rule(connection: Connection, *, party_id: int) -> TaxRule:
    """A customer's rule; the plain one where none is set."""
    row = connection.execute(
        select(
            party_tax_rule.c.treatment, party_tax_rule.c.certificate, party_tax_rule.c.valid_from,
            party_tax_rule.c.valid_until,
        ).where(party_tax_rule.c.party_id == party_id)
    ).one_or_none()  # fmt: skip
    return TaxRule() if row is None else TaxRule(TaxTreatment(row.treatment), *row[1:])


def taxes_for(connection: Connection, *, party_id: int, day: date) -> Taxes:
    """The taxes of each tax class that a customer pays on a day: as app.tax.queries.taxes_on, or his own."""
    taxes = taxes_on(connection, day)
    treatment = find_tax_rule(connection, party_id=party_id).on(day)
    return instead(taxes, CODES[treatment]) if treatment in CODES else taxes


def tax_code_of(connection: Connection, *, party_id: int, now: datetime) -> str:
    """The code of what a customer pays instead of the taxes of the goods today; "" for as everybody."""
    rule = find_tax_rule(connection, party_id=party_id)
    if rule.treatment is TaxTreatment.STANDARD:
        return ""
    return CODES.get(rule.on(get_company(connection).day_of(now)), "")


def contained_for(connection: Connection, *, party_id: int, day: date) -> Taxes:
    """What prices with tax contain that the customer does not pay on a day; empty for everybody else."""
    treated = find_tax_rule(connection, party_id=party_id).on(day) in CODES
    return taxes_on(connection, day) if treated else {}


def instead(taxes: Mapping[int, tuple[Tax, ...]], code: str) -> Taxes:
    """The tax of 0 % of that code in the place of every other."""
    return dict.fromkeys(taxes, (Tax(code),))


def as_billed(taxes: Taxes, codes: Iterable[str]) -> Taxes:
    """The taxes of a document whose lines bear these codes: a rule changed since does not count."""
    billed = [code for code in codes if code in CODES.values()]
    return instead(taxes, billed[0]) if billed else taxes


def price_without(price_minor: int, *, quantity_milli: int, taxes: tuple[Tax, ...]) -> int:
    """A price that contains taxes, for somebody who does not pay them.

    Args:
        price_minor: of one sold unit.
        quantity_milli: base units in it.
        taxes: what the price contains.
    """
    net = exact_line(TaxableLine(price_minor, quantity_milli, includes_tax=True, taxes=taxes)).net
    return round_half_up(net.numerator, net.denominator)


@permitted(Permission.CREDIT_TERMS)
def save_tax_rule(uow: UnitOfWork, *, party_id: int, rule: TaxRule) -> None:
    """Say what a customer pays instead of the taxes of the goods; posted documents keep their figures.

    Raises:
        CertificateMissingError, VatNumberNeededError, ExportCountryError, RuleDatesError,
        NoSuchCustomerError, TextTooLongError: see their sentences.
    """
    who = uow.connection.execute(
        select(party.c.tax_number, party.c.country).where(party.c.id == party_id)
    ).one_or_none()
    if who is None:
        raise NoSuchCustomerError
    certificate = clean_field(rule.certificate, field="Certificate", limit=NAME)
    _check(rule, certificate, who.tax_number, who.country, get_company(uow.connection).country)
    if rule.treatment is TaxTreatment.STANDARD:
        uow.connection.execute(delete(party_tax_rule).where(party_tax_rule.c.party_id == party_id))
    else:
        row: dict[str, Any] = {**asdict(rule), "treatment": rule.treatment.value, "certificate": certificate}
        insert_or_replace(uow.connection, party_tax_rule, [{"party_id": party_id, **row}], keys=("party_id",))
    note(
        uow, kind="terms.tax_rule", document_type="party", document_id=party_id,
        payload={
            "treatment": rule.treatment.value, "certificate": certificate, "from": rule.valid_from,
            "until": rule.valid_until,
        },
    )  # fmt: skip


def _check(rule: TaxRule, certificate: str, tax_number: str, country: str, home: str) -> None:
    if rule.valid_from and rule.valid_until and rule.valid_until < rule.valid_from:
        raise RuleDatesError(start=rule.valid_from, end=rule.valid_until)
    if rule.treatment is TaxTreatment.EXEMPT and not certificate:
        raise CertificateMissingError
    prefix = tax_number[:2]
    abroad = prefix in VAT_PREFIXES and _country(prefix) != home
    if rule.treatment in _NEEDS_VAT_NUMBER and not abroad:
        raise VatNumberNeededError
    inside = country in {_country(x) for x in VAT_PREFIXES - {"XI"}}
    if rule.treatment is TaxTreatment.EXPORT and (not country or inside):
        raise ExportCountryError(country=country or "-")


def _country(prefix: str) -> str:
    return "GR" if prefix == "EL" else prefix
