"""Going through the open lines: what is sure is booked, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection

from app.banking.matching.decide import SHOWN, candidates
from app.banking.matching.index import Index
from app.banking.matching.model import Candidate, Reason
from app.banking.open_view import facts_of, foreign_facts, load_index, load_limits
from app.banking.operations.booking import book_payment_line, booking_of
from app.banking.queries import LineRow, get_line, list_lines
from app.banking.states import LineStatus, MatchedBy
from app.kernel.permission import Actor
from app.kernel.refusal import Refusal
from app.organisation.queries import get_company
from app.runtime.run import Runtime

_MOST: Final = 100_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class MatchedLines:
    """What came of it; `suggested` have a candidate and wait for a person, `unknown` have none."""

    looked_at: int
    booked: int
    booked_minor: int
    suggested: int
    unknown: int
    refused: tuple[tuple[int, Refusal], ...]  # line, why
    cancelled: bool = False


def evidence_of(reasons: tuple[Reason, ...]) -> list[tuple[str, str]]:
    """The reasons as they are kept with a match."""
    return [(r.ground.value, r.detail) for r in reasons]


def suggest(connection: Connection, *, line_id: int) -> list[Candidate]:
    """The candidates of one line, the best first; none for money out.

    Raises:
        NoSuchLineError.
    """
    line = get_line(connection, line_id=line_id)
    limits = load_limits(connection)
    index = load_index(connection, currency=line.currency, on=line.booked_on)
    found = candidates(index, facts_of(line), limits)
    foreign = foreign_facts(line)
    if foreign is None or (found and found[0].sure):
        return found
    abroad = load_index(connection, currency=line.foreign_currency, on=line.booked_on)
    return [*in_currency(candidates(abroad, foreign, limits), line.foreign_currency), *found][:SHOWN]


def in_currency(found: list[Candidate], currency: str) -> list[Candidate]:
    """Candidates that are reckoned in the currency a line was instructed in."""
    return [replace(c, currency=currency) for c in found]


def match_open_lines(
    runtime: Runtime, *, actor: Actor, account_id: int | None = None, progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MatchedLines:  # fmt: skip
    """Book every open line that is sure; what a booking refuses is told and stays open."""
    lines = runtime.ask(list_lines, status=LineStatus.OPEN, account_id=account_id, limit=_MOST)
    wanted = [x for x in lines if x.amount_minor > 0]
    limits = runtime.ask(load_limits)
    day = runtime.ask(get_company).day_of(runtime.factory.clock())
    indexes = {
        currency: runtime.ask(load_index, currency=currency, on=day)
        for currency in sorted({x.currency for x in wanted})
    }
    booked = minor = suggested = unknown = 0
    refused: list[tuple[int, Refusal]] = []
    for place, line in enumerate(wanted):
        if cancelled():
            break
        if progress is not None:
            progress(place, len(wanted))
        found = candidates(indexes[line.currency], facts_of(line), limits)
        if not found:
            unknown += 1
        elif not found[0].sure:
            suggested += 1
        else:
            refusal = _book(runtime, actor, line, found[0])
            if refusal is not None:
                refused.append((line.id, refusal))
                continue
            booked, minor = booked + 1, minor + line.amount_minor
            _take_out(indexes[line.currency], found[0], line)
    if progress is not None:
        progress(len(wanted), len(wanted))
    looked = booked + suggested + unknown + len(refused)
    return MatchedLines(looked, booked, minor, suggested, unknown, tuple(refused), looked < len(wanted))


def _book(runtime: Runtime, actor: Actor, line: LineRow, found: Candidate) -> Refusal | None:
    try:
        runtime.run(
            book_payment_line, actor=actor, uuid=str(uuid4()), line_id=line.id, booking=booking_of(found),
            matched_by=MatchedBy.PROGRAM, evidence=evidence_of(found.reasons),
        )  # fmt: skip
    except Refusal as refusal:
        return refusal
    return None


def _take_out(index: Index, found: Candidate, line: LineRow) -> None:
    """What was settled is not open any more, and whose account it was is known."""
    for share in (*found.shares, *found.credits):
        claim = index.claims[share.item_id]
        left = abs(claim.open_minor) - share.pays_minor
        index.remove(share.item_id)
        if left:
            sign = 1 if claim.open_minor > 0 else -1
            index.add(replace(claim, open_minor=sign * left, discount_minor=0))
    if line.iban:
        known = dict(index.known.ibans)
        known[line.iban] = known.get(line.iban, frozenset()) | {found.party_id}
        index.known.ibans = known
