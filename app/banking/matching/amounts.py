"""Which sets of items come to an amount: exactly, with discount, less credits, by subsets. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from app.banking.matching.model import Claim, Share

MOST_ITEMS: Final = 20  # of a subset sum: two halves of a million sums each
_MOST_DISCOUNTS: Final = 8


@dataclass(frozen=True, slots=True)
class Fit:
    """Items that come to an amount; what is missing to it."""

    shares: tuple[Share, ...]
    credits: tuple[Share, ...] = ()
    discount_minor: int = 0
    left_minor: int = 0  # of the sum over the amount: a fee, or cents


def open_sum(claims: Iterable[Claim]) -> int:
    """What they come to."""
    return sum(c.open_minor for c in claims)


def whole(claims: Iterable[Claim]) -> tuple[Share, ...]:
    """Each settled in full."""
    return tuple(Share(c.item_id, c.open_minor) for c in claims)


def discounted(claim: Claim, on: date, grace_days: int) -> int:
    """What may be taken off of a claim that is wholly open, if it is paid on a day."""
    if not claim.discount_minor or claim.discount_until is None or claim.discount_minor >= claim.open_minor:
        return 0
    return claim.discount_minor if on <= claim.discount_until + timedelta(days=grace_days) else 0


def with_discount(claims: Sequence[Claim], amount: int, on: date, grace_days: int) -> Fit | None:
    """All claims, of some of which the discount was taken; the most discounts first, or None."""
    able = [c for c in claims if discounted(c, on, grace_days)]
    missing = open_sum(claims) - amount
    if missing <= 0 or not able:
        return None
    for count in range(len(able), 0, -1) if len(able) <= _MOST_DISCOUNTS else (len(able),):
        for chosen in combinations(able, count):
            taken = {c.item_id: discounted(c, on, grace_days) for c in chosen}
            if sum(taken.values()) == missing:
                shares = tuple(Share(c.item_id, c.open_minor, taken.get(c.item_id, 0)) for c in claims)
                return Fit(shares, (), missing)
    return None


def less_credits(claims: Sequence[Claim], credits_: Sequence[Claim], amount: int) -> Fit | None:
    """All claims less credit notes that make up the difference: all of them, or a single choice."""
    missing = open_sum(claims) - amount
    if missing <= 0 or not credits_:
        return None
    chosen = only_subset([_positive(c) for c in credits_], missing)
    if chosen is None:
        return None
    return Fit(whole(claims), whole(chosen))


def _positive(claim: Claim) -> Claim:
    from dataclasses import replace

    return replace(claim, open_minor=-claim.open_minor)


def oldest_sum(claims: Sequence[Claim], amount: int) -> Fit | None:
    """The oldest by due date that come to it, or None."""
    total = 0
    taken: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.due_on, c.item_id)):
        total += claim.open_minor
        taken.append(claim)
        if total >= amount:
            return Fit(whole(taken)) if total == amount else None
    return None


def oldest_first(claims: Sequence[Claim], amount: int) -> tuple[tuple[Share, ...], int]:
    """The amount spread over the oldest, and what is left of it."""
    shares: list[Share] = []
    left = amount
    for claim in sorted(claims, key=lambda c: (c.due_on, c.item_id)):
        paid = min(left, claim.open_minor)
        if paid > 0:
            shares.append(Share(claim.item_id, paid))
            left -= paid
    return tuple(shares), left


def only_subset(claims: Sequence[Claim], amount: int) -> list[Claim] | None:
    """The items that come to an amount, if there is exactly one choice; None for none or several.

    Meet in the middle: the sums of each half are sorted, for each of one the other is looked up.
    """
    if not 0 < len(claims) <= MOST_ITEMS or amount <= 0:
        return None
    middle = len(claims) // 2
    left, right = _sums(claims[:middle]), sorted(_sums(claims[middle:]))
    sums = [s for s, _mask in right]
    found: tuple[int, int] | None = None
    for total, mask in left:
        place = bisect_left(sums, amount - total)
        while place < len(sums) and sums[place] == amount - total:
            if found is not None:
                return None
            found = (mask, right[place][1])
            place += 1
    if found is None:
        return None
    low, high = found
    return [c for i, c in enumerate(claims[:middle]) if low >> i & 1] + [
        c for i, c in enumerate(claims[middle:]) if high >> i & 1
    ]


def _sums(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    found = [(0, 0)]
    for place, claim in enumerate(claims):
        found += [(total + claim.open_minor, mask | 1 << place) for total, mask in found]
    return found


def single_fits(claims: Sequence[Claim], amount: int, on: date, grace_days: int) -> Iterator[Fit]:
    """Each claim that is the amount by itself, as it is or less its discount."""
    for claim in claims:
        if claim.open_minor == amount:
            yield Fit(whole([claim]))
        else:
            fit = with_discount([claim], amount, on, grace_days)
            if fit is not None:
                yield fit
