"""What left for a customer and is on no invoice, delivery note by delivery note, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from app.catalog.tables import barcode
from app.fulfilment.states import LEFT_HOUSE
from app.fulfilment.tables import shipment, shipment_line
from app.invoicing.self_billing_rules import Unbilled
from app.kernel.money import round_half_up
from app.orders.rules import share
from app.orders.tables import sales_order, sales_order_line
from app.tax.rules import Tax
from app.terms.tax_rules import taxes_for

_WHOLE = 100_000  # 100 % in thousandths of a per cent


def list_unbilled(connection: Connection, *, party_id: int, day: date) -> list[Unbilled]:
    """What left for a customer and is not billed, the oldest first, at the taxes of a day.

    Args:
        connection: where to read.
        party_id: the customer.
        day: whose taxes are due.
    """
    rows = connection.execute(
        select(
            sales_order_line, shipment_line.c.id.label("shipment_line_id"),
            (
                shipment_line.c.quantity_milli
                - shipment_line.c.returned_milli
                - shipment_line.c.invoiced_milli
            ).label("left_milli"),
            shipment.c.number.label("note_number"), sales_order.c.number.label("order_number"),
            sales_order.c.customer_reference, sales_order.c.includes_tax,
        )
        .join_from(shipment_line, shipment, shipment.c.id == shipment_line.c.shipment_id)
        .join(sales_order_line, sales_order_line.c.id == shipment_line.c.order_line_id)
        .join(sales_order, sales_order.c.id == sales_order_line.c.order_id)
        .where(
            shipment.c.party_id == party_id,
            shipment.c.status.in_(LEFT_HOUSE),
            shipment_line.c.quantity_milli
            > shipment_line.c.returned_milli + shipment_line.c.invoiced_milli,
        )
        .order_by(shipment.c.id, shipment_line.c.id)
    ).all()  # fmt: skip
    codes = _codes(connection, [r.product_id for r in rows if r.product_id is not None])
    taxes = taxes_for(connection, party_id=party_id, day=day)
    return [_unbilled(r, codes, taxes) for r in rows]


def _codes(connection: Connection, product_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The barcodes of products, without the zeros that stand in front."""
    found: dict[int, tuple[str, ...]] = {}
    rows = connection.execute(
        select(barcode.c.product_id, barcode.c.code)
        .where(barcode.c.product_id.in_(sorted(set(product_ids))))
        .order_by(barcode.c.id)
    )
    for product_id, code in rows:
        found[product_id] = (*found.get(product_id, ()), plain_code(code))
    return found


def plain_code(code: str) -> str:
    """A code as it is compared: a GTIN of 8, 12 or 13 digits is one of 14 with zeros in front."""
    return code.lstrip("0") if code.isdigit() else code


def _unbilled(
    r: Row[Any], codes: Mapping[int, tuple[str, ...]], taxes: Mapping[int, tuple[Tax, ...]]
) -> Unbilled:
    rate = sum(t.rate for t in taxes.get(r.tax_class_id, ()))
    amount = share(
        r.amount_minor, before_milli=r.invoiced_milli, quantity_milli=r.left_milli,
        whole_milli=r.ordered_milli,
    )  # fmt: skip
    net = round_half_up(amount * _WHOLE, _WHOLE + rate) if r.includes_tax else amount
    known = (r.sku, *codes.get(r.product_id, ()))
    return Unbilled(
        r.shipment_line_id, r.id, r.order_id, r.name, tuple(plain_code(x) for x in known if x), r.left_milli,
        r.pack_milli, net, rate,
        tuple(x for x in (r.note_number, r.order_number, r.customer_reference) if x),
    )  # fmt: skip
