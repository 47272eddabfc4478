"""The amounts of an outside order, to the cent: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.orders.imports.records import OutsideLine


class OutsideDiscountError(Refusal):
    """A discount of more than everything."""

    message = "Its discount is more than its goods come to."


@dataclass(frozen=True, slots=True)
class PricedPart:
    """So much at one unit price; price None: the price list's."""

    quantity_milli: int
    price_minor: int | None


def priced_parts(lines: Sequence[OutsideLine], discount_minor: int) -> list[list[PricedPart]]:
    """Each line with its share of the discounts in its unit price.

    Where the amount of a line cannot be had by one unit price, some of its pieces cost a cent more than
    the others: 10.00 for 3 is 2 at 3.33 and 1 at 3.34. A line without a price takes the price list's.

    Raises:
        OutsideDiscountError: see its sentence.
    """
    listed = [_extended(line) for line in lines]
    own = [amount - line.discount_minor for amount, line in zip(listed, lines, strict=True)]
    priced = [max(amount, 0) if line.price_minor is not None else 0
              for amount, line in zip(own, lines, strict=True)]  # fmt: skip
    if any(amount < 0 for amount, line in zip(own, lines, strict=True) if line.price_minor is not None):
        raise OutsideDiscountError
    if discount_minor > sum(priced):
        raise OutsideDiscountError
    shares = split_by_weight(discount_minor, priced) if discount_minor else [0] * len(priced)
    return [_parts(line, amount - share) for line, amount, share in zip(lines, priced, shares, strict=True)]


def _extended(line: OutsideLine) -> int:
    return round_half_up((line.price_minor or 0) * line.quantity_milli, ONE)


def _parts(line: OutsideLine, amount_minor: int) -> list[PricedPart]:
    if line.price_minor is None:
        return [PricedPart(line.quantity_milli, None)]
    if amount_minor == _extended(line):
        return [PricedPart(line.quantity_milli, line.price_minor)]
    pieces, rest = divmod(line.quantity_milli, ONE)
    if rest or not pieces:
        # by weight: no unit price gives every amount
        return [PricedPart(line.quantity_milli, round_half_up(amount_minor * ONE, line.quantity_milli))]
    price, dearer = divmod(amount_minor, pieces)
    parts = [PricedPart((pieces - dearer) * ONE, price)]
    return [*parts, PricedPart(dearer * ONE, price + 1)] if dearer else parts
