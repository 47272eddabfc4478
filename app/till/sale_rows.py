"""The rows and postings of a sale, worked out from its priced cart; no database.

A return is the mirror of a sale: every amount and quantity with the other sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.kernel.card_numbers import mask_card_numbers
from app.kernel.money import round_half_up
from app.kernel.quantity import ONE
from app.ledger.rules import Posting
from app.tax.rules import Tax, TaxTotal
from app.till.cart import CartLine, Seller
from app.till.marks import mark_text
from app.till.rules import PricedCart, PricedLine
from app.till.tender import Tender

Row = dict[str, object]
TENDER_ROLES = {
    "cash": "cash_drawer",
    "card": "card_clearing",
    "voucher": "voucher_clearing",
    "account": "receivable",
    "gift_card": "gift_cards",
    "store_credit": "store_credit",
    "points": "points_redeemed",
    "foreign_cash": "foreign_cash",
    "exchange": "till_clearing",
}


@dataclass(frozen=True, slots=True)
class SaleHead:
    """What the rows of one sale have in common."""

    sale_id: int
    uuid: str
    kind: str  # "sale" or "return"
    till_id: int
    shift_id: int
    business_date: date
    completed_at: datetime
    cashier_id: int
    party_id: int | None
    currency: str

    @property
    def sign(self) -> int:
        """1 for a sale, -1 for a return."""
        return 1 if self.kind == "sale" else -1


def base_quantity(line: PricedLine) -> int:
    """Thousandths of the base unit of stock in a line."""
    return round_half_up(line.line.quantity_milli * line.line.item.pack_milli, ONE)


def line_rows(head: SaleHead, priced: PricedCart, costs: Sequence[int]) -> list[Row]:
    """The rows of sale_line; costs in the order of the lines, signed."""
    return [
        _line_row(head, i, x, costs[i - 1], priced.cart.seller) for i, x in enumerate(priced.lines, start=1)
    ]


def _line_row(
    head: SaleHead, position: int, priced: PricedLine, cost_minor: int, seller: Seller | None
) -> Row:
    line, item, sign = priced.line, priced.line.item, head.sign
    return {
        "sale_id": head.sale_id, "position": position, "product_id": item.product_id, "sku": item.sku,
        "name": item.name, "barcode": item.barcode, "unit": item.unit,
        "quantity_milli": sign * line.quantity_milli, "base_quantity_milli": sign * base_quantity(priced),
        "unit_price_minor": line.unit_price_minor, "includes_tax": item.includes_tax,
        "list_price_minor": item.unit_price_minor,
        "line_discount_minor": sign * priced.line_discount_minor,
        "sale_discount_minor": sign * priced.sale_discount_minor,
        "net_minor": sign * priced.net_minor, "tax_minor": sign * priced.tax_minor,
        "gross_minor": sign * priced.gross_minor, "cost_minor": cost_minor,
        "category_id": item.category_id, "tax_class_id": item.tax_class_id,
        "cashier_id": line.cashier_id, "seller_id": _seller_id(line, seller),
        "note": line.note or None, "mark": mark_text(line.mark),
    }  # fmt: skip


def _seller_id(line: CartLine, seller: Seller | None) -> int:
    """Whose line it is: his who was named for it, else for the cart, else the cashier's."""
    named = line.seller or seller
    return line.cashier_id if named is None else named.user_id


def promotion_rows(head: SaleHead, priced: PricedCart) -> list[Row]:
    """The rows of sale_promotion, in the order in which they were given."""
    cart = priced.cart
    place = {line.line.line_id: at for at, line in enumerate(priced.lines, start=1)}
    coupons = {c.promotion_id: c.coupon_id for c in cart.coupons}
    return [
        {
            "sale_id": head.sale_id, "number": number, "position": place[r.line_key],
            "promotion_id": r.promotion_id, "coupon_id": coupons.get(r.promotion_id), "name": r.name,
            "amount_minor": head.sign * r.amount_minor,
        }
        for number, r in enumerate((r for r in cart.reductions if r.line_key in place), start=1)
    ]  # fmt: skip


def tax_rows(head: SaleHead, totals: Iterable[TaxTotal]) -> list[Row]:
    """The rows of sale_tax, one per tax code and rate."""
    return [
        {
            "sale_id": head.sale_id, "tax_code": t.code, "rate": t.rate,
            "base_minor": head.sign * t.base_minor, "tax_minor": head.sign * t.tax_minor,
        }
        for t in totals
    ]  # fmt: skip


def payment_rows(head: SaleHead, tenders: Sequence[Tender], ids: Sequence[int]) -> list[Row]:
    """The rows of payment."""
    return [
        {
            "id": row_id, "document_type": "sale", "document_id": head.sale_id, "shift_id": head.shift_id,
            "business_date": head.business_date, "at": head.completed_at, "tender_code": t.code,
            "amount_minor": t.amount_minor, "tendered_minor": t.tendered_minor,
            "change_minor": t.change_minor, "reference": mask_card_numbers(t.reference) or None,
            "party_id": t.party_id,
        }
        for row_id, t in zip(ids, tenders, strict=True)
    ]  # fmt: skip


