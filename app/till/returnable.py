"""What can still come back of a sale, at which price, in which unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, func, select, union_all

from app.catalog.states import UNSTOCKED
from app.catalog.tables import product
from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE
from app.payments.tables import payment, tender_type
from app.tax.engine import tax_document
from app.tax.queries import taxes_on
from app.tax.rules import Tax, TaxableLine, TaxTotal
from app.terms.tax_rules import as_billed
from app.till.back import Back, ReceiptLine, share_of
from app.till.cart import CartLine, Sellable, Seller
from app.till.kits import KitPart, PartFigures
from app.till.marks import Mark, read_mark
from app.till.queries import NoSuchReceiptError
from app.till.refunds import EXCHANGE
from app.till.states import HoldStatus
from app.till.tables import (
    sale,
    sale_line,
    sale_line_part,
    sale_return,
    sale_return_line,
    sale_tax,
    till_hold,
    till_hold_part,
)


@dataclass(frozen=True, slots=True)
class SoldPart:
    """What left the stock for a line that is a kit, and its cost: both of the whole line."""

    quantity_milli: int
    cost_minor: int


@dataclass(frozen=True, slots=True)
class ReturnableLine:
    """A line of a receipt as goods that may come back; cost is of the whole line."""

    receipt: ReceiptLine
    item: Sellable
    cost_minor: int
    returned_minor: int = 0  # what was paid back of it so far
    parts: tuple[SoldPart, ...] = ()  # of a kit, in the order of the item's
    serials: tuple[str, ...] = ()  # numbers of the pieces that may still come back
    seller: Seller | None = None  # who sold it


@dataclass(frozen=True, slots=True)
class Returnable:
    """A sale with what of it may come back, and how it was paid so far and paid back."""

    sale_id: int
    number: str
    kind: str
    business_date: date
    party_id: int | None
    lines: tuple[ReturnableLine, ...]
    paid: dict[str, int]  # by kind of tender, cash without its rounding
    refunded: dict[str, int]

    def line(self, position: int) -> ReturnableLine | None:
        """The line of that position."""
        return next((x for x in self.lines if x.receipt.position == position), None)


def line_back(found: ReturnableLine, quantity_milli: int, *, cashier_id: int, back: Back) -> CartLine:
    """A line of the cart for so much of a receipt's line; raises NotThatManyError."""
    found.receipt.check(quantity_milli)
    item = found.item
    return CartLine(
        uuid4().hex, item, quantity_milli, item.unit_price_minor, cashier_id,
        back=replace(back, receipt=found.receipt), mark=mark_back(found, quantity_milli),
        seller=found.seller,
    )  # fmt: skip


def mark_back(found: ReturnableLine, quantity_milli: int) -> Mark | None:
    """The numbers of the pieces that come back: all of them where all do, else they are asked for."""
    if not found.serials:
        return None
    whole = quantity_milli == found.receipt.left_milli
    return Mark(by_serial=True, serials=found.serials if whole else (), known=found.serials)


def get_returnable(connection: Connection, *, sale_id: int) -> Returnable:
    """What may still come back of a sale; raises NoSuchReceiptError."""
    head = connection.execute(select(sale).where(sale.c.id == sale_id)).one_or_none()
    if head is None:
        raise NoSuchReceiptError(number=sale_id)
    before = _before(connection, sale_id)
    taxes = taxes_on(connection, head.business_date)
    rows = connection.execute(
        select(sale_line, product.c.kind)
        .join_from(sale_line, product, product.c.id == sale_line.c.product_id, isouter=True)
        .where(sale_line.c.sale_id == sale_id)
        .order_by(sale_line.c.position)
    )
    codes = connection.execute(select(sale_tax.c.tax_code).where(sale_tax.c.sale_id == sale_id)).scalars()
    taxes = as_billed(taxes, codes)
    parts = _parts(connection, sale_id)
    lines = _named(
        connection,
        [
            (
                _line(row, head.number, before.get(row.position, 0), taxes, parts.get(row.position, ())),
                row.mark,
            )
            for row in rows
        ],
    )
    return Returnable(
        sale_id, head.number, head.kind, head.business_date, head.party_id, lines,
        _paid(connection, [sale_id], head.rounding_minor), _refunded(connection, sale_id),
    )  # fmt: skip


