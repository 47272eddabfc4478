"""A received e-invoice that a customer wrote in our name (type 389, its credit note 261) becomes our sale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, select

from app.db.unit_of_work import UnitOfWork
from app.devices.ports import tr
from app.einvoice.formats import SELF_BILLED, SELF_BILLED_CREDIT
from app.einvoice.model import AllowanceCharge, Cents, EInvoice, Line
from app.einvoice.queries import ReceivedDetail, get_received
from app.invoicing.operations.credit import CreditWish, credit_invoice
from app.invoicing.operations.self_billed import TheirInvoice, book_self_billed, check_number
from app.invoicing.queries import InvoiceLine, get_invoice
from app.invoicing.self_billing import SelfBilled, find_by_their_number
from app.invoicing.self_billing_rules import Laid, TheirLine, lay_beside
from app.invoicing.store import SavedInvoice, by_uuid
from app.invoicing.tables import invoice, self_billed, self_billing
from app.invoicing.unbilled_queries import list_unbilled, plain_code
from app.kernel.money import minor_digits
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.organisation.queries import get_company
from app.parties.tables import party

_DECIMALS: Final = 2
_PREPAID: Final = tr("Refusal", "an amount paid already")
_ROUNDED: Final = tr("Refusal", "a rounding of the total")
_FAULTS: Final = tr("Refusal", "amounts that do not follow from each other")
_PARTS: Final = tr("Refusal", "amounts that the currency does not have")


class NotSelfBilledError(Refusal):
    """An invoice of a supplier, or one without its day."""

    message = (
        "{number} is no self-billed invoice (type 389) or credit note (261) with a day. It is not our sale."
    )


class NotOurSaleError(Refusal):
    """Somebody else is the seller."""

    message = "{number} names {seller} as the seller, not us. It is not our sale."


class NotPlainError(Refusal):
    """Something that such a document cannot bring along."""

    message = "{number} has {what}, which cannot be booked from it. Ask the customer for another document."


class NoCorrectedError(Refusal):
    """A credit note for something that is not booked."""

    message = (
        "{number} corrects {corrects}, which is not booked as an invoice of this customer. Book it first."
    )


class CreditDiffersError(Refusal):
    """It does not come to its part of the invoice."""

    message = "{number} comes to {theirs}, its part of the invoice to {ours}. Clear it up with the customer."


class CreditLineError(Refusal):
    """A line that is not on the invoice."""

    message = "{name} is not on the invoice that {number} corrects. Clear it up with the customer."


@dataclass(frozen=True, slots=True)
class Customer:
    """Who may have written it."""

    party_id: int
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a received document would become.

    Attributes:
        customer: who wrote it; None where nobody with an agreement answers.
        credit: it is a credit note: nothing is laid beside what left.
        laid: its lines beside what left and is not billed.
        booked: number of the invoice it has become already; "".
    """

    customer: Customer | None
    credit: bool
    laid: Laid
    booked: str


def is_self_billed(said: EInvoice) -> bool:
    """Whether the document is one that its buyer wrote."""
    return said.type in (SELF_BILLED, SELF_BILLED_CREDIT)


def propose(connection: Connection, *, received_id: int) -> Proposal:
    """What a received document would become; the customer is known by his VAT number, else by his name.

    Raises:
        NoSuchReceivedError, NotSelfBilledError, NotPlainError: see their sentences.
    """
    detail = get_received(connection, received_id=received_id)
    said = detail.read.invoice
    if not is_self_billed(said) or said.issue_date is None:
        raise NotSelfBilledError(number=said.number)
    customer = _customer(connection, said)
    booked = connection.execute(
        select(invoice.c.number)
        .join_from(invoice, self_billed, self_billed.c.invoice_id == invoice.c.id)
        .where(self_billed.c.received_id == received_id, invoice.c.status != "voided")
    ).scalars().first()  # fmt: skip
    credit = said.type == SELF_BILLED_CREDIT
    laid = Laid((), (), ())
    if customer is not None and not credit:
        theirs = their_invoice(detail)
        left = list_unbilled(connection, party_id=customer.party_id, day=theirs.delivered_on or theirs.on)
        laid = lay_beside(theirs.lines, left, theirs.references, digits=minor_digits(theirs.currency))
    return Proposal(customer, credit, laid, booked or "")


