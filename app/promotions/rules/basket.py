"""Which promotions a basket gets: priorities, modes, then the basket's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from app.promotions.rules.groups import Pieces, off_group
from app.promotions.rules.model import (
    HUNDRED_PER_CENT,
    Basket,
    BasketLine,
    Promotion,
    Reduction,
    WorkedOut,
)
from app.promotions.rules.shares import rounded, shared, spread
from app.promotions.rules.single import NOTHING, SINGLE, off_line
from app.promotions.states import Concurrency, PromotionKind, PromotionMode

_TAX_ONE: Final = 100_000  # thousandths of a per cent in one


@dataclass(slots=True)
class _State:
    """What the promotions have done so far."""

    pieces: Pieces
    given: list[tuple[str, Promotion, Fraction]] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)  # lines that nothing of lower rank may touch

    def give(self, promotion: Promotion, off: Mapping[str, Fraction]) -> None:
        for key, amount in off.items():
            amount = min(amount, self.pieces.left[key])  # noqa: PLW2901 - never below zero
            if amount > 0:
                self.pieces.left[key] -= amount
                self.given.append((key, promotion, amount))

    def touched(self) -> set[str]:
        return {key for key, _promotion, _amount in self.given}


@dataclass(frozen=True, slots=True)
class _Offer:
    """What one promotion would do now."""

    promotion: Promotion
    off: dict[str, Fraction]
    used: dict[str, int] = field(default_factory=dict)
    free: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> Fraction:
        return sum(self.off.values(), NOTHING)


def work_out(basket: Basket, promotions: Iterable[Promotion], concurrency: Concurrency) -> WorkedOut:
    """The reductions of a basket, whole minor units, in the order they were given.

    A line never costs less than nothing. The same basket and promotions give the same result in
    whatever order they come.
    """
    left = {line.key: Fraction(line.list_minor) for line in basket.lines if line.list_minor > 0}
    lines = [line for line in basket.lines if line.key in left and line.discountable]
    # of thousands in a store's file only those that fit something here are weighed against each other
    running = sorted(
        (p for p in promotions if any(p.fits(line) for line in lines) and p.is_open(basket)),
        key=lambda p: (-p.priority, p.promotion_id),
    )
    state = _State(Pieces(left, {}, {}))
    if concurrency is Concurrency.WITHIN:
        _within(state, lines, running)
    else:
        _across(state, lines, running)
    return _told(state, basket)


def _within(state: _State, lines: Sequence[BasketLine], running: Sequence[Promotion]) -> None:
    """The highest priority that fits a line decides; basket promotions come after all others."""
    others = [p for p in running if p.kind is not PromotionKind.BASKET]
    for priority in dict.fromkeys(p.priority for p in others):
        own = [p for p in others if p.priority == priority]
        free = [line for line in lines if line.key not in state.touched()]
        _compete(state, free, own)
    for promotion in (p for p in running if p.kind is PromotionKind.BASKET):
        if promotion.mode is PromotionMode.COMPOUND:
            reach = [line for line in lines if line.key not in state.closed]
        else:
            reach = [line for line in lines if line.key not in state.touched()]
        offer = _basket_offer(state, promotion, lines, reach)
        state.give(promotion, offer.off)
        if promotion.mode is not PromotionMode.COMPOUND:
            state.closed |= set(offer.off)


def _across(state: _State, lines: Sequence[BasketLine], running: Sequence[Promotion]) -> None:
    """Of each priority the best for each line, on what the higher ones left."""
    for priority in dict.fromkeys(p.priority for p in running):
        own = [p for p in running if p.priority == priority]
        taken: set[str] = set()
        while True:
            open_lines = [x for x in lines if x.key not in taken and x.key not in state.closed]
            offers = [o for p in own for o in _offers(state, p, open_lines, lines) if o.total > 0]
            if not offers:
                break
            best = min(offers, key=_order)
            _take(state, best)
            taken |= set(best.off) | set(best.used)
            if best.promotion.mode is PromotionMode.EXCLUSIVE:
                state.closed |= set(best.off)


def _compete(state: _State, lines: Sequence[BasketLine], own: Sequence[Promotion]) -> None:
    """Exclusive, then best price or compound, whichever takes off more."""
    compound = [p for p in own if p.mode is PromotionMode.COMPOUND]
    alone = [p for p in own if p.mode is not PromotionMode.COMPOUND]
    while alone:
        open_lines = [x for x in lines if x.key not in state.closed]
        offers = [o for p in alone for o in _offers(state, p, open_lines, open_lines) if o.total > 0]
        rivals = _compound_totals(state, open_lines, compound)
        offers = [o for o in offers if o.promotion.mode is PromotionMode.EXCLUSIVE or _wins(o, rivals)]
        if not offers:
            break
        best = min(offers, key=_order)
        _take(state, best)
        state.closed |= set(best.off) | set(best.used)
    _give_compound(state, [x for x in lines if x.key not in state.closed], compound)


def _wins(offer: _Offer, rivals: Mapping[str, Fraction]) -> bool:
    lines = set(offer.off) | set(offer.used)
    return offer.total >= sum((rivals.get(key, NOTHING) for key in lines), NOTHING)


def _order(offer: _Offer) -> tuple[bool, Fraction, int, str]:
    """Exclusive ones first, then what takes off most; of equals the one that was there first."""
    exclusive = offer.promotion.mode is PromotionMode.EXCLUSIVE
    return not exclusive, -offer.total, offer.promotion.promotion_id, min(offer.off)


def _take(state: _State, offer: _Offer) -> None:
    state.give(offer.promotion, offer.off)
    for kept, added in ((state.pieces.taken, offer.used), (state.pieces.free, offer.free)):
        for key, count in added.items():
            kept[key] = kept.get(key, 0) + count


def _offers(
    state: _State, promotion: Promotion, lines: Sequence[BasketLine], all_lines: Sequence[BasketLine]
) -> list[_Offer]:
    """A promotion of single lines makes an offer for each; one over several pieces makes one."""
    if promotion.kind in SINGLE:
        return [_single_offer(state, promotion, line) for line in lines if promotion.fits(line)]
    if promotion.kind is PromotionKind.BASKET:
        return [_basket_offer(state, promotion, all_lines, lines)]
    found = off_group(promotion, lines, state.pieces)
    return [_Offer(promotion, found.off, found.used, found.free)]


def _single_offer(state: _State, promotion: Promotion, line: BasketLine) -> _Offer:
    free = state.pieces.free.get(line.key, 0)
    return _Offer(promotion, {line.key: off_line(promotion, line, state.pieces.left[line.key], free)})


def _compound_totals(
    state: _State, lines: Sequence[BasketLine], compound: Sequence[Promotion]
) -> dict[str, Fraction]:
    """What compounding would take off each line, tried out on a copy."""
    pieces = state.pieces
    trial = _State(Pieces(dict(pieces.left), dict(pieces.taken), dict(pieces.free)))
    _give_compound(trial, lines, compound)
    return {key: pieces.left[key] - trial.pieces.left[key] for key in pieces.left}


def _give_compound(state: _State, lines: Sequence[BasketLine], compound: Sequence[Promotion]) -> None:
    """Pieces first, then amounts, then per cents: the customer is told so (design/rules.md 3.5)."""
    for promotion in sorted(compound, key=_compound_order):
        for offer in _offers(state, promotion, lines, lines):
            _take(state, offer)


def _compound_order(promotion: Promotion) -> tuple[int, int]:
    if promotion.kind not in SINGLE:
        return 0, promotion.promotion_id
    if promotion.kind in {PromotionKind.PRICE, PromotionKind.AMOUNT}:
        return 1, promotion.promotion_id
    return 2, promotion.promotion_id


def _basket_offer(
    state: _State, promotion: Promotion, lines: Sequence[BasketLine], reach: Sequence[BasketLine]
) -> _Offer:
    """Off all that may be reduced, once what fits of the basket comes to the amount."""
    left = state.pieces.left
    counted = sum((_compared(promotion, x, left[x.key]) for x in lines if promotion.fits(x)), NOTHING)
    if counted < promotion.from_minor:
        return _Offer(promotion, {})
    weights = {x.key: left[x.key] for x in reach if promotion.fits(x)}
    base = sum(weights.values(), NOTHING)
    share = base * promotion.hundredths / HUNDRED_PER_CENT
    wanted = share if promotion.hundredths else Fraction(promotion.amount_minor)
    return _Offer(promotion, spread(min(wanted, base), weights))


def _compared(promotion: Promotion, line: BasketLine, left: Fraction) -> Fraction:
    """What a line counts towards the amount, with tax or without."""
    if promotion.with_tax == line.includes_tax:
        return left
    factor = Fraction(_TAX_ONE + line.rate, _TAX_ONE)
    return left * factor if promotion.with_tax else left / factor


def _told(state: _State, basket: Basket) -> WorkedOut:
    """Whole minor units, met to the cent in all and by line: a line is rounded before its promotions are.

    Rounding promotions by themselves could take a cent more off a line than it costs.
    """
    by_line: dict[str, list[tuple[Promotion, Fraction]]] = {}
    for key, promotion, amount in _capped(state.given):
        by_line.setdefault(key, []).append((promotion, amount))
    totals = rounded([sum((a for _p, a in own), NOTHING) for own in by_line.values()])
    told = [
        Reduction(key, promotion.promotion_id, promotion.name, amount)
        for (key, own), total in zip(by_line.items(), totals, strict=True)
        for (promotion, _exact), amount in zip(own, _in_line(own, total), strict=True)
        if amount
    ]
    place = {line.key: at for at, line in enumerate(basket.lines)}
    return WorkedOut(tuple(sorted(told, key=lambda r: place[r.line_key])))


def _in_line(own: Sequence[tuple[Promotion, Fraction]], total: int) -> list[int]:
    """The cents of the rounding go to promotions without a most first."""
    return shared(total, [a for _p, a in own], [p.most_minor is not None for p, _a in own])


def _capped(given: Sequence[tuple[str, Promotion, Fraction]]) -> list[tuple[str, Promotion, Fraction]]:
    totals: dict[int, Fraction] = {}
    for _key, promotion, amount in given:
        totals[promotion.promotion_id] = totals.get(promotion.promotion_id, NOTHING) + amount
    found = []
    for key, promotion, amount in given:
        most, total = promotion.most_minor, totals[promotion.promotion_id]
        found.append((key, promotion, amount if most is None or total <= most else amount * most / total))
    return found
