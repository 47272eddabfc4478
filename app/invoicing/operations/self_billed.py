"""Booking what a customer wrote in our name: his figures, laid beside what left, held where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.invoicing.operations.drafts import head_of, with_tax
from app.invoicing.operations.post import hold_invoice, post_invoice, release_invoice
from app.invoicing.rules import BillLine
from app.invoicing.self_billing import (
    SelfBilled,
    find_by_their_number,
    mark_self_billed,
    require_agreement,
)
from app.invoicing.self_billing_rules import Laid, Pair, TheirLine, lay_beside
from app.invoicing.states import InvoiceKind
from app.invoicing.store import SavedInvoice, by_uuid, invoice_row, lock_invoice, write_draft
from app.invoicing.unbilled_queries import list_unbilled
from app.kernel.money import minor_digits, round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE, milli_to_decimal
from app.kernel.refusal import Refusal
from app.orders.rules import base_quantity
from app.orders.store import line_rows, lock_order
from app.organisation.queries import get_company
from app.tax.rules import Tax, TaxTotal
from app.terms.tax_rules import taxes_for


class NothingLeftError(Refusal):
    """Not one line answers anything that left."""

    message = "Nothing on {number} answers goods that left and are not billed. Is it the right customer?"


class TheirNumberError(Refusal):
    """The same number a second time."""

    message = "{number} of this customer is booked already, as {ours}."


class TheirSeriesError(Refusal):
    """A number of another series."""

    message = "{number} does not belong to the agreed series: its numbers begin with {prefix}."


class TheirCurrencyError(Refusal):
    """Another currency than was ordered in."""

    message = "{number} is in {theirs}, the order in {ours}. Ask the customer for another document."


class TheirRateError(Refusal):
    """A rate that none of our taxes has."""

    message = "{name}: none of our taxes is {rate} %. Ask the customer for another document."


class TheirFiguresError(Refusal):
    """Totals that do not follow from the lines."""

    message = "The tax of {number} does not follow from its lines. Ask the customer for another document."


@dataclass(frozen=True, slots=True)
class TheirInvoice:
    """What the customer wrote.

    Attributes:
        number: his; it counts on paper.
        on: its day.
        lines: with what is charged or taken off on the document as lines of their own.
        taxes: rate (thousandths of a per cent) and tax in minor units.
        references: numbers of delivery notes and orders it names.
        delivered_on: as he says it; None where he does not.
        received_id: the e-invoice it came as.
    """

    number: str
    on: date
    currency: str
    lines: tuple[TheirLine, ...]
    taxes: tuple[tuple[int, int], ...]
    references: tuple[str, ...] = ()
    delivered_on: date | None = None
    received_id: int | None = None


@permitted(Permission.INVOICE)
def book_self_billed(
    uow: UnitOfWork, *, uuid: str, party_id: int, theirs: TheirInvoice, reason: str = ""
) -> SavedInvoice:
    """Accept an invoice that the customer wrote: it is our sale, at his figures.

    Where it differs from what left (quantity, price, tax, a line nobody knows) it is held; with a reason it
    is accepted all the same, by who may release what is held.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one invoice.
        party_id: the customer.
        theirs: what he wrote.
        reason: why differences are accepted; "" holds them.

    Raises:
        NotAgreedError, TheirSeriesError, TheirNumberError, NothingLeftError, TheirCurrencyError,
        TheirRateError, TheirFiguresError, PermissionNeededError, and those of post_invoice.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    check_number(uow, party_id=party_id, number=theirs.number, day=theirs.on)
    left = list_unbilled(uow.connection, party_id=party_id, day=theirs.delivered_on or theirs.on)
    laid = lay_beside(theirs.lines, left, theirs.references, digits=minor_digits(theirs.currency))
    order_ids = sorted({p.ours.order_id for p in laid.pairs if p.ours is not None})
    if not order_ids:
        raise NothingLeftError(number=theirs.number)
    made = _draft(uow, uuid, party_id, theirs, laid, order_ids)
    mark_self_billed(uow, made.invoice_id, SelfBilled(theirs.number, theirs.on, theirs.received_id))
    take_step(
        uow, document_type=made.kind.value, document_id=made.invoice_id, step="drafted",
        payload={"orders": order_ids, "gross_minor": made.gross_minor, "self_billed": True},
    )  # fmt: skip
    if not laid.differences:
        return post_invoice(uow, invoice_id=made.invoice_id, on=theirs.on)
    held = hold_invoice(uow, lock_invoice(uow, made.invoice_id), laid.differences)
    if not reason.strip():
        return held
    return release_invoice(uow, invoice_id=made.invoice_id, reason=reason, on=theirs.on)