def _before(connection: Connection, sale_id: int) -> dict[int, int]:
    """What came back, or is kept for a checkout that takes it back, by position of the line."""
    came, kept = sale_return_line.c, till_hold_part.c
    back = select(came.origin_position, came.quantity_milli).where(came.origin_sale_id == sale_id)
    coming = (
        select(kept.sale_position, kept.amount)
        .join_from(till_hold_part, till_hold, till_hold.c.id == kept.hold_id)
        .where(kept.sale_id == sale_id, till_hold.c.status == HoldStatus.OPEN.value)
    )
    found: dict[int, int] = {}
    for position, milli in connection.execute(union_all(back, coming)):
        found[position] = found.get(position, 0) + milli
    return found


def _named(
    connection: Connection, lines: Sequence[tuple[ReturnableLine, str | None]]
) -> tuple[ReturnableLine, ...]:
    """The lines with the numbers of the pieces that did not come back yet."""
    if not any(text for _line, text in lines):
        return tuple(line for line, _text in lines)
    sale_id = lines[0][0].receipt.sale_id
    rows = connection.execute(
        select(sale_return_line.c.origin_position, sale_line.c.mark)
        .join_from(
            sale_return_line, sale_line,
            (sale_line.c.sale_id == sale_return_line.c.sale_id)
            & (sale_line.c.position == sale_return_line.c.position),
        )
        .where(sale_return_line.c.origin_sale_id == sale_id, sale_line.c.mark.is_not(None))
    )  # fmt: skip
    back = {(r.origin_position, code) for r in rows for code in _serials(r.mark)}
    return tuple(
        replace(x, serials=tuple(c for c in _serials(text) if (x.receipt.position, c) not in back))
        for x, text in lines
    )


def _serials(text: str | None) -> tuple[str, ...]:
    mark = read_mark(text)
    return mark.serials if mark is not None else ()


def _parts(connection: Connection, sale_id: int) -> dict[int, list[Row[Any]]]:
    """The parts of the kits of a sale, by position of the line."""
    found: dict[int, list[Row[Any]]] = {}
    rows = connection.execute(
        select(sale_line_part, product.c.kind)
        .join_from(sale_line_part, product, product.c.id == sale_line_part.c.product_id)
        .where(sale_line_part.c.sale_id == sale_id)
        .order_by(sale_line_part.c.position, sale_line_part.c.part)
    )
    for row in rows:
        found.setdefault(row.position, []).append(row)
    return found


def kit_figures(connection: Connection, *, sale_id: int) -> dict[int, dict[int, PartFigures]]:
    """What of the kits of a sale or return falls to each tax class, by position of the line; signed."""
    found: dict[int, dict[int, PartFigures]] = {}
    for position, rows in _parts(connection, sale_id).items():
        sums = found.setdefault(position, {})
        for p in rows:
            old = sums.get(p.tax_class_id, PartFigures(0, 0, 0))
            sums[p.tax_class_id] = PartFigures(
                old.net_minor + p.net_minor, old.tax_minor + p.tax_minor, old.gross_minor + p.gross_minor
            )
    return found


