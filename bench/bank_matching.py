"""How much of a statement is booked alone, and how much of that is right; beside amount and date alone."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from app.banking.matching.decide import candidates
from app.banking.matching.index import Index
from app.banking.matching.model import Candidate, Facts, Known
from bench.bank_world import Line, Truth, World, make_world
from bench.measure import Options, Result, milliseconds, percentile

LINES: Final = 5_000
_QUICK: Final = 400


@dataclass(slots=True)
class Score:
    """What came of it."""

    payments: int = 0  # lines that pay something
    alone: int = 0
    right: int = 0
    first: int = 0
    among: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    right_by_kind: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, Facts, Candidate | None, Truth | None]] = field(default_factory=list)

    def precision(self) -> float:
        """Of what was booked alone."""
        return self.right / self.alone if self.alone else 0.0

    def recall(self) -> float:
        """Of the lines that pay something."""
        return self.right / self.payments if self.payments else 0.0


def is_right(found: Candidate, truth: Truth | None) -> bool:
    """The same items, amounts, credits and rests to the last unit."""
    return truth is not None and truth == Truth(
        found.party_id, frozenset(found.shares), frozenset(found.credits), found.fee_minor,
        found.difference_minor, found.rest_minor,
    )  # fmt: skip


def play(world: World) -> tuple[Score, Score, list[float]]:
    """Line by line: ours, the simple rule, seconds a line. What is not booked alone a person books right."""
    known = Known({}, {})
    index = Index(world.claims, world.payers, known)
    ours, simple, seconds = Score(), Score(), []
    learnt: dict[str, frozenset[int]] = {}
    known.ibans = learnt
    for line in world.lines:
        started = time.perf_counter()
        found = candidates(index, line.facts)
        seconds.append(time.perf_counter() - started)
        _count(ours, line, found)
        _count_simple(simple, line, index)
        _book(index, line, learnt)
    return ours, simple, seconds


def _count(score: Score, line: Line, found: list[Candidate]) -> None:
    if line.truth is not None:
        score.payments += 1
        score.by_kind[line.kind] += 1
        hits = [is_right(c, line.truth) for c in found]
        score.first += bool(hits and hits[0])
        score.among += any(hits)
    if found and found[0].sure:
        score.alone += 1
        if is_right(found[0], line.truth):
            score.right += 1
            score.right_by_kind[line.kind] += 1
        else:
            score.wrong.append((line.kind, line.facts, found[0], line.truth))


def _count_simple(score: Score, line: Line, index: Index) -> None:
    """The item of that amount, the nearest due date of several: what most programs offer first."""
    if line.truth is not None:
        score.payments += 1
    same = index.of_amount(line.facts.amount_minor)
    if not same:
        return
    score.alone += 1
    best = min(same, key=lambda c: abs((c.due_on - line.facts.value_on).days))
    score.right += line.truth is not None and {s.item_id for s in line.truth.shares} == {best.item_id}


def _book(index: Index, line: Line, learnt: dict[str, frozenset[int]]) -> None:
    truth = line.truth
    if truth is None:
        return
    for share in (*truth.shares, *truth.credits):
        claim = index.claims[share.item_id]
        left = abs(claim.open_minor) - share.pays_minor
        index.remove(share.item_id)
        if left:
            index.add(replace(claim, open_minor=left, discount_minor=0))
    if line.facts.iban:
        learnt[line.facts.iban] = learnt.get(line.facts.iban, frozenset()) | {truth.party_id}


def run(options: Options) -> Result:
    """Play it."""
    world = make_world(_QUICK if options.quick else LINES)
    ours, simple, seconds = play(world)
    return Result(
        "bank_matching",
        ratio=max(1 - ours.recall(), 0.0001) / max(1 - simple.recall(), 0.0001),
        value=milliseconds(percentile(seconds, 50)),
        unit="ms",
        aims={"wrong_share": 0.001, "missed_share": 0.15},
        more={
            "lines": len(world.lines), "payments": ours.payments, "booked_alone": ours.alone,
            "wrong": ours.alone - ours.right, "precision": round(ours.precision(), 5),
            "recall": round(ours.recall(), 4), "wrong_share": round(1 - ours.precision(), 5),
            "missed_share": round(1 - ours.recall(), 4), "first": round(ours.first / ours.payments, 4),
            "among_three": round(ours.among / ours.payments, 4),
            "simple_precision": round(simple.precision(), 4), "simple_recall": round(simple.recall(), 4),
            "p99_ms": milliseconds(percentile(seconds, 99)),
            "recall_by_class": {
                k: round(ours.right_by_kind[k] / n, 3) for k, n in sorted(ours.by_kind.items())
            },
        },
    )  # fmt: skip