def check_number(uow: UnitOfWork, *, party_id: int, number: str, day: date) -> None:
    """The customer may write on that day, in the series agreed, each number once.

    Raises:
        NotAgreedError, TheirSeriesError, TheirNumberError: see their sentences.
    """
    agreement = require_agreement(uow.connection, party_id=party_id, day=day)
    if not number.startswith(agreement.prefix):
        raise TheirSeriesError(number=number, prefix=agreement.prefix)
    booked = find_by_their_number(uow.connection, party_id=party_id, number=number)
    if booked is not None:
        ours = invoice_row(uow.connection, booked).number
        raise TheirNumberError(number=number, ours=ours or "a draft")


def _draft(
    uow: UnitOfWork, uuid: str, party_id: int, theirs: TheirInvoice, laid: Laid, order_ids: Sequence[int]
) -> SavedInvoice:
    company = get_company(uow.connection)
    orders = {i: lock_order(uow, i) for i in order_ids}
    rows = {x.id: x for i in order_ids for x in line_rows(uow.connection, i)}
    first = orders[order_ids[0]]
    for order in orders.values():
        if order.currency != theirs.currency:
            raise TheirCurrencyError(number=theirs.number, theirs=theirs.currency, ours=order.currency)
    taxes = taxes_for(uow.connection, party_id=party_id, day=theirs.delivered_on or theirs.on)
    billed = [_line(pair, rows, orders, taxes) for pair in laid.pairs]
    whole, totals = with_tax(billed, company=company, includes_tax=False, taxes=taxes)
    lines, taxed = _at_their_tax(whole, totals, theirs)
    head = head_of(
        uow, first, uuid=uuid, kind=InvoiceKind.INVOICE, company=company, on=theirs.on, order_ids=order_ids
    )
    head = replace(
        head, includes_tax=False, customer_reference=theirs.number,
        delivered_on=theirs.delivered_on or theirs.on,
    )  # fmt: skip
    return write_draft(uow, head, lines, taxed)


def _line(
    pair: Pair, rows: Mapping[int, Any], orders: Mapping[int, Any], taxes: Mapping[int, tuple[Tax, ...]]
) -> BillLine:
    """A line at the customer's figures; at our own unit price where it comes to what we would have billed."""
    theirs, ours = pair.theirs, pair.ours
    price = round_half_up(pair.net_minor * ONE, pair.quantity_milli or ONE)
    if ours is None:
        return BillLine(
            name=theirs.name, sku="", unit="pc", quantity_milli=pair.quantity_milli,
            base_milli=pair.quantity_milli, unit_price_minor=price, amount_minor=pair.net_minor,
            tax_class_id=_class_of(theirs, taxes),
        )  # fmt: skip
    row = rows[ours.order_line_id]
    if pair.same_price and not orders[row.order_id].includes_tax:
        price = row.unit_price_minor
    return BillLine(
        name=row.name, sku=row.sku, unit=row.unit, quantity_milli=pair.quantity_milli,
        base_milli=base_quantity(pair.quantity_milli, row.pack_milli), unit_price_minor=price,
        amount_minor=pair.net_minor, product_id=row.product_id,
        tax_class_id=row.tax_class_id if ours.rate == theirs.rate else _class_of(theirs, taxes),
        order_id=row.order_id, order_line_id=row.id, shipment_line_id=ours.shipment_line_id,
    )  # fmt: skip


def _class_of(line: TheirLine, taxes: Mapping[int, tuple[Tax, ...]]) -> int:
    for tax_class, due in sorted(taxes.items()):
        if sum(t.rate for t in due) == line.rate:
            return tax_class
    raise TheirRateError(name=line.name, rate=f"{milli_to_decimal(line.rate):g}")


def _at_their_tax(
    lines: Sequence[BillLine], totals: Sequence[TaxTotal], theirs: TheirInvoice
) -> tuple[list[BillLine], list[TaxTotal]]:
    """The tax as the customer wrote it: what rounding puts between is laid on the rate's largest line."""
    wanted = dict(theirs.taxes)
    found, taxed = list(lines), list(totals)
    for place, total in enumerate(taxed):
        off = wanted.pop(total.rate, 0) - total.tax_minor
        mine = [i for i, x in enumerate(found) if x.tax_code == total.code]
        if abs(off) > len(mine):
            raise TheirFiguresError(number=theirs.number)
        if off:
            i = max(mine, key=lambda i: abs(found[i].net_minor))
            x = found[i]
            found[i] = replace(x, tax_minor=x.tax_minor + off, gross_minor=x.gross_minor + off)
            taxed[place] = replace(total, tax_minor=total.tax_minor + off)
    if any(wanted.values()):
        raise TheirFiguresError(number=theirs.number)
    return found, taxed