def _customer(connection: Connection, said: EInvoice) -> Customer | None:
    """The one with an agreement whose VAT number, else whose name, stands there."""
    rows = connection.execute(
        select(party.c.id, party.c.number, party.c.name, party.c.tax_number)
        .join_from(party, self_billing)
        .where(self_billing.c.active)
        .order_by(party.c.id)
    ).all()
    wanted = _plain(said.buyer.vat_id)
    found = [r for r in rows if wanted and _plain(r.tax_number) == wanted]
    found = found or [r for r in rows if r.name.casefold() == said.buyer.name.casefold()]
    return Customer(found[0].id, found[0].number, found[0].name) if len(found) == 1 else None


def _plain(number: str) -> str:
    return "".join(number.split()).replace(".", "").upper()


def their_invoice(detail: ReceivedDetail) -> TheirInvoice:
    """The document in our terms.

    Raises:
        NotPlainError: something is paid already, rounded, or not in whole minor units.
    """
    said = detail.read.invoice
    if said.issue_date is None:
        raise NotSelfBilledError(number=said.number)
    if said.totals.prepaid:
        raise NotPlainError(number=said.number, what=_PREPAID)
    if said.totals.rounding:
        raise NotPlainError(number=said.number, what=_ROUNDED)
    if detail.faults:
        raise NotPlainError(number=said.number, what=_FAULTS)
    lines = [*(_line(x, said) for x in said.lines), *_extras(said)]
    return TheirInvoice(
        number=said.number, on=said.issue_date, currency=said.currency, lines=tuple(lines),
        taxes=tuple((_rate(p.rate), _minor(p.tax, said)) for p in said.vat_breakdown),
        references=tuple(
            x
            for x in (
                said.despatch_advice_reference, said.sales_order_reference, said.order_reference,
            )
            if x
        ),
        delivered_on=said.delivery.on if said.delivery is not None else None,
        received_id=detail.row.id,
    )  # fmt: skip


def _line(line: Line, said: EInvoice) -> TheirLine:
    standard = (line.standard_item_id.id,) if line.standard_item_id is not None else ()
    codes = tuple(plain_code(x) for x in (line.seller_item_id, *standard) if x)
    return TheirLine(
        line.name, int((line.quantity * 1000).to_integral_value()), _minor(line.net_amount, said),
        _rate(line.vat_rate), codes,
    )  # fmt: skip


def _extras(said: EInvoice) -> Iterable[TheirLine]:
    """What is charged on, or taken off, the whole document."""
    for sign, parts in ((1, said.charges), (-1, said.allowances)):
        for part in parts:
            yield _extra(part, sign, said)


def _extra(part: AllowanceCharge, sign: int, said: EInvoice) -> TheirLine:
    name = part.reason or part.reason_code or "-"
    return TheirLine(name, 1000, sign * _minor(part.amount, said), _rate(part.vat_rate), ())


def _rate(rate: Decimal | None) -> int:
    """Thousandths of a per cent; 0 where the category has no rate."""
    return int((rate * 1000).to_integral_value()) if rate is not None else 0


def _minor(cents: Cents, said: EInvoice) -> int:
    """Hundredths in minor units; refuses what is no whole number of them."""
    digits = minor_digits(said.currency)
    scale = int(10 ** abs(_DECIMALS - digits))
    if digits >= _DECIMALS:
        return scale * int(cents)
    if cents % scale:
        raise NotPlainError(number=said.number, what=_PARTS)
    return int(cents) // scale


