"""Drafts of invoices: from shipments, from an order, by period, pro-forma."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, select

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.fulfilment.states import LEFT_HOUSE
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.facts import facts
from app.invoicing.refusals import NothingToInvoiceError, OtherCustomerError
from app.invoicing.rules import BillLine
from app.invoicing.states import InvoiceKind
from app.invoicing.store import InvoiceHead, SavedInvoice, by_uuid, write_draft
from app.kernel.permission import Permission, permitted
from app.orders.operations.entry import tax_code
from app.orders.rules import share, sold_quantity, tax_amounts
from app.orders.states import LineKind
from app.orders.store import line_rows, lock_order, order_row
from app.organisation.queries import Company, get_company
from app.tax.rules import Tax, TaxRounding
from app.terms.queries import get_terms, postal_address, rate_on
from app.terms.tax_rules import taxes_for

_SHIPMENTS: Final = (
    select(shipment).where(shipment.c.id.in_(bindparam("ids_", expanding=True))).order_by(shipment.c.id)
)
_SHIPPED: Final = (
    select(shipment_line)
    .where(
        shipment_line.c.shipment_id.in_(bindparam("ids_", expanding=True)),
        shipment_line.c.quantity_milli > shipment_line.c.returned_milli + shipment_line.c.invoiced_milli,
    )
    .order_by(shipment_line.c.shipment_id, shipment_line.c.id)
)


def bill_line(
    line: Row[Any], *, base_milli: int, before_milli: int, shipment_line_id: int | None
) -> BillLine:
    """So much of an order line as a line of an invoice: its share of the amount after discounts."""
    return BillLine(
        name=line.name, sku=line.sku, unit=line.unit,
        quantity_milli=sold_quantity(base_milli, line.pack_milli), base_milli=base_milli,
        unit_price_minor=line.unit_price_minor,
        amount_minor=share(
            line.amount_minor, before_milli=before_milli, quantity_milli=base_milli,
            whole_milli=line.ordered_milli,
        ),
        tax_class_id=line.tax_class_id, product_id=line.product_id, order_id=line.order_id,
        order_line_id=line.id, shipment_line_id=shipment_line_id,
    )  # fmt: skip


def with_tax(
    lines: Sequence[BillLine], *, company: Company, includes_tax: bool, taxes: Mapping[int, tuple[Tax, ...]]
) -> tuple[list[BillLine], Any]:
    """The lines with net, tax and gross by the one engine, and the totals by rate."""
    taxed = tax_amounts(
        [(x.name, x.amount_minor, x.base_milli, x.tax_class_id) for x in lines],
        includes_tax=includes_tax, taxes=taxes, rounding=TaxRounding(company.tax_rounding),
    )  # fmt: skip
    whole = [
        replace(
            x, net_minor=t.net_minor, tax_minor=t.tax_minor, gross_minor=t.gross_minor,
            tax_code=tax_code(dict(taxes), x.tax_class_id),
        )
        for x, t in zip(lines, taxed.lines, strict=True)
    ]  # fmt: skip
    return whole, taxed.totals


def head_of(
    uow: UnitOfWork, order: Row[Any], *, uuid: str, kind: InvoiceKind, company: Company, on: date,
    order_ids: Sequence[int],
) -> InvoiceHead:  # fmt: skip
    """The head of a draft for an order's customer, at the rate of the day."""
    terms = get_terms(uow.connection, party_id=order.party_id)
    return InvoiceHead(
        uuid=uuid, kind=kind, party_id=order.party_id,
        bill_to=postal_address(
            uow.connection, party_id=order.party_id, kind="billing", address_id=order.billing_address_id
        ),
        currency=order.currency,
        rate_micro=rate_on(
            uow.connection, currency=order.currency, company_currency=company.currency, on=on
        ),
        includes_tax=order.includes_tax, order_ids=tuple(order_ids),
        payment_term_id=order.payment_term_id, customer_reference=order.customer_reference,
        language=terms.language or company.language,
    )  # fmt: skip


