"""Promotions over several pieces: buy some and get some, so many for one price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.promotions.rules.model import HUNDRED_PER_CENT, BasketLine, Promotion
from app.promotions.states import PromotionKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a line and what is still to be paid for it."""

    line_key: str
    left: Fraction


@dataclass(frozen=True, slots=True)
class GroupOff:
    """What a promotion takes off, by line; how many pieces of each line it used, and how many got free."""

    off: dict[str, Fraction]
    used: dict[str, int]
    free: dict[str, int]

    @property
    def total(self) -> Fraction:
        """All of it."""
        return sum(self.off.values(), Fraction(0))


@dataclass(slots=True)
class Pieces:
    """What is still to be paid for each line, how many of its pieces are used, and how many were free."""

    left: dict[str, Fraction]
    taken: dict[str, int]
    free: dict[str, int]

    def of(self, lines: Sequence[BasketLine]) -> list[Piece]:
        """The pieces that no promotion has used, the dearest first."""
        found = []
        for line in lines:
            paid = line.units - self.free.get(line.key, 0)
            unused = line.units - self.taken.get(line.key, 0)
            if paid > 0 and unused > 0 and self.left[line.key] > 0:
                found += [Piece(line.key, self.left[line.key] / paid)] * unused
        return sorted(found, key=lambda piece: -piece.left)


def off_group(promotion: Promotion, lines: Sequence[BasketLine], pieces: Pieces) -> GroupOff:
    """Work out a promotion over the pieces that no other one has used.

    Groups are made from the dearest pieces down, so that of three alike prices the customer gets most.
    """
    fitting = pieces.of([line for line in lines if promotion.fits(line)])
    if promotion.kind is PromotionKind.BUNDLE:
        groups = _groups(fitting, promotion.buy, promotion.most_times)
        return _summed([_bundle(promotion, group) for group in groups])
    if promotion.get_scope is None:
        groups = _groups(fitting, promotion.buy + promotion.get, promotion.most_times)
        return _summed([_cheapest(promotion, group) for group in groups])
    bought = {piece.line_key for piece in fitting}
    gifts = [
        x for x in lines if x.discountable and promotion.get_scope.has(x) and x.key not in bought
    ]  # fmt: skip
    return _summed(_with_it(promotion, fitting, list(reversed(pieces.of(gifts)))))


def _groups(pieces: Sequence[Piece], size: int, most: int | None) -> list[Sequence[Piece]]:
    count = len(pieces) // size if size > 0 else 0
    if most is not None:
        count = min(count, most)
    return [pieces[at * size : (at + 1) * size] for at in range(count)]


_Part = tuple[Sequence[Piece], list[tuple[Piece, Fraction]], bool]  # used, off by piece, whether free


def _bundle(promotion: Promotion, group: Sequence[Piece]) -> _Part:
    """So many for one price, or each of so many by per cent cheaper."""
    if promotion.hundredths:
        return group, _reduced(promotion, group), False
    price = sum((piece.left for piece in group), Fraction(0))
    saved = price - promotion.amount_minor
    if saved <= 0:
        return (), [], False
    return group, [(piece, saved * piece.left / price) for piece in group], False


def _cheapest(promotion: Promotion, group: Sequence[Piece]) -> _Part:
    return group, _reduced(promotion, group[promotion.buy :]), promotion.hundredths == HUNDRED_PER_CENT


def _reduced(promotion: Promotion, pieces: Sequence[Piece]) -> list[tuple[Piece, Fraction]]:
    return [(piece, piece.left * promotion.hundredths / HUNDRED_PER_CENT) for piece in pieces]


def _with_it(promotion: Promotion, bought: Sequence[Piece], got: Sequence[Piece]) -> list[_Part]:
    """Buy some of these, get some of those: the cheapest of those."""
    buy, get = max(promotion.buy, 1), max(promotion.get, 1)
    count = min(len(bought) // buy, len(got) // get)
    if promotion.most_times is not None:
        count = min(count, promotion.most_times)
    free = promotion.hundredths == HUNDRED_PER_CENT
    parts: list[_Part] = []
    for at in range(count):
        gifts = got[at * get : (at + 1) * get]
        parts.append(([*bought[at * buy : (at + 1) * buy], *gifts], _reduced(promotion, gifts), free))
    return parts


def _summed(parts: Sequence[_Part]) -> GroupOff:
    found = GroupOff({}, {}, {})
    for used, offs, free in parts:
        for piece in used:
            found.used[piece.line_key] = found.used.get(piece.line_key, 0) + 1
        for piece, amount in offs:
            found.off[piece.line_key] = found.off.get(piece.line_key, Fraction(0)) + amount
            if free:
                found.free[piece.line_key] = found.free.get(piece.line_key, 0) + 1
    return found
