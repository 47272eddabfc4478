"""When a figure is more than chance: exact tails against the rate of all the others.

Two bounds hold together. The figure is large: at least `TIMES` as often as with all the others together. And
it is not chance: were all alike, so many or more would fall on this one with at most `level` probability.
The level of one comparison is `LISTS` shared out over all comparisons of a list (Bonferroni), so that at most
one list in a hundred shows anybody by chance alone, however many cashiers and figures it has.

Probabilities are floats; nothing here is money.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

TIMES: Final = 2  # as often as the others: large
LISTS: Final = 0.01  # one list in a hundred shows somebody by chance
_NOTHING: Final = 1e-18  # a term so much smaller than the sum adds nothing to it


@dataclass(frozen=True, slots=True)
class Compared:
    """How often something happened with one, and with all the others.

    Attributes:
        mine: how often with him.
        base: out of how many: his sales, his shifts.
        others, others_base: the same of all the others together.
        is_share: `mine` are some of the `base` (shifts that were short of all shifts); else it may happen any
            number of times (voids beside sales).
        times: so many times as often is large.
    """

    mine: int
    base: int
    others: int
    others_base: int
    is_share: bool = False
    times: int = TIMES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a comparison.

    Attributes:
        compared: what was laid beside each other.
        chance: the probability of so many or more by chance; 1 where there is nobody to compare with.
        stands_out: large, and not chance.
    """

    compared: Compared
    chance: float
    stands_out: bool


def judge(compared: Compared, level: float) -> Verdict:
    """Whether a figure stands out: large beside the others, and chance at most `level`."""
    chance = chance_of(compared)
    return Verdict(compared, chance, is_large(compared) and chance <= level)


def level_of(comparisons: int) -> float:
    """The level of one of so many comparisons of a list."""
    return LISTS / max(comparisons, 1)


def is_large(c: Compared) -> bool:
    """Whether it happens at least `times` as often as with the others; of a share its odds are compared.

    With nobody to compare with nothing is large.
    """
    if not c.mine or not c.others_base:
        return False
    if c.is_share:
        return c.mine * (c.others_base - c.others) >= c.times * c.others * (c.base - c.mine)
    return c.mine * c.others_base >= c.times * c.others * max(c.base, 1)


def chance_of(c: Compared) -> float:
    """The probability that so many or more fall on him, were he as all the others.

    A rate: of all that happened each falls on him with the share of his sales (binomial; the exact test of
    two Poisson rates given their sum). A share: his cases are drawn from all cases (hypergeometric; Fisher's
    exact test).
    """
    if not c.mine or not c.others_base:
        return 1.0
    if c.is_share:
        return hypergeometric_tail(c.mine, c.base, c.mine + c.others, c.base + c.others_base)
    base = max(c.base, 1)
    return binomial_tail(c.mine, c.mine + c.others, base, base + c.others_base)


def binomial_tail(least: int, tries: int, part: int, whole: int) -> float:
    """P(X >= least) of so many tries that succeed with probability part / whole."""
    if least <= 0 or part >= whole:
        return 1.0
    won, lost = log(part) - log(whole), log(whole - part) - log(whole)
    return _sum(
        lambda k: _choose(tries, k) + k * won + (tries - k) * lost, least, tries, tries * part // whole
    )


def hypergeometric_tail(least: int, drawn: int, marked: int, whole: int) -> float:
    """P(X >= least) marked ones among so many drawn from the whole without putting back."""
    if least <= max(0, drawn + marked - whole):
        return 1.0
    all_ways = _choose(whole, drawn)
    return _sum(
        lambda k: _choose(marked, k) + _choose(whole - marked, drawn - k) - all_ways,
        least, min(drawn, marked), drawn * marked // whole,
    )  # fmt: skip


def _choose(n: int, k: int) -> float:
    """Logarithm of the number of ways to choose k of n."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _sum(term: Callable[[int], float], first: int, last: int, middle: int) -> float:
    """The sum of exp(term(k)); past the middle, where terms fall, as long as they count."""
    total = 0.0
    for k in range(first, last + 1):
        size = exp(term(k))
        total += size
        if k > middle and size <= total * _NOTHING:
            break
    return min(total, 1.0)