@permitted(Permission.INVOICE)
def draft_from_order(
    uow: UnitOfWork, *, uuid: str, order_id: int, quantities: Mapping[int, int] | None = None
) -> SavedInvoice:
    """Bill what an order has to be billed by its policy, or the quantities given (base units by line).

    More than the policy allows makes a draft too, and is held when it is posted.

    Raises:
        NothingToInvoiceError, NoSuchOrderError: see their sentences.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    order = lock_order(uow, order_id)
    lines = line_rows(uow.connection, order_id)
    if quantities is None:
        billed = _policy_lines(lines, order.invoice_policy)
    else:
        billed = [
            bill_line(x, base_milli=quantities[x.id], before_milli=x.invoiced_milli, shipment_line_id=None)
            for x in lines
            if quantities.get(x.id, 0) > 0
        ]
    return _write(uow, uuid, InvoiceKind.INVOICE, [order], billed, None)


def bearable(lines: Sequence[BillLine]) -> list[BillLine]:
    """The lines without the allowances that a first part cannot bear; they wait for a later invoice."""
    left = sum(x.amount_minor for x in lines)
    kept = list(lines)
    for x in sorted(lines, key=lambda x: x.amount_minor):
        if left >= 0:
            break
        kept.remove(x)
        left -= x.amount_minor
    return kept


def _write(
    uow: UnitOfWork, uuid: str, kind: InvoiceKind, orders: Sequence[Row[Any]], lines: Sequence[BillLine],
    delivered_on: date | None, period: tuple[date, date] | None = None,
) -> SavedInvoice:  # fmt: skip
    if not lines:
        raise NothingToInvoiceError
    first = orders[0]
    if any(
        (o.party_id, o.currency, o.includes_tax) != (first.party_id, first.currency, first.includes_tax)
        for o in orders
    ):
        raise OtherCustomerError
    company = get_company(uow.connection)
    on = company.day_of(uow.now)
    taxes = taxes_for(uow.connection, party_id=first.party_id, day=delivered_on or on)
    whole, totals = with_tax(bearable(lines), company=company, includes_tax=first.includes_tax, taxes=taxes)
    head = head_of(uow, first, uuid=uuid, kind=kind, company=company, on=on, order_ids=[o.id for o in orders])
    head = replace(
        head, delivered_on=delivered_on or on, period_from=period[0] if period else None,
        period_to=period[1] if period else None,
    )  # fmt: skip
    made = write_draft(uow, head, whole, totals)
    take_step(
        uow, document_type=kind.value, document_id=made.invoice_id, step="drafted",
        payload={"orders": [o.id for o in orders], "gross_minor": made.gross_minor, "lines": len(whole)},
    )  # fmt: skip
    return made


@permitted(Permission.INVOICE)
def draft_from_shipments(
    uow: UnitOfWork, *, uuid: str, shipment_ids: Sequence[int], order_ids: Sequence[int] = (),
    period: tuple[date, date] | None = None,
) -> SavedInvoice:  # fmt: skip
    """Bill what left with one or several shipments, with their delivery charges.

    Charges of the orders and services that are done go on it too.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one draft.
        shipment_ids: what left.
        order_ids: further orders of the customer, billed by their own policy.
        period: the first and last day that stand on the invoice.

    Raises:
        NothingToInvoiceError, OtherCustomerError: see their sentences.
    """
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    key = {"ids_": sorted(set(shipment_ids))}
    ships = [r for r in uow.connection.execute(_SHIPMENTS, key) if r.status in LEFT_HOUSE]
    shipped_orders = {s.order_id for s in ships}
    orders = {i: lock_order(uow, i) for i in sorted(shipped_orders | set(order_ids))}
    if not orders:
        raise NothingToInvoiceError
    lines = {i: line_rows(uow.connection, i) for i in orders}
    shipped = list(uow.connection.execute(_SHIPPED, {"ids_": [s.id for s in ships]}))
    billed = _shipped_lines(shipped, lines)
    for order_id, rows in lines.items():
        if order_id in shipped_orders:
            billed += _done_lines(rows)
        else:
            billed += _policy_lines(rows, orders[order_id].invoice_policy)
    billed += [x for s in ships if s.charge_minor for x in _charge(uow, s, billed)]
    delivered = max((s.business_date for s in ships), default=None)
    return _write(uow, uuid, InvoiceKind.INVOICE, [orders[i] for i in orders], billed, delivered, period)


def _policy_lines(rows: Sequence[Row[Any]], policy: str) -> list[BillLine]:
    """What an order has to be billed by its policy."""
    wanted = {x.id: facts(x).to_invoice_milli(policy) for x in rows}
    return [
        bill_line(x, base_milli=wanted[x.id], before_milli=x.invoiced_milli, shipment_line_id=None)
        for x in rows
        if wanted[x.id] > 0
    ]


def _shipped_lines(shipped: Sequence[Row[Any]], lines: Mapping[int, Sequence[Row[Any]]]) -> list[BillLine]:
    by_id = {x.id: x for rows in lines.values() for x in rows}
    before = {line_id: x.invoiced_milli for line_id, x in by_id.items()}
    found: list[BillLine] = []
    for s in shipped:
        line = by_id[s.order_line_id]
        left = s.quantity_milli - s.returned_milli - s.invoiced_milli
        quantity = min(left, line.ordered_milli - line.cancelled_milli - before[line.id])
        if quantity > 0:
            found.append(
                bill_line(line, base_milli=quantity, before_milli=before[line.id], shipment_line_id=s.id)
            )
            before[line.id] += quantity
    return found


def _done_lines(rows: Sequence[Row[Any]]) -> list[BillLine]:
    found = []
    for x in rows:
        quantity = facts(x).to_invoice_milli("delivered")
        if x.kind != LineKind.GOODS.value and quantity:
            found.append(
                bill_line(x, base_milli=quantity, before_milli=x.invoiced_milli, shipment_line_id=None)
            )
    return found


def _charge(uow: UnitOfWork, row: Row[Any], billed: Sequence[BillLine]) -> list[BillLine]:
    """The delivery charge of a shipment, once; taxed as the dearest goods on the invoice.

    It is an incidental part of the supply, so it shares its rate.
    """
    from app.invoicing.tables import invoice, invoice_line

    there = uow.connection.execute(
        select(invoice_line.c.id)
        .join_from(invoice_line, invoice)
        .where(invoice_line.c.order_line_id.is_(None), invoice_line.c.order_id == row.order_id,
               invoice_line.c.sku == charge_sku(row), invoice.c.status != "voided",
               invoice.c.kind == InvoiceKind.INVOICE.value)
    ).first()  # fmt: skip
    goods = [x for x in billed if x.amount_minor > 0]
    if there is not None or not goods:
        return []
    dearest = max(goods, key=lambda x: x.amount_minor)
    return [
        BillLine(
            name="Delivery", sku=charge_sku(row), unit="pc", quantity_milli=1000, base_milli=1000,
            unit_price_minor=row.charge_minor, amount_minor=row.charge_minor,
            tax_class_id=dearest.tax_class_id, order_id=row.order_id,
        )
    ]  # fmt: skip


def charge_sku(row: Row[Any]) -> str:
    """What marks the line of a shipment's delivery charge."""
    return f"DELIVERY {row.number}"


