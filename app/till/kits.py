"""A kit: one line with one price, whose goods, taxes and cost are those of its parts. Pure values.

The price is shared out in proportion to what the parts cost by themselves, to the cent (design/rules.md 3.4),
so that each part bears its own rate of tax.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE
from app.tax.engine import tax_document
from app.tax.rules import LineTax, Tax, TaxableLine, TaxedDocument, TaxRounding


@dataclass(frozen=True, slots=True)
class KitPart:
    """A part of a kit.

    Attributes:
        quantity_milli: base units of it in one base unit of the kit.
        weight: its share of the kit's price is in proportion to this.
        stocked: whether it leaves a stock; False for a service.
    """

    product_id: int
    quantity_milli: int
    tax_class_id: int
    weight: int
    stocked: bool = True

    def in_kits(self, kits_milli: int) -> int:
        """Base units of it in so many kits."""
        return round_half_up(self.quantity_milli * kits_milli, ONE)


@dataclass(frozen=True, slots=True)
class PartFigures:
    """A part's share of its line, in minor units; net + tax = gross."""

    net_minor: int
    tax_minor: int
    gross_minor: int


def shares(amount: int, weights: Sequence[int]) -> list[int]:
    """An amount in proportion to weights that may all be nothing: then in equal parts."""
    sizes = [abs(w) for w in weights]
    return split_by_weight(amount, sizes if any(sizes) else [1] * len(sizes))


def kits_there(parts: Sequence[tuple[KitPart, int]]) -> int | None:
    """How many whole kits the parts on hand make, thousandths; None: nothing in it is kept in stock.

    Args:
        parts: each part and what of it is on hand, base units in thousandths.
    """
    found = [on_hand // part.quantity_milli * ONE for part, on_hand in parts if part.stocked]
    return min(found, default=None)


def tax_with_kits(
    lines: Sequence[tuple[tuple[KitPart, ...], TaxableLine]], taxes: Mapping[int, tuple[Tax, ...]],
    rounding: TaxRounding,
) -> tuple[TaxedDocument, tuple[tuple[PartFigures, ...], ...]]:  # fmt: skip
    """The taxes of a document in which some lines are kits.

    Args:
        lines: the parts of each line, () where it is no kit, and the line as if it were none.
        taxes: by tax class, of every part.
        rounding: as of the document.

    Returns:
        The document with one figure for each line, and the shares of each line's parts.
    """
    spread = [_spread(parts, line, taxes) for parts, line in lines]
    taxed = tax_document([x for found in spread for x in found], rounding=rounding)
    figures = iter(taxed.lines)
    whole: list[LineTax] = []
    parts_of: list[tuple[PartFigures, ...]] = []
    for (parts, _line), found in zip(lines, spread, strict=True):
        mine = [next(figures) for _ in found]
        net, tax = sum(x.net_minor for x in mine), sum(x.tax_minor for x in mine)
        whole.append(LineTax(net, tax, net + tax))
        parts_of.append(_figures(parts, mine, net, tax))
    return replace(taxed, lines=tuple(whole)), tuple(parts_of)


def _spread(
    parts: tuple[KitPart, ...], line: TaxableLine, taxes: Mapping[int, tuple[Tax, ...]]
) -> list[TaxableLine]:
    """A kit of several rates as one line for each part; any other line as it is."""
    due = [taxes[p.tax_class_id] for p in parts]
    if len(set(due)) <= 1:
        return [replace(line, taxes=due[0])] if due else [line]
    amounts = shares(line.amount_minor, [p.weight for p in parts])
    return [
        TaxableLine(amount, part.in_kits(line.quantity_milli), line.includes_tax, own)
        for part, own, amount in zip(parts, due, amounts, strict=True)
    ]


def _figures(
    parts: tuple[KitPart, ...], taxed: Sequence[LineTax], net: int, tax: int
) -> tuple[PartFigures, ...]:
    if len(taxed) == len(parts):
        return tuple(PartFigures(x.net_minor, x.tax_minor, x.gross_minor) for x in taxed)
    weights = [p.weight for p in parts]
    return share_figures(net, tax, weights, weights) if parts else ()


def share_figures(
    net_minor: int, tax_minor: int, net_weights: Sequence[int], tax_weights: Sequence[int]
) -> tuple[PartFigures, ...]:
    """Net and tax of a line shared out to its parts, each in proportion to its own weights."""
    pairs = zip(shares(net_minor, net_weights), shares(tax_minor, tax_weights), strict=True)
    return tuple(PartFigures(net, tax, net + tax) for net, tax in pairs)
