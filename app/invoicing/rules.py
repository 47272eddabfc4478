"""What an invoice is made of, and whether it agrees with order and delivery: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.invoicing.states import MatchReason
from app.kernel.money import split_by_weight
from app.kernel.quantity import milli_to_decimal
from app.tax.engine import exact_line
from app.tax.rules import Tax, TaxableLine, TaxTotal


@dataclass(frozen=True, slots=True)
class BillLine:
    """A line of an invoice; quantities in the sold unit and in base units."""

    name: str
    sku: str
    unit: str
    quantity_milli: int
    base_milli: int
    unit_price_minor: int
    amount_minor: int
    tax_class_id: int
    tax_code: str = ""
    net_minor: int = 0
    tax_minor: int = 0
    gross_minor: int = 0
    product_id: int | None = None
    order_id: int | None = None
    order_line_id: int | None = None
    shipment_line_id: int | None = None
    credits_line_id: int | None = None


@dataclass(frozen=True, slots=True)
class Matchable:
    """An order line beside what is billed of it, base units (design/money-in.md 8)."""

    name: str
    billed_milli: int
    ordered_milli: int  # less what was cancelled
    delivered_milli: int  # less what came back
    invoiced_milli: int
    needs_delivery: bool
    order_held: bool
    unit_price_minor: int
    billed_price_minor: int
    tax_class_id: int
    billed_tax_class_id: int
    shipment_left_milli: int | None = None  # of the shipment line it bills


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A reason to hold, with what to tell about it."""

    reason: MatchReason
    detail: str


def match_line(x: Matchable) -> list[Mismatch]:
    """Ordered, delivered and billed beside each other: every way in which they differ."""
    found: list[Mismatch] = []
    after = x.invoiced_milli + x.billed_milli
    if x.shipment_left_milli is not None and x.billed_milli > x.shipment_left_milli:
        found.append(Mismatch(MatchReason.DUPLICATE, x.name))
    elif after > x.ordered_milli:
        found.append(
            Mismatch(
                MatchReason.QTY_OVER,
                f"{x.name}: {milli_to_decimal(after):g} > {milli_to_decimal(x.ordered_milli):g}",
            )
        )
    elif x.needs_delivery and after > x.delivered_milli:
        found.append(
            Mismatch(
                MatchReason.NOT_DELIVERED,
                f"{x.name}: {milli_to_decimal(after):g} > {milli_to_decimal(x.delivered_milli):g}",
            )
        )
    if x.billed_price_minor != x.unit_price_minor:
        found.append(Mismatch(MatchReason.PRICE, x.name))
    if x.billed_tax_class_id != x.tax_class_id:
        found.append(Mismatch(MatchReason.TAX, x.name))
    if x.order_held:
        found.append(Mismatch(MatchReason.CREDIT_HOLD, x.name))
    return found


def credit_line(
    line: BillLine, *, line_id: int, quantity_milli: int, base_milli: int, before: tuple[int, int, int, int]
) -> BillLine:
    """The part of an invoice line that is credited: its share of each figure.

    Worked out on the running sums of what was credited before, so that the last part takes the
    remainder and the credit notes come to exactly what was invoiced.

    Args:
        line: as it was invoiced.
        line_id: its id.
        quantity_milli: what is credited, in the sold unit.
        base_milli: the same in base units.
        before: sold quantity, amount, net and gross that were credited before.
    """
    done_q, done_amount, done_net, done_gross = before
    upto = done_q + quantity_milli
    net = _part(line.net_minor, upto, line.quantity_milli) - done_net
    gross = _part(line.gross_minor, upto, line.quantity_milli) - done_gross
    return replace(
        line, quantity_milli=quantity_milli, base_milli=base_milli,
        amount_minor=_part(line.amount_minor, upto, line.quantity_milli) - done_amount,
        net_minor=net, tax_minor=gross - net, gross_minor=gross, credits_line_id=line_id,
    )  # fmt: skip


def _part(amount_minor: int, upto: int, whole: int) -> int:
    return (2 * amount_minor * upto + whole) // (2 * whole)


def tax_totals(lines: Iterable[BillLine], taxes: Mapping[int, tuple[Tax, ...]]) -> tuple[TaxTotal, ...]:
    """The taxes of lines whose figures are fixed, per code and rate."""
    sums: dict[tuple[str, int], list[int]] = {}
    for line in lines:
        for tax, amount in _line_taxes(line, taxes.get(line.tax_class_id, ())):
            found = sums.setdefault((tax.code, tax.rate), [0, 0])
            found[0] += line.net_minor
            found[1] += amount
    return tuple(TaxTotal(*key, *figures) for key, figures in sorted(sums.items()))


def _line_taxes(line: BillLine, due: Sequence[Tax]) -> list[tuple[Tax, int]]:
    if len(due) <= 1:
        return [(tax, line.tax_minor) for tax in due]
    exact = exact_line(TaxableLine(line.net_minor, line.base_milli, includes_tax=False, taxes=tuple(due)))
    weights = [max(int(t.tax * 1000), 0) for t in exact.taxes]
    shares = split_by_weight(line.tax_minor, weights) if sum(weights) else [0] * len(due)
    return list(zip(due, shares, strict=True))