@permitted(Permission.INVOICE)
def draft_of_period(
    uow: UnitOfWork, *, uuid: str, party_id: int, period_from: date, period_to: date
) -> SavedInvoice:
    """One invoice for everything that left for a customer in a period and is not billed."""
    ids = list(
        uow.connection.execute(
            select(shipment.c.id)
            .join_from(shipment, shipment_line)
            .where(
                shipment.c.party_id == party_id,
                shipment.c.status.in_(LEFT_HOUSE),
                shipment.c.business_date >= period_from,
                shipment.c.business_date <= period_to,
                shipment_line.c.quantity_milli
                > shipment_line.c.returned_milli + shipment_line.c.invoiced_milli,
            )
            .distinct()
        ).scalars()
    )
    if not ids:
        raise NothingToInvoiceError
    return draft_from_shipments(uow, uuid=uuid, shipment_ids=ids, period=(period_from, period_to))


@permitted(Permission.INVOICE)
def draft_pro_forma(uow: UnitOfWork, *, uuid: str, order_id: int) -> SavedInvoice:
    """A pro-forma of a whole order: it gets a number of its own series and books nothing."""
    there = by_uuid(uow, uuid)
    if there is not None:
        return there
    order = order_row(uow.connection, order_id)
    billed = [
        bill_line(x, base_milli=x.ordered_milli - x.cancelled_milli, before_milli=0, shipment_line_id=None)
        for x in line_rows(uow.connection, order_id)
        if x.ordered_milli > x.cancelled_milli
    ]
    return _write(uow, uuid, InvoiceKind.PRO_FORMA, [order], billed, None)