def _line(
    row: Row[Any], number: str, before_milli: int, taxes: Mapping[int, tuple[Tax, ...]],
    parts: Sequence[Row[Any]],
) -> ReturnableLine:  # fmt: skip
    base = row.base_quantity_milli or row.quantity_milli
    receipt = ReceiptLine(
        sale_id=row.sale_id, position=row.position, number=number, name=row.name,
        sold_milli=row.quantity_milli, before_milli=before_milli, includes_tax=row.includes_tax,
        line_discount_minor=row.line_discount_minor, sale_discount_minor=row.sale_discount_minor,
        net_minor=row.net_minor, tax_minor=row.tax_minor, gross_minor=row.gross_minor,
        taxes=_taxes_of_kit(parts, taxes) if parts else _taxes(row, taxes.get(row.tax_class_id, ())),
        parts=tuple(PartFigures(p.net_minor, p.tax_minor, p.gross_minor) for p in parts),
    )  # fmt: skip
    keeps_stock = row.kind is not None and row.kind not in UNSTOCKED
    item = Sellable(
        product_id=row.product_id, sku=row.sku, name=row.name, unit=row.unit,
        pack_milli=abs(round_half_up(base * ONE, row.quantity_milli)), unit_price_minor=row.unit_price_minor,
        includes_tax=row.includes_tax, tax_class_id=row.tax_class_id, category_id=row.category_id,
        weighed=bool(row.quantity_milli % ONE), barcode=row.barcode,
        on_hand_milli=0 if keeps_stock else None, parts=tuple(_kit_part(p, base) for p in parts),
    )  # fmt: skip
    back = share_of(row.gross_minor, 0, before_milli, row.quantity_milli)
    sold = tuple(SoldPart(p.quantity_milli, p.cost_minor) for p in parts)
    seller = Seller(row.seller_id, "")  # not named on the screen: what comes back is against him
    return ReturnableLine(receipt, item, row.cost_minor, back, sold, seller=seller)


def _kit_part(row: Row[Any], kits_milli: int) -> KitPart:
    each = round_half_up(row.quantity_milli * ONE, kits_milli)
    return KitPart(row.product_id, each, row.tax_class_id, row.gross_minor, row.kind not in UNSTOCKED)


def _taxes_of_kit(parts: Sequence[Row[Any]], taxes: Mapping[int, tuple[Tax, ...]]) -> tuple[TaxTotal, ...]:
    """Base and tax of a kit by tax: those of its parts added up."""
    sums: dict[tuple[str, int], tuple[int, int]] = {}
    for row in parts:
        for t in _taxes(row, taxes.get(row.tax_class_id, ())):
            base, tax = sums.get((t.code, t.rate), (0, 0))
            sums[t.code, t.rate] = (base + t.base_minor, tax + t.tax_minor)
    return tuple(TaxTotal(*key, *found) for key, found in sums.items())


def _taxes(row: Row[Any], taxes: tuple[Tax, ...]) -> tuple[TaxTotal, ...]:
    """Base and tax of the line by tax: as it was booked where there is one, shared where there are more."""
    if len(taxes) <= 1:
        return tuple(TaxTotal(t.code, t.rate, row.net_minor, row.tax_minor) for t in taxes)
    amount = row.gross_minor if row.includes_tax else row.net_minor
    found = tax_document([TaxableLine(amount, row.base_quantity_milli, row.includes_tax, taxes)]).totals
    weights = [abs(t.tax_minor) for t in found]
    shares = split_by_weight(row.tax_minor, weights) if any(weights) else [0] * len(found)
    return tuple(
        TaxTotal(t.code, t.rate, t.base_minor, share) for t, share in zip(found, shares, strict=True)
    )


def _paid(connection: Connection, sale_ids: list[int], rounding_minor: int) -> dict[str, int]:
    """What documents were paid by, by kind of tender; cash rounding is nobody's money."""
    rows = connection.execute(
        select(tender_type.c.kind, func.sum(payment.c.amount_minor))
        .join_from(payment, tender_type, tender_type.c.code == payment.c.tender_code)
        .where(payment.c.document_type == "sale", payment.c.document_id.in_(sale_ids))
        .group_by(tender_type.c.kind)
    )
    found = {str(kind): int(amount) for kind, amount in rows}
    if rounding_minor:
        found["cash"] = found.get("cash", 0) - rounding_minor
    return found


def _refunded(connection: Connection, sale_id: int) -> dict[str, int]:
    returns = connection.execute(
        select(sale.c.id, sale.c.rounding_minor)
        .join_from(sale, sale_return, sale_return.c.sale_id == sale.c.id)
        .where(sale_return.c.origin_sale_id == sale_id)
    ).all()
    if not returns:
        return {}
    found = _paid(connection, [r.id for r in returns], sum(int(r.rounding_minor) for r in returns))
    return {kind: -amount for kind, amount in found.items() if amount or kind == EXCHANGE}