def sale_postings(
    head: SaleHead, priced: PricedCart, tenders: Sequence[Tender], *, rounding_minor: int, cost_minor: int,
    taxes: dict[int, tuple[Tax, ...]],
) -> list[Posting]:  # fmt: skip
    """Debit what was taken, credit sales by tax rate, tax and rounding; cost against inventory.

    design/money-in.md 7.3, "cash/card sale at till".
    """
    postings = tender_postings(tenders)
    sales_role = "sales" if head.kind == "sale" else "sales_returns"
    for line in priced.lines:
        for class_id, net in _nets(line):
            codes = taxes.get(class_id, ())
            role = f"{sales_role}:{codes[0].code}" if codes else sales_role
            postings.append(Posting(role, -head.sign * net))
    postings += [Posting(f"tax_output:{t.code}", -head.sign * t.tax_minor) for t in priced.totals]
    postings.append(Posting("cash_rounding", -rounding_minor))
    postings += [Posting("cost_of_goods", cost_minor), Posting("inventory", -cost_minor)]
    return postings


def _nets(priced: PricedLine) -> tuple[tuple[int, int], ...]:
    """Net by tax class: of a kit that of each part."""
    item = priced.line.item
    if not item.parts:
        return ((item.tax_class_id, priced.net_minor),)
    return tuple((p.tax_class_id, x.net_minor) for p, x in zip(item.parts, priced.parts, strict=True))


def tender_postings(tenders: Sequence[Tender]) -> list[Posting]:
    """Debit what was taken by each tender; change leaves the drawer, whatever it was given on."""
    postings: list[Posting] = []
    for t in tenders:
        party = t.party_id if t.kind == "account" else None
        postings.append(Posting(TENDER_ROLES[t.kind], t.amount_minor + t.change_minor, party))
        postings.append(Posting("cash_drawer", -t.change_minor))
    return postings


def category_rows(head: SaleHead, lines: Sequence[Row]) -> list[Row]:
    """What the sale adds to shift_sales, one row per category."""
    sums: dict[int, Row] = {}
    for line in lines:
        category_id = int(str(line["category_id"] or 0))
        row = sums.setdefault(
            category_id,
            {
                "shift_id": head.shift_id, "category_id": category_id, "kind": head.kind, "lines": 0,
                "quantity_milli": 0, "net_minor": 0, "tax_minor": 0, "gross_minor": 0,
                "discount_minor": 0, "cost_minor": 0,
            },
        )  # fmt: skip
        _add(row, "lines", 1)
        for name in ("quantity_milli", "net_minor", "tax_minor", "gross_minor", "cost_minor"):
            _add(row, name, line[name])
        _add(row, "discount_minor", line["line_discount_minor"])
        _add(row, "discount_minor", line["sale_discount_minor"])
    return list(sums.values())


def _add(row: Row, name: str, value: object) -> None:
    row[name] = row[name] + value  # type: ignore[operator]


def tender_rows(head: SaleHead, tenders: Sequence[Tender]) -> list[Row]:
    """What the sale adds to shift_tender: the effect on each tender, change taken out of cash."""
    sums: dict[str, list[int]] = {}
    for t in tenders:
        sums.setdefault(t.code, [0, 0])
        sums[t.code][0] += 1
        sums[t.code][1] += t.amount_minor + t.change_minor
        if t.change_minor:
            sums.setdefault("cash", [0, 0])[1] -= t.change_minor
    return [
        {
            "shift_id": head.shift_id, "tender_code": code, "kind": head.kind, "count": count,
            "amount_minor": amount,
        }
        for code, (count, amount) in sums.items()
    ]  # fmt: skip


def tax_summary_rows(head: SaleHead, taxes: Sequence[Row]) -> list[Row]:
    """What the sale adds to shift_tax."""
    return [
        {
            "shift_id": head.shift_id, "tax_code": t["tax_code"], "rate": t["rate"], "kind": head.kind,
            "base_minor": t["base_minor"], "tax_minor": t["tax_minor"],
        }
        for t in taxes
    ]  # fmt: skip


def figure_rows(head: SaleHead, *, gross_minor: int, discount_minor: int, rounding_minor: int) -> list[Row]:
    """What the sale adds to shift_figure."""
    rows = [("sales" if head.kind == "sale" else "returns", gross_minor)]
    if discount_minor:
        rows.append(("discounts", discount_minor))
    if rounding_minor:
        rows.append(("rounding", rounding_minor))
    return [
        {"shift_id": head.shift_id, "name": name, "count": 1, "amount_minor": amount} for name, amount in rows
    ]