@permitted(Permission.INVOICE)
def take_self_billed(
    uow: UnitOfWork, *, uuid: str, received_id: int, party_id: int, reason: str = ""
) -> SavedInvoice:
    """Accept a received document as our sale: an invoice at the customer's figures, or its credit note.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one document.
        received_id: the e-invoice that came.
        party_id: the customer who wrote it.
        reason: why differences are accepted; "" holds the invoice.

    Raises:
        NotSelfBilledError, NotOurSaleError, NotPlainError, NoCorrectedError, CreditDiffersError,
        CreditLineError, and those of book_self_billed and credit_invoice.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    detail = get_received(uow.connection, received_id=received_id)
    said = detail.read.invoice
    if not is_self_billed(said) or said.issue_date is None:
        raise NotSelfBilledError(number=said.number)
    _check_seller(uow.connection, said)
    if said.type == SELF_BILLED:
        theirs = their_invoice(detail)
        return book_self_billed(uow, uuid=uuid, party_id=party_id, theirs=theirs, reason=reason)
    return _credit(uow, uuid, detail, party_id, reason)


def _check_seller(connection: Connection, said: EInvoice) -> None:
    """We are the seller, as far as both numbers are known."""
    own = _plain(get_company(connection).tax_number)
    named = {_plain(x) for x in (said.seller.vat_id, said.seller.tax_registration_id) if x}
    if own and named and own not in named:
        raise NotOurSaleError(number=said.number, seller=said.seller.name)


def _credit(uow: UnitOfWork, uuid: str, detail: ReceivedDetail, party_id: int, reason: str) -> SavedInvoice:
    theirs = their_invoice(detail)
    check_number(uow, party_id=party_id, number=theirs.number, day=theirs.on)
    said = detail.read.invoice
    named = [x.number for x in said.preceding_invoices]
    corrected = _corrected(uow.connection, party_id, named)
    if corrected is None:
        raise NoCorrectedError(number=theirs.number, corrects=", ".join(named) or "-")
    lines = get_invoice(uow.connection, invoice_id=corrected).lines
    told = reason.strip() or next((n.text for n in said.notes if n.text), "") or theirs.number
    done = credit_invoice(
        uow, uuid=uuid, invoice_id=corrected, reason=told[:200], wishes=_wishes(theirs, lines),
        theirs=SelfBilled(theirs.number, theirs.on, theirs.received_id),
    )  # fmt: skip
    owed, digits = _minor(said.totals.tax_inclusive, said), minor_digits(said.currency)
    if done.gross_minor != owed:
        raise CreditDiffersError(
            number=theirs.number,
            theirs=Decimal(owed).scaleb(-digits),
            ours=Decimal(done.gross_minor).scaleb(-digits),
        )
    return done


def _corrected(connection: Connection, party_id: int, numbers: Sequence[str]) -> int | None:
    """The invoice that is named: by the customer's number, else by ours."""
    for number in numbers:
        found = find_by_their_number(connection, party_id=party_id, number=number)
        if found is None:
            found = connection.execute(
                select(invoice.c.id).where(invoice.c.number == number, invoice.c.party_id == party_id)
            ).scalar_one_or_none()
        if found is not None:
            return int(found)
    return None


def _wishes(theirs: TheirInvoice, lines: Sequence[InvoiceLine]) -> list[CreditWish]:
    """Which lines of the invoice are taken back, and how much of each."""
    rest: Mapping[int, InvoiceLine] = {x.id: x for x in lines}
    found: list[CreditWish] = []
    for line in theirs.lines:
        mine = [x for x in rest.values() if x.sku and plain_code(x.sku) in line.codes] or [
            x for x in rest.values() if x.name.casefold() == line.name.casefold()
        ]
        if not mine:
            raise CreditLineError(name=line.name, number=theirs.number)
        wanted = line.quantity_milli
        for x in mine:
            taken = min(wanted, x.quantity_milli)
            if taken > 0:
                found.append(CreditWish(x.id, taken))
                wanted -= taken
        if wanted > 0:
            raise CreditLineError(name=line.name, number=theirs.number)
    return found
