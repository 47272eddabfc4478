"""The candidates of a line, weighed; and whether the program may book the best one alone. Pure.

design/money-in.md 6. Weights are tenths of log-odds. The program books alone only when the amount is
explained to the last unit, every item is named (or the payer is known and one choice of items only
comes to the amount), nothing speaks against it, and no other candidate comes near.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.banking.matching.amounts import (
    Fit,
    less_credits,
    oldest_first,
    oldest_sum,
    only_subset,
    open_sum,
    single_fits,
    whole,
    with_discount,
)
from app.banking.matching.index import UNLIKE, Index
from app.banking.matching.model import Candidate, Claim, Facts, Ground, Limits, Reason, Share

SHOWN: Final = 3
SURE: Final = 990  # thousandths
RUNNER_UP: Final = 200
_NONE_FITS: Final = 25  # the odds of "none of them", tenths
_DUE_DAYS: Final = 7
_W: Final = {
    Ground.ADVICE: 80,
    Ground.REFERENCE: 90,
    Ground.NUMBER: 60,
    Ground.OTHER_NUMBER: 40,
    Ground.SHORT_NUMBER: 30,
    Ground.EXACT: 40,
    Ground.SUM: 40,
    Ground.CHARGES: 30,
    Ground.DISCOUNT: 30,
    Ground.BALANCE: 30,
    Ground.CREDIT: 25,
    Ground.PAID: 20,
    Ground.OLDEST: 15,
    Ground.SUBSET: 15,
    Ground.TERMS: 10,
    Ground.FEE: 10,
    Ground.CENTS: 10,
    Ground.PART: -20,
    Ground.OVER: -30,
    Ground.DISPUTED: -30,
    Ground.OTHER_PAYER: -60,
}
_NAMED: Final = (Ground.REFERENCE, Ground.NUMBER, Ground.ADVICE)
_LOOSE: Final = (
    Ground.PART,
    Ground.OVER,
    Ground.PAID,
    Ground.CENTS,
    Ground.OTHER_PAYER,
    Ground.DISPUTED,
    Ground.AMBIGUOUS,
)
_PER_ITEM: Final = 7
_FEE_SHARE: Final = 10


def candidates(index: Index, facts: Facts, limits: Limits | None = None) -> list[Candidate]:
    """The best ways to understand a line, the best first, at most SHOWN; the first may be sure."""
    if facts.amount_minor <= 0:
        return []
    found = list(_Search(index, facts, limits or Limits()).run())
    return _weighed(_distinct(found))


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """Of those that settle the same, the one with the most for it."""
    best: dict[tuple[object, ...], Candidate] = {}
    for c in found:
        key = (c.party_id, frozenset(c.shares), frozenset(c.credits), c.rest_minor)
        if key not in best or c.score > best[key].score:
            best[key] = c
    return sorted(best.values(), key=lambda c: (-c.score, c.party_id, len(c.shares)))[:SHOWN]


def _weighed(found: list[Candidate]) -> list[Candidate]:
    if not found:
        return []
    odds = [math.exp(c.score / 10) for c in found]
    total = sum(odds) + math.exp(_NONE_FITS / 10)
    shares = [round(1000 * o / total) for o in odds]
    second = shares[1] if len(shares) > 1 else 0
    made = [replace(c, probability=p) for c, p in zip(found, shares, strict=True)]
    return [replace(made[0], sure=_is_sure(made[0], second)), *made[1:]]


def _is_sure(best: Candidate, second: int) -> bool:
    if best.rest_minor or best.difference_minor or (best.fee_minor and not best.has(Ground.CHARGES)):
        return False
    if best.has(*_LOOSE) or best.probability < SURE or second >= RUNNER_UP:
        return False
    if best.has(*_NAMED):
        return True
    # the payer is known by his account, or by name and a number of his; and only one set fits
    return best.has(Ground.IBAN) or (
        best.has(Ground.NAME)
        and best.has(Ground.EXACT, Ground.BALANCE, Ground.SHORT_NUMBER, Ground.OTHER_NUMBER)
    )


class _Search:
    """The hypotheses about one line."""

    def __init__(self, index: Index, facts: Facts, limits: Limits) -> None:
        self.index, self.facts, self.limits = index, facts, limits
        self.amount = facts.amount_minor
        self.named = index.named(facts)
        self.who = index.who(facts)

    def run(self) -> Iterator[Candidate]:
        """All of them."""
        yield from self._advised()
        for party, items, grounds in self._named_sets():
            yield from self._of_named(party, items, grounds)
        for party in self.who:
            yield from self._of_party(party)
        yield from self._paid_twice()
        if not self.who and not any(self._all_named()):
            yield from self._by_amount_only()

    # --- what is named ---

    def _all_named(self) -> Iterator[int]:
        n = self.named
        yield from (*n.structured, *n.whole, *n.listed, *n.short, *n.other)

    def _named_sets(self) -> Iterator[tuple[int, list[Claim], list[Reason]]]:
        """Sets of named items by customer, the surest kind first."""
        n = self.named
        sets: list[tuple[Ground, tuple[int, ...]]] = [
            (Ground.REFERENCE, n.structured), (Ground.NUMBER, (*n.structured, *n.whole, *n.listed)),
            (Ground.NUMBER, (*n.structured, *n.whole)), (Ground.SHORT_NUMBER, n.short),
            (Ground.OTHER_NUMBER, n.other),
        ]  # fmt: skip
        seen: set[tuple[int, ...]] = set()
        for ground, ids in sets:
            for party, claims in self._by_party(ids).items():
                key = tuple(c.item_id for c in claims)
                if key in seen:
                    continue
                seen.add(key)
                numbers = ", ".join(dict.fromkeys(c.number for c in claims))
                yield party, claims, [Reason(ground, _W[ground], numbers)]

    def _by_party(self, ids: Iterable[int]) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for item_id in dict.fromkeys(ids):
            claim = self.index.claims[item_id]
            if claim.open_minor > 0:
                found.setdefault(claim.party_id, []).append(claim)
        return found

    def _of_named(self, party: int, items: list[Claim], grounds: list[Reason]) -> Iterator[Candidate]:
        exact = list(self._exact_fits(party, items))
        for fit, reason in exact:
            yield self._made(party, fit, [*grounds, reason])
        if not exact:
            yield from self._loose_fits(party, items, grounds)

    def _exact_fits(self, party: int, items: list[Claim]) -> Iterator[tuple[Fit, Reason]]:
        """Explained to the last unit."""
        count = len(items)
        if open_sum(items) == self.amount:
            ground = Ground.EXACT if count == 1 else Ground.SUM
            yield Fit(whole(items)), Reason(ground, max(_W[ground] - _PER_ITEM * (count - 1), 10))
            return
        fit = with_discount(items, self.amount, self.facts.value_on, self.limits.grace_days)
        if fit is not None:
            yield fit, Reason(Ground.DISCOUNT, _W[Ground.DISCOUNT])
        fit = less_credits(items, self.index.credits(party), self.amount)
        if fit is not None:
            yield fit, Reason(Ground.CREDIT, _W[Ground.CREDIT])
        if count > 1:
            yield from self._of_some(items)
        else:
            yield from self._one_instalment(items)

    def _of_some(self, items: list[Claim]) -> Iterator[tuple[Fit, Reason]]:
        """Some of the named ones only: instalments of an invoice that are not due yet."""
        chosen = only_subset(items, self.amount)
        if chosen is not None:
            yield Fit(whole(chosen)), Reason(Ground.EXACT, _W[Ground.EXACT] - _PER_ITEM)

    def _one_instalment(self, items: list[Claim]) -> Iterator[tuple[Fit, Reason]]:
        """The named one and others of the customer that come to the rest, one choice only."""
        rest = self.amount - open_sum(items)
        if rest <= 0:
            return
        others = [c for c in self.index.owed(items[0].party_id) if c.item_id != items[0].item_id]
        chosen = only_subset(others[:12], rest)
        if chosen is not None and len(others) <= 12:  # noqa: PLR2004 - more give chance hits
            yield Fit((*whole(items), *whole(chosen))), Reason(Ground.SUBSET, _W[Ground.SUBSET])

    def _loose_fits(self, party: int, items: list[Claim], grounds: list[Reason]) -> Iterator[Candidate]:
        """With a fee, cents, a part, or too much."""
        missing = open_sum(items) - self.amount
        if missing < 0:
            yield from self._too_much(party, items, grounds, -missing)
            return
        charges = self.facts.charges_minor
        if missing <= self.limits.cents_minor:
            reason = Reason(Ground.CENTS, _W[Ground.CENTS])
            yield self._made(party, Fit(whole(items)), [*grounds, reason], difference_minor=missing)
        elif missing == charges or missing <= self.limits.fee_minor:
            ground = Ground.CHARGES if missing == charges else Ground.FEE
            # more than a tenth is a part payment rather than a fee
            small = missing == charges or missing * _FEE_SHARE <= open_sum(items)
            reason = Reason(ground, _W[ground] if small else 2 * _W[Ground.PART])
            yield self._made(party, Fit(whole(items)), [*grounds, reason], fee_minor=missing)
        shares, _left = oldest_first(items, self.amount)
        yield self._made(party, Fit(shares), [*grounds, Reason(Ground.PART, _W[Ground.PART])])

    def _too_much(
        self, party: int, items: list[Claim], grounds: list[Reason], rest: int
    ) -> Iterator[Candidate]:
        if rest <= self.limits.cents_minor:
            reason = Reason(Ground.CENTS, _W[Ground.CENTS])
            yield self._made(party, Fit(whole(items)), [*grounds, reason], difference_minor=-rest)
        reason = Reason(Ground.OVER, _W[Ground.OVER])
        yield self._made(party, Fit(whole(items)), [*grounds, reason], rest_minor=rest)

    # --- who pays, without a name of what ---

    def _of_party(self, party: int) -> Iterator[Candidate]:
        owed = self.index.owed(party)
        days = self.limits.grace_days
        for fit in single_fits(owed, self.amount, self.facts.value_on, days):
            ground = Ground.DISCOUNT if fit.discount_minor else Ground.EXACT
            yield self._made(party, fit, [Reason(ground, _W[ground])])
        if len(owed) > 1:
            yield from self._several(party, owed)
        credits_ = self.index.credits(party)
        if owed and open_sum(owed) + open_sum(credits_) == self.amount and credits_:
            netted = less_credits(owed, credits_, self.amount)
            if netted is not None:
                yield self._made(party, netted, [Reason(Ground.BALANCE, _W[Ground.BALANCE])])
        shares, left = oldest_first(owed, self.amount)
        if shares or not owed:
            ground = Ground.OVER if left else Ground.PART
            yield self._made(party, Fit(shares), [Reason(ground, 2 * _W[Ground.PART])], rest_minor=left)

    def _several(self, party: int, owed: Sequence[Claim]) -> Iterator[Candidate]:
        if open_sum(owed) == self.amount:
            yield self._made(party, Fit(whole(owed)), [Reason(Ground.BALANCE, _W[Ground.BALANCE])])
            return
        fit = oldest_sum(owed, self.amount)
        chosen = only_subset(owed, self.amount)
        if fit is not None and len(fit.shares) > 1:
            grounds = [Reason(Ground.OLDEST, _W[Ground.OLDEST])]
            if chosen is not None:
                grounds.append(Reason(Ground.SUBSET, _W[Ground.SUBSET]))
            yield self._made(party, fit, grounds)
        elif chosen is not None and len(chosen) > 1:
            yield self._made(party, Fit(whole(chosen)), [Reason(Ground.SUBSET, _W[Ground.SUBSET])])

    # --- the rest ---

    def _advised(self) -> Iterator[Candidate]:
        """An advice that tells amount and documents."""
        for advice in self.index.advices.values():
            if advice.amount_minor != self.amount or not self._still_open(advice.shares):
                continue
            named = bool(advice.reference) and advice.reference.upper() in self.facts.text.upper()
            if advice.party_id in self.who or named:
                grounds = [Reason(Ground.ADVICE, _W[Ground.ADVICE], advice.reference)]
                yield self._made(advice.party_id, Fit(advice.shares), grounds)

    def _still_open(self, shares: Iterable[Share]) -> bool:
        return all(
            s.item_id in self.index.claims and self.index.claims[s.item_id].open_minor >= s.pays_minor
            for s in shares
        )

    def _paid_twice(self) -> Iterator[Candidate]:
        """What it names is paid: the money stays the customer's."""
        if any(self._all_named()):
            return
        for claim in self.index.named_paid(self.facts)[:1]:
            reason = Reason(Ground.PAID, _W[Ground.PAID], claim.number)
            yield self._made(claim.party_id, Fit(()), [reason], rest_minor=self.amount)

    def _by_amount_only(self) -> Iterator[Candidate]:
        """Nobody and nothing is named: whose invoice has this amount; never booked alone."""
        same = self.index.of_amount(self.amount)[: SHOWN + 1]
        for claim in same:
            weight = _W[Ground.EXACT] // 2 - 5 * (len(same) - 1)
            yield self._made(claim.party_id, Fit(whole([claim])), [Reason(Ground.AMBIGUOUS, weight)])

    # --- weighing ---

    def _made(
        self, party: int, fit: Fit, grounds: list[Reason], *, fee_minor: int = 0, difference_minor: int = 0,
        rest_minor: int = 0,
    ) -> Candidate:  # fmt: skip
        reasons = [
            *grounds,
            *self.who.get(party, ()),
            *self._against(party),
            *self._about(party, fit, grounds),
        ]
        return Candidate(
            party, fit.shares, tuple(reasons), fit.credits, fee_minor, difference_minor, rest_minor,
            sum(r.weight for r in reasons),
        )  # fmt: skip

    def _against(self, party: int) -> list[Reason]:
        """Account or name belong to somebody else."""
        facts, index = self.facts, self.index
        known = index.by_account(facts.iban)
        if known:
            return [] if party in known else [Reason(Ground.OTHER_PAYER, _W[Ground.OTHER_PAYER], facts.iban)]
        if facts.name and index.likeness_to(facts.name, party) < UNLIKE:
            return [Reason(Ground.OTHER_PAYER, _W[Ground.OTHER_PAYER] // 2, facts.name)]
        return []

    def _about(self, party: int, fit: Fit, grounds: list[Reason]) -> list[Reason]:
        """Due about now; disputed; others have an item of this amount."""
        claims = [self.index.claims[s.item_id] for s in fit.shares]
        found: list[Reason] = []
        days = [abs((c.due_on - self.facts.value_on).days) for c in claims]
        if days and max(days) <= _DUE_DAYS:
            found.append(Reason(Ground.TERMS, _W[Ground.TERMS]))
        if any(c.disputed for c in claims):
            found.append(Reason(Ground.DISPUTED, _W[Ground.DISPUTED]))
        if len(claims) == 1 and grounds[0].ground in (Ground.EXACT, Ground.DISCOUNT) and not fit.credits:
            found += self._rare(party, claims[0])
        return found

    def _rare(self, party: int, claim: Claim) -> list[Reason]:
        same = [c for c in self.index.of_amount(claim.open_minor) if c.item_id != claim.item_id]
        own = sum(c.party_id == party for c in same)
        if own:
            return [Reason(Ground.AMBIGUOUS, -20 * own)]
        strangers = len(same) and not any(r.ground is Ground.IBAN for r in self.who.get(party, ()))
        return [Reason(Ground.AMBIGUOUS, -5 * len(same))] if strangers else []
