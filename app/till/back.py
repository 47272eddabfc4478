"""Goods that come back: what a line of a receipt still allows, and what is paid back for a part of it.

Pure values. A part of a line is the difference of two shares of the whole: what came back so far
including this part, less what came back before. So the last part takes the remainder, and whatever the
parts, they come to what was paid (design/rules.md 3.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.kernel.money import round_half_up, split_by_weight
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.tax.rules import TaxTotal
from app.till.kits import PartFigures, share_figures, shares
from app.till.states import ReturnCondition


class NotThatManyError(Refusal):
    """More comes back than was sold and is not back yet."""

    message = "Of {name} only {left} can come back on receipt {number}."


class ReceiptPriceError(Refusal):
    """Another price or discount for goods that come back with their receipt."""

    message = "What comes back is paid at the price of receipt {number}. It cannot be changed."


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A line as it was sold; amounts in minor units, quantities in thousandths of what was sold.

    Attributes:
        before_milli: how much of it came back already.
        taxes: base and tax of the whole line by tax and rate, as on the day of the sale.
    """

    sale_id: int
    position: int
    number: str  # of the receipt
    name: str
    sold_milli: int
    before_milli: int
    includes_tax: bool
    line_discount_minor: int
    sale_discount_minor: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    taxes: tuple[TaxTotal, ...]
    parts: tuple[PartFigures, ...] = ()  # of a kit: what of the line fell to each part

    @property
    def left_milli(self) -> int:
        """How much may still come back."""
        return self.sold_milli - self.before_milli

    def check(self, quantity_milli: int) -> None:
        """Raise NotThatManyError unless so much may come back."""
        if not 0 < quantity_milli <= self.left_milli:
            whole, part = divmod(self.left_milli, ONE)
            left = f"{whole}" if not part else f"{whole}.{part:03d}"
            raise NotThatManyError(name=self.name, left=left, number=self.number)


@dataclass(frozen=True, slots=True)
class Back:
    """That a line of the cart comes back: why, in which state, and of which receipt (None: without)."""

    reason: str = ""
    condition: ReturnCondition = ReturnCondition.SHELF
    receipt: ReceiptLine | None = None


@dataclass(frozen=True, slots=True)
class BackAmounts:
    """What comes back of a line, as sizes: net + tax = gross, discounts as they were given."""

    list_minor: int
    line_discount_minor: int
    sale_discount_minor: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    taxes: tuple[TaxTotal, ...]
    parts: tuple[PartFigures, ...] = ()


_AMOUNTS: Final = ("line_discount_minor", "sale_discount_minor", "tax_minor", "gross_minor")


def share_of(whole_minor: int, before_milli: int, quantity_milli: int, sold_milli: int) -> int:
    """What falls to a part that comes back after `before_milli` did; all parts come to the whole."""
    after = round_half_up(whole_minor * (before_milli + quantity_milli), sold_milli)
    return after - round_half_up(whole_minor * before_milli, sold_milli)


def amounts_back(line: ReceiptLine, quantity_milli: int) -> BackAmounts:
    """What is paid back for so much of a line.

    Raises:
        NotThatManyError: there is not that much left to come back.
    """
    line.check(quantity_milli)
    share = {
        name: share_of(getattr(line, name), line.before_milli, quantity_milli, line.sold_milli)
        for name in _AMOUNTS
    }
    net = share["gross_minor"] - share["tax_minor"]
    discounts = share["line_discount_minor"] + share["sale_discount_minor"]
    paid = share["gross_minor"] if line.includes_tax else net
    return BackAmounts(
        paid + discounts, share["line_discount_minor"], share["sale_discount_minor"], net,
        share["tax_minor"], share["gross_minor"], _taxes_back(line, quantity_milli, net),
        _parts_back(line, net, share["tax_minor"]),
    )  # fmt: skip


def _parts_back(line: ReceiptLine, net_minor: int, tax_minor: int) -> tuple[PartFigures, ...]:
    """What of it falls to the parts of a kit, as it did when it was sold."""
    if not line.parts:
        return ()
    return share_figures(
        net_minor, tax_minor, [p.net_minor for p in line.parts], [p.tax_minor for p in line.parts]
    )


def _taxes_back(line: ReceiptLine, quantity_milli: int, net_minor: int) -> tuple[TaxTotal, ...]:
    """By tax and rate; with one tax its base is the net, with several each is shared by itself."""
    before, after = line.before_milli, line.before_milli + quantity_milli
    parts = list(zip(_taxes_of(line, after), _taxes_of(line, before), strict=True))
    bases = _bases_back(line, quantity_milli, net_minor)
    return tuple(
        TaxTotal(whole.code, whole.rate, base, tax_after - tax_before)
        for whole, base, (tax_after, tax_before) in zip(line.taxes, bases, parts, strict=True)
    )


def _bases_back(line: ReceiptLine, quantity_milli: int, net_minor: int) -> list[int]:
    """The base of each tax: the net of one, a share of the net of the parts of a kit, else by itself."""
    bases = [t.base_minor for t in line.taxes]
    if len(bases) == 1:
        return [net_minor]
    if bases and line.parts and sum(bases) == line.net_minor:
        return shares(net_minor, bases)
    return [share_of(base, line.before_milli, quantity_milli, line.sold_milli) for base in bases]


def _taxes_of(line: ReceiptLine, milli: int) -> list[int]:
    """The tax of the first so many, by tax."""
    whole = round_half_up(line.tax_minor * milli, line.sold_milli)
    weights = [abs(t.tax_minor) for t in line.taxes]
    if not any(weights):
        return [whole if i == 0 else 0 for i in range(len(weights))]
    return split_by_weight(whole, weights)
