"""What a customer wrote in our name, laid beside what left and is not billed: pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.invoicing.rules import Mismatch
from app.invoicing.states import MatchReason
from app.kernel.money import split_by_weight
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import fold

SLACK: Final = 1  # minor units that rounding may put between their line and ours


@dataclass(frozen=True, slots=True)
class TheirLine:
    """A line as the customer wrote it.

    Attributes:
        quantity_milli: in the sold unit.
        net_minor: after discounts, without tax.
        rate: thousandths of a per cent.
        codes: what it may be known by: SKU, barcodes.
    """

    name: str
    quantity_milli: int
    net_minor: int
    rate: int
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unbilled:
    """What left of an order line on one delivery note and is on no invoice.

    Attributes:
        left_milli: base units.
        pack_milli: base units of a sold unit.
        net_minor: what we would bill for all of it, without tax.
        rate: thousandths of a per cent of its tax.
        references: numbers of its delivery note and order, and the customer's reference.
    """

    shipment_line_id: int
    order_line_id: int
    order_id: int
    name: str
    codes: tuple[str, ...]
    left_milli: int
    pack_milli: int
    net_minor: int
    rate: int
    references: tuple[str, ...] = ()

    @property
    def left_sold_milli(self) -> int:
        """What is left, in the sold unit."""
        return self.left_milli * 1000 // self.pack_milli


@dataclass(frozen=True, slots=True)
class Pair:
    """So much of their line stands for so much that left; None where nothing that left answers it.

    Attributes:
        quantity_milli: in the sold unit.
        net_minor: of their amount.
        expected_minor: what we would have billed for it.
    """

    theirs: TheirLine
    ours: Unbilled | None
    quantity_milli: int
    net_minor: int
    expected_minor: int

    @property
    def same_price(self) -> bool:
        """Whether it comes to what we would have billed."""
        return abs(self.net_minor - self.expected_minor) <= SLACK


@dataclass(frozen=True, slots=True)
class Laid:
    """Both sides beside each other."""

    pairs: tuple[Pair, ...]
    not_on_it: tuple[tuple[Unbilled, int], ...]  # what left and is not on it, in the sold unit
    differences: tuple[Mismatch, ...]


def lay_beside(
    theirs: Sequence[TheirLine], left: Sequence[Unbilled], references: Iterable[str], *, digits: int = 2
) -> Laid:
    """Find what each of their lines stands for, the oldest delivery first.

    A line is known by one of its codes, else by its name. Where the document names a delivery note or an
    order, what belongs to it is taken before the rest.

    Args:
        theirs: the lines of the document.
        left: what left and is not billed, the oldest first.
        references: numbers of delivery notes and orders that the document names.
        digits: decimals of the currency, for what is told of prices.
    """
    named = {fold(x) for x in references if x}
    order = sorted(left, key=lambda x: not any(fold(r) in named for r in x.references))
    rest = {x.shipment_line_id: x.left_sold_milli for x in order}
    pairs: list[Pair] = []
    for line in theirs:
        pairs += _pairs(line, [x for x in order if _is_same(line, x)], rest)
    told = {p.ours.order_id for p in pairs if p.ours is not None}
    open_ = tuple((x, rest[x.shipment_line_id]) for x in order if rest[x.shipment_line_id] > 0)
    return Laid(
        tuple(pairs),
        tuple((x, q) for x, q in open_ if x.order_id in told),
        tuple(_differences(pairs, rest, digits)),
    )


def _is_same(line: TheirLine, x: Unbilled) -> bool:
    theirs, ours = {fold(c) for c in line.codes if c}, {fold(c) for c in x.codes if c}
    if theirs & ours:
        return True
    return not theirs and fold(line.name) == fold(x.name)


def _pairs(line: TheirLine, found: Sequence[Unbilled], rest: dict[int, int]) -> list[Pair]:
    """Their line over what left, the oldest first; what is too much stays on the last one."""
    if not found:
        return [Pair(line, None, line.quantity_milli, line.net_minor, 0)]
    parts: list[tuple[Unbilled, int]] = []
    wanted = line.quantity_milli
    for x in found:
        taken = min(wanted, max(rest[x.shipment_line_id], 0))
        if taken > 0:
            parts.append((x, taken))
            wanted -= taken
    if wanted > 0:
        last, taken = parts.pop() if parts else (found[-1], 0)
        parts.append((last, taken + wanted))
    nets = split_by_weight(line.net_minor, [q for _x, q in parts])
    made: list[Pair] = []
    for (x, quantity), net in zip(parts, nets, strict=True):
        before = x.left_sold_milli - rest[x.shipment_line_id]
        rest[x.shipment_line_id] -= quantity
        made.append(Pair(line, x, quantity, net, _expected(x, before, quantity)))
    return made


def _expected(x: Unbilled, before_milli: int, quantity_milli: int) -> int:
    """What we would bill for a part of what left; on the running sum, as our own invoices do it."""
    whole = max(x.left_sold_milli, 1)

    def upto(milli: int) -> int:
        return (2 * x.net_minor * milli + whole) // (2 * whole)

    return upto(before_milli + quantity_milli) - upto(before_milli)


def _differences(pairs: Sequence[Pair], rest: dict[int, int], digits: int) -> Iterable[Mismatch]:
    told: set[int] = set()
    for pair in pairs:
        name, ours = pair.theirs.name, pair.ours
        if ours is None:
            yield Mismatch(MatchReason.UNKNOWN, name)
            continue
        over = -rest[ours.shipment_line_id]
        if over > 0 and ours.shipment_line_id not in told:
            told.add(ours.shipment_line_id)
            billed = milli_to_decimal(ours.left_sold_milli + over)
            yield Mismatch(
                MatchReason.QTY_OVER, f"{name}: {billed:g} > {milli_to_decimal(ours.left_sold_milli):g}"
            )
        if not pair.same_price:
            told_net, expected = (
                Decimal(minor).scaleb(-digits) for minor in (pair.net_minor, pair.expected_minor)
            )
            yield Mismatch(MatchReason.PRICE, f"{name}: {told_net} / {expected}")
        if pair.theirs.rate != ours.rate:
            yield Mismatch(
                MatchReason.TAX,
                f"{name}: {milli_to_decimal(pair.theirs.rate):g} % / {milli_to_decimal(ours.rate):g} %",
            )
