"""What the facts of a period come to: each figure with what is behind it, and out of how many.

Pure. The patterns are the red flags that shops look for (design/reliability.md 4.1); each is a place to
look, no proof.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from app.reporting.loss.facts import Facts, Given
from app.reporting.loss.figures import Evidence, Figure

RERUNG_WITHIN: Final = timedelta(minutes=10)  # after the void
ZEROED_WITHIN: Final = timedelta(minutes=30)  # before the close
LATE: Final = timedelta(hours=1)  # before the close
UNDER_PER_CENT: Final = 10  # so near below a limit is just under it
_ALL: Final = 10_000  # hundredths of a per cent: no limit
_PAID: Final = ("pay_in", "pay_out")

Hit = tuple[int, Figure, Evidence]  # whose, which figure, what is behind it


def find_hits(facts: Facts) -> Iterator[Hit]:
    """Everything that counts, each figure in the order of time."""
    for rule in _RULES:
        yield from rule(facts)


def bases_of(facts: Facts, figure: Figure) -> Counter[int]:
    """Out of how many, by cashier: sales, closed shifts, returns without a receipt, or what may be late."""
    if figure in {Figure.DIFFERENCES, Figure.SHORT, Figure.ZEROED}:
        return Counter(s.user_id for s in facts.shifts)
    if figure is Figure.UNSOLD:
        return Counter(r.user_id for r in facts.refunds if r.is_loose)
    if figure is Figure.LATE:
        return Counter(user for user, _shift, _item in _watched(facts))
    return facts.sales


# who works the last hours more often than others has more of them anyway
TIMES_OF: Final = MappingProxyType({Figure.LATE: 3})
SHARES: Final = frozenset({Figure.DIFFERENCES, Figure.SHORT, Figure.ZEROED, Figure.UNSOLD, Figure.LATE})


def large_differences(facts: Facts) -> Counter[int]:
    """Shifts, by who closed them, whose difference is beyond that of three quarters of all shifts."""
    sizes = sorted(s.size_minor for s in facts.shifts)
    bound = sizes[len(sizes) * 3 // 4] if sizes else 0
    return Counter(s.user_id for s in facts.shifts if s.size_minor and s.size_minor >= bound)


def _name(facts: Facts, user_id: int | None) -> str:
    return "" if user_id is None else facts.names.get(user_id, str(user_id))


def _refunds(facts: Facts) -> Iterator[Hit]:
    for r in facts.refunds:
        item = Evidence(r.at, r.number, r.gross_minor, r.reason, _name(facts, r.approver_id), r.sale_id)
        yield r.user_id, Figure.REFUNDS, item
        if r.is_loose:
            yield r.user_id, Figure.NO_RECEIPT, item
        if r.is_unsold:
            yield r.user_id, Figure.UNSOLD, item


def _voids(facts: Facts) -> Iterator[Hit]:
    for v in facts.voids:
        item = Evidence(v.at, v.sku, v.amount_minor, v.reason, _name(facts, v.approver_id))
        yield v.user_id, v.figure, item


def _openings(facts: Facts) -> Iterator[Hit]:
    for m in facts.movements:
        if m.kind == "no_sale":
            yield m.user_id, Figure.NO_SALES, Evidence(m.at, "", 0, m.reason, "")


def _given(facts: Facts) -> Iterator[Hit]:
    for g in facts.given:
        for told, figure, amount in (
            (g.discounts, Figure.DISCOUNTS, g.discount_minor), (g.prices, Figure.OVERRIDES, g.lowered_minor),
        ):  # fmt: skip
            if told:
                yield g.user_id, figure, _gift(facts, g, amount, _reasons(told), g.approver_id)


def _gift(facts: Facts, g: Given, amount: int, reason: str, approver_id: int | None) -> Evidence:
    return Evidence(g.at, g.number, amount, reason, _name(facts, approver_id), g.sale_id)


def _reasons(given: Any) -> str:
    """The reasons of what was given, each once; they are the texts of a journal entry."""
    return ", ".join(dict.fromkeys(str(x) for one in given for x in one[3:] if isinstance(x, str) and x))


def _differences(facts: Facts) -> Iterator[Hit]:
    for s in facts.shifts:
        item = Evidence(s.at, f"Z {s.z_number}", s.difference_minor, s.note, "")
        if s.size_minor:
            yield s.user_id, Figure.DIFFERENCES, item
        if -s.limit_minor <= s.difference_minor < 0:
            yield s.user_id, Figure.SHORT, item


def _rerung(facts: Facts) -> Iterator[Hit]:
    """A sale given up, and soon after it nothing but goods of it sold for less by the same hand."""
    for v in facts.voids:
        then = v.next_sale
        if then is None or not then.skus or not then.skus <= v.skus:
            continue
        if then.at - v.at <= RERUNG_WITHIN and then.gross_minor < v.amount_minor:
            yield v.user_id, Figure.RERUNG, Evidence(
                then.at, then.number, v.amount_minor - then.gross_minor, v.reason,
                _name(facts, v.approver_id), then.sale_id,
            )  # fmt: skip


def _just_under(facts: Facts) -> Iterator[Hit]:
    for g in facts.given:
        if any(_is_under(facts, g, one) for one in g.discounts):
            reason = _reasons(g.discounts)
            yield g.user_id, Figure.JUST_UNDER, _gift(facts, g, g.discount_minor, reason, g.approver_id)
    for s in facts.shifts:
        if _is_near(s.size_minor, s.limit_minor):
            yield s.user_id, Figure.JUST_UNDER, Evidence(
                s.at, f"Z {s.z_number}", s.difference_minor, s.note, ""
            )  # fmt: skip


def _is_under(facts: Facts, g: Given, one: Any) -> bool:
    """Whether a discount that nobody allowed is just below what its cashier may give himself.

    An amount is laid beside the whole sale, so one on a line is found only where it is the whole sale's.
    """
    line, kind, value, _reason, approver_id = one
    limit = facts.limits.get(g.user_id, (0, 0))[0 if line else 1]
    if approver_id is not None or not 0 < limit < _ALL:
        return False
    if kind == "percent":
        return _is_near(value, limit)
    whole = g.gross_minor + g.discount_minor
    return whole > 0 and _is_near(value * _ALL // whole, limit)


def _is_near(value: int, limit: int) -> bool:
    return 0 < value <= limit and value * 100 >= limit * (100 - UNDER_PER_CENT)


def _one_pair(facts: Facts) -> Iterator[Hit]:
    """What was allowed to each by whoever allowed him most."""
    allowed: dict[int, dict[int, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for user_id, approver_id, item in _allowed(facts):
        allowed[user_id][approver_id].append(item)
    for user_id, by in sorted(allowed.items()):
        most = max(sorted(by), key=lambda approver: len(by[approver]))
        for item in sorted(by[most], key=lambda x: x.at):
            yield user_id, Figure.ONE_PAIR, item


def _allowed(facts: Facts) -> Iterator[tuple[int, int, Evidence]]:
    """(who, allowed by whom, what): once for each document and person."""
    for v in facts.voids:
        if v.approver_id is not None:
            yield v.user_id, v.approver_id, Evidence(
                v.at, v.sku, v.amount_minor, v.reason, _name(facts, v.approver_id)
            )  # fmt: skip
    for r in facts.refunds:
        if r.approver_id is not None:
            yield r.user_id, r.approver_id, Evidence(
                r.at, r.number, r.gross_minor, r.reason, _name(facts, r.approver_id), r.sale_id
            )  # fmt: skip
    for g in facts.given:
        told = {g.approver_id, *(x[4] for x in g.discounts), *(x[3] for x in g.prices)}
        reason = _reasons((*g.discounts, *g.prices))
        for approver_id in sorted(x for x in told if x is not None):
            item = _gift(facts, g, g.discount_minor + g.lowered_minor, reason, approver_id)
            yield g.user_id, approver_id, item


def _zeroed(facts: Facts) -> Iterator[Hit]:
    """Shifts without any difference after their closer paid in or out shortly before."""
    paid = {(m.shift_id, m.user_id): m for m in facts.movements if m.kind in _PAID}
    for s in facts.shifts:
        last = paid.get((s.shift_id, s.user_id))
        if last is not None and not s.size_minor and timedelta() <= s.at - last.at <= ZEROED_WITHIN:
            yield s.user_id, Figure.ZEROED, Evidence(
                last.at, f"Z {s.z_number}", last.amount_minor, last.reason, ""
            )  # fmt: skip


def _late(facts: Facts) -> Iterator[Hit]:
    ends: dict[int, datetime] = {s.shift_id: s.at for s in facts.shifts}
    for user_id, shift_id, item in _watched(facts):
        if ends[shift_id] - item.at <= LATE:
            yield user_id, Figure.LATE, item


def _watched(facts: Facts) -> Iterator[tuple[int, int, Evidence]]:
    """Refunds, voids and openings of closed shifts: (who, shift, what), in the order of time."""
    ends = {s.shift_id for s in facts.shifts}
    found = [
        *((r.user_id, r.shift_id, Evidence(
            r.at, r.number, r.gross_minor, r.reason, _name(facts, r.approver_id), r.sale_id
        )) for r in facts.refunds),
        *((v.user_id, v.shift_id, Evidence(
            v.at, v.sku, v.amount_minor, v.reason, _name(facts, v.approver_id)
        )) for v in facts.voids),
        *((m.user_id, m.shift_id, Evidence(m.at, "", 0, m.reason, ""))
          for m in facts.movements if m.kind == "no_sale"),
    ]  # fmt: skip
    yield from sorted((x for x in found if x[1] in ends), key=lambda x: x[2].at)


_RULES: Final[tuple[Callable[[Facts], Iterator[Hit]], ...]] = (
    _refunds, _voids, _openings, _given, _differences, _rerung, _just_under, _one_pair, _zeroed, _late,
)  # fmt: skip
