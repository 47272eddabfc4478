"""Orders, shipments, invoices and payments say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.fulfilment.tables import pick_line, pick_list, shipment, shipment_line
from app.inventory.tables import reservation, stock_level
from app.invoicing.operations.numbers import SELF_BILLED
from app.invoicing.tables import invoice, invoice_line, invoice_tax, self_billed
from app.ledger.queries import account_of
from app.ledger.tables import ledger_entry, ledger_line
from app.numbering.tables import number_series
from app.orders.rules import derive_progress
from app.orders.store import facts_of, line_rows
from app.orders.tables import STAGE_FLAGS, sales_order, sales_order_line
from app.receivables.tables import allocation, open_item
from app.reporting.verify.numbers import check_numbers
from app.reporting.verify.results import Check, differences, stream, sums
from app.terms.rules import MICRO
from app.till.tables import sale

_GONE: Final = ("dispatched", "failed", "delivered", "returned")


def _moves(connection: Connection) -> Iterator[str]:
    """What an order line says of its picks and shipments, beside those."""
    line = sales_order_line
    told = sums(
        connection,
        select(line.c.id, line.c.picking_milli, line.c.packed_milli).where(line.c.kind == "goods"),
        1,
    )
    picking = sums(
        connection,
        select(pick_line.c.order_line_id, func.sum(pick_line.c.wanted_milli - pick_line.c.short_milli))
        .join_from(pick_line, pick_list)
        .where(pick_list.c.status.in_(("open", "picking")))
        .group_by(pick_line.c.order_line_id),
        1,
    )
    packed = sums(
        connection,
        select(shipment_line.c.order_line_id, func.sum(shipment_line.c.quantity_milli))
        .join_from(shipment_line, shipment)
        .where(shipment.c.status == "packed")
        .group_by(shipment_line.c.order_line_id),
        1,
    )
    right = {key: (picking.get(key, (0,))[0], packed.get(key, (0,))[0]) for key in told}
    for key, text in differences(told, right, ("picking", "packed")):
        yield f"order line {key[0]}: {text}"


def _shipped(connection: Connection) -> Iterator[str]:
    line = sales_order_line
    told = sums(
        connection,
        select(line.c.id, line.c.shipped_milli - line.c.returned_milli).where(line.c.kind == "goods"),
        1,
    )
    gone = sums(
        connection,
        select(
            shipment_line.c.order_line_id,
            func.sum(shipment_line.c.quantity_milli - shipment_line.c.returned_milli),
        )
        .join_from(shipment_line, shipment)
        .where(shipment.c.status.in_(_GONE))
        .group_by(shipment_line.c.order_line_id),
        1,
    )
    for key, text in differences(told, {k: gone.get(k, (0,)) for k in told}, ("shipped",)):
        yield f"order line {key[0]}: {text}"


def _progress(connection: Connection) -> Iterator[str]:
    """The stored progress of orders that are not done is what their facts say."""
    open_orders = select(sales_order).where(sales_order.c.status.in_(("confirmed", "on_hold")))
    for row in connection.execute(open_orders).all():
        right = derive_progress(facts_of(connection, row, line_rows(connection, row.id)))
        names = ("allocation", "shipment", "invoicing", "payment", *STAGE_FLAGS)
        wrong = [n for n in names if getattr(row, n) != getattr(right, n)]
        if wrong:
            yield f"order {row.number}: {', '.join(wrong)} differ from what happened"


def _promises(connection: Connection) -> Iterator[str]:
    """No more is promised than lies there; what is picked, or being picked, the clerk will miss."""
    line = sales_order_line
    busy = line.c.picking_milli + line.c.picked_milli + line.c.packed_milli
    promised = sums(
        connection,
        select(
            reservation.c.product_id,
            reservation.c.location_id,
            func.sum(reservation.c.quantity_milli - busy),
        )
        .join_from(reservation, line, line.c.id == reservation.c.line_id)
        .where(reservation.c.document_type == "order", reservation.c.quantity_milli > busy)
        .group_by(reservation.c.product_id, reservation.c.location_id),
        2,
    )
    for (product_id, location_id), (total,) in promised.items():
        there = connection.execute(
            select(stock_level.c.on_hand_milli).where(
                stock_level.c.product_id == product_id, stock_level.c.location_id == location_id
            )
        ).scalar_one_or_none()
        if total > max(int(there or 0), 0):
            yield f"product {product_id} at location {location_id}: {total} promised, {there or 0} on hand"


def _reserved(connection: Connection) -> Iterator[str]:
    """A promise is at most what its line still waits for, and only orders that are under way have any."""
    line = sales_order_line
    rows = connection.execute(
        select(
            line.c.id, reservation.c.quantity_milli, line.c.ordered_milli, line.c.cancelled_milli,
            line.c.shipped_milli, sales_order.c.status, reservation.c.location_id,
            func.coalesce(line.c.location_id, sales_order.c.location_id).label("ships_from"),
        )
        .join_from(reservation, line, line.c.id == reservation.c.line_id)
        .join(sales_order, sales_order.c.id == line.c.order_id)
        .where(reservation.c.document_type == "order")
    )  # fmt: skip
    for r in rows:
        if r.quantity_milli > r.ordered_milli - r.cancelled_milli - r.shipped_milli:
            yield f"order line {r.id}: more is promised than it waits for"
        if r.location_id != r.ships_from:
            yield f"order line {r.id}: goods are promised at a place that it does not ship from"
        if r.status != "confirmed":
            yield f"order line {r.id}: goods are promised to an order that is {r.status}"


def _figures(connection: Connection) -> Iterator[str]:
    """Lines, taxes and totals of each posted document add up."""
    lines = sums(
        connection,
        select(
            invoice_line.c.invoice_id, func.sum(invoice_line.c.net_minor), func.sum(invoice_line.c.tax_minor),
            func.sum(invoice_line.c.gross_minor),
        ).group_by(invoice_line.c.invoice_id),
        1,
    )  # fmt: skip
    taxes = sums(
        connection,
        select(invoice_tax.c.invoice_id, func.sum(invoice_tax.c.tax_minor)).group_by(
            invoice_tax.c.invoice_id
        ),
        1,
    )
    for r in stream(connection, select(invoice).where(invoice.c.status == "posted")):
        figures = (r.net_minor, r.tax_minor, r.gross_minor)
        if lines.get((r.id,)) != figures:
            yield f"{r.kind} {r.number}: its lines come to something else"
        if taxes.get((r.id,), (0,))[0] != r.tax_minor:
            yield f"{r.kind} {r.number}: its taxes come to something else"
        if r.payable_minor + r.deposit_minor != r.gross_minor:
            yield f"{r.kind} {r.number}: what is payable and the deposit do not come to the total"


def _numbers(connection: Connection) -> Iterator[str]:
    series = connection.execute(
        select(number_series).where(
            number_series.c.document_type.in_(("invoice", "prepayment", "credit_note", "pro_forma"))
        )
    ).all()
    for s in series:
        found = connection.execute(
            select(invoice.c.sequence).where(
                invoice.c.kind == s.document_type,
                invoice.c.fiscal_year == s.fiscal_year,
                invoice.c.sequence.is_not(None),  # what customers write has a series of its own
            )
        ).scalars()
        yield from check_numbers(f"{s.document_type} {s.fiscal_year}", s.last_number, [int(n) for n in found])
    yield from _self_billed(connection)


def _self_billed(connection: Connection) -> Iterator[str]:
    """What customers wrote has a series of its own, and a number of theirs counts once."""
    rows = connection.execute(
        select(
            invoice.c.number, invoice.c.party_id, self_billed.c.invoice_id, self_billed.c.fiscal_year,
            self_billed.c.sequence, self_billed.c.number.label("theirs"),
        )
        .select_from(invoice.outerjoin(self_billed, self_billed.c.invoice_id == invoice.c.id))
        .where(invoice.c.status == "posted", invoice.c.sequence.is_(None))
    ).all()  # fmt: skip
    counted: dict[int, list[int]] = {}
    theirs: set[tuple[int, str]] = set()
    for r in rows:
        if r.invoice_id is None or r.sequence is None:
            yield f"{r.number}: it has no place in any series"
            continue
        counted.setdefault(r.fiscal_year, []).append(int(r.sequence))
        if r.theirs and (r.party_id, r.theirs) in theirs:
            yield f"{r.number}: the customer's number {r.theirs} was booked before"
        theirs.add((r.party_id, r.theirs))
    series = connection.execute(
        select(number_series.c.fiscal_year, number_series.c.last_number).where(
            number_series.c.document_type == SELF_BILLED
        )
    )
    for year, last in series:
        yield from check_numbers(f"self-billed {year}", last, counted.get(year, []))


def _credits(connection: Connection) -> Iterator[str]:
    """No line is credited above what was invoiced."""
    credited = sums(
        connection,
        select(
            invoice_line.c.credits_line_id, func.sum(invoice_line.c.quantity_milli),
            func.sum(invoice_line.c.gross_minor),
        )
        .join_from(invoice_line, invoice)
        .where(invoice.c.status == "posted", invoice_line.c.credits_line_id.is_not(None))
        .group_by(invoice_line.c.credits_line_id),
        1,
    )  # fmt: skip
    for (line_id,), (quantity, gross) in credited.items():
        line = connection.execute(select(invoice_line).where(invoice_line.c.id == line_id)).one_or_none()
        if line is None or quantity > line.quantity_milli or abs(gross) > abs(line.gross_minor):
            yield f"invoice line {line_id}: more is credited than was invoiced"


def _applied(connection: Connection) -> Iterator[str]:
    """What is open of an item is its amount less what was applied."""
    told = sums(connection, select(open_item.c.id, open_item.c.amount_minor - open_item.c.open_minor), 1)
    right: dict[tuple[Any, ...], tuple[int, ...]] = dict.fromkeys(told, (0,))
    for column, sign in ((allocation.c.open_item_id, 1), (allocation.c.credit_item_id, -1)):
        found = sums(
            connection,
            select(column, func.sum(allocation.c.amount_minor))
            .where(allocation.c.undone_at.is_(None))
            .group_by(column),
            1,
        )
        for key, (amount,) in found.items():
            right[key] = (right.get(key, (0,))[0] + sign * amount,)
    for key, text in differences(told, right, ("applied",)):
        yield f"open item {key[0]}: {text}"


def _control(connection: Connection) -> Iterator[str]:
    """Each invoice's receivable in the ledger is what its open items were opened with."""
    booked = sums(
        connection,
        select(ledger_entry.c.document_id, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_entry, ledger_line, ledger_line.c.entry_id == ledger_entry.c.id)
        .where(
            ledger_entry.c.kind.in_(("invoice", "prepayment", "credit_note")),
            ledger_line.c.party_id.is_not(None),
            ledger_line.c.account_code == account_of(connection, role="receivable"),
        )
        .group_by(ledger_entry.c.document_id),
        1,
    )
    opened = sums(
        connection,
        select(open_item.c.document_id, func.sum(open_item.c.amount_minor))
        .where(
            open_item.c.document_type.in_(("invoice", "prepayment", "credit_note")),
            open_item.c.rate_micro == MICRO,
        )
        .group_by(open_item.c.document_id),
        1,
    )
    for key, text in differences({k: booked.get(k, (0,)) for k in opened}, opened, ("receivable",)):
        yield f"document {key[0]}: {text}"


def _receipts(connection: Connection) -> Iterator[str]:
    """An invoice that stands for a receipt has its figures, and books nothing of its own."""
    rows = connection.execute(
        select(
            invoice.c.id, invoice.c.kind, invoice.c.number, invoice.c.net_minor, invoice.c.gross_minor,
            sale.c.number.label("receipt"), sale.c.net_minor.label("sold_net"),
            sale.c.gross_minor.label("sold_gross"),
        )
        .join_from(invoice, sale, sale.c.id == invoice.c.sale_id, isouter=True)
        .where(invoice.c.sale_id.is_not(None), invoice.c.status == "posted")
    ).all()  # fmt: skip
    booked = set(
        connection.execute(
            select(ledger_entry.c.document_id).where(
                ledger_entry.c.kind.in_(("invoice", "credit_note")),
                ledger_entry.c.document_id.in_([r.id for r in rows]),
            )
        ).scalars()
    )
    for r in rows:
        sign = -1 if r.kind == "credit_note" else 1
        if (r.sold_net, r.sold_gross) != (sign * r.net_minor, sign * r.gross_minor):
            yield f"{r.kind} {r.number}: it says something else than receipt {r.receipt or '-'}"
        if r.id in booked:
            yield f"{r.kind} {r.number}: it is booked beside receipt {r.receipt}"


ORDER_CHECKS: Final = (
    Check("orders_agree_with_picks", "Order lines say what pick lists and packages say.", _moves),
    Check("orders_agree_with_shipments", "Order lines say what left and came back.", _shipped),
    Check("order_progress", "The progress of each open order follows from its facts.", _progress),
    Check("promises_are_covered", "No more goods are promised to orders than lie there.", _promises),
    Check("promises_have_orders", "Goods are promised only to lines that wait for them.", _reserved),
    Check("invoices_add_up", "Lines, taxes and totals of posted invoices add up.", _figures),
    Check("invoices_without_gaps", "Numbers of invoices have neither gaps nor doubles.", _numbers),
    Check("credits_within_invoices", "No invoice line is credited above what was invoiced.", _credits),
    Check("receipts_billed_once", "Invoices of receipts repeat them and book nothing.", _receipts),
    Check("open_items_agree", "What is open is the amount less what was applied.", _applied),
    Check("invoices_are_booked", "The ledger's receivable of each invoice is its open items.", _control),
)
