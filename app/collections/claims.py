"""What a customer can be reminded of on a day: open, late, not in dispute, not promised, not paused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, or_, select

from app.collections.letter_queries import list_sent_lines
from app.collections.levels import RateRow, list_levels, list_rates
from app.collections.queries import list_promises
from app.collections.rules import Balance, Level, fee_of, next_level, simple_interest
from app.collections.settings import CollectionSettings, load_settings
from app.collections.states import DisputeStatus, PromiseStatus
from app.collections.tables import dispute, dunning_pause
from app.parties.tables import party
from app.receivables.queries import IS_OPEN
from app.receivables.tables import allocation, open_item

REMINDED: Final = ("invoice", "prepayment", "sale", "opening_item")


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of a reminder, as it would be sent."""

    open_item_id: int
    document_type: str
    document_id: int
    document_number: str
    document_date: date
    due_date: date
    amount_minor: int
    open_minor: int
    disputed_minor: int
    level: int
    is_new: bool  # whether it reached the level by this letter
    interest_minor: int = 0
    interest_from: date | None = None
    interest_until: date | None = None
    compensation_minor: int = 0

    @property
    def claimed_minor(self) -> int:
        """What is asked for: what is open and not in dispute."""
        return self.open_minor - self.disputed_minor


@dataclass(frozen=True, slots=True)
class Draft:
    """A reminder as it would be sent; amounts in its currency."""

    party_id: int
    party_name: str
    currency: str
    level: Level
    lines: tuple[Claim, ...]
    fee_minor: int

    @property
    def overdue_minor(self) -> int:
        """The sum of its lines."""
        return sum(x.claimed_minor for x in self.lines)

    @property
    def interest_minor(self) -> int:
        """Of all lines."""
        return sum(x.interest_minor for x in self.lines)

    @property
    def compensation_minor(self) -> int:
        """Of all lines."""
        return sum(x.compensation_minor for x in self.lines)

    @property
    def charged_minor(self) -> int:
        """What the letter adds to what he owes."""
        return self.fee_minor + self.interest_minor + self.compensation_minor


@dataclass(slots=True)
class _Facts:
    """What is read once for all customers."""

    on: date
    company_currency: str
    levels: list[Level]
    rates: list[RateRow]
    settings: CollectionSettings
    disputed: Mapping[int, int]
    paused_items: set[int]
    paused_parties: set[int]
    reached: Mapping[int, tuple[int, date]]  # item -> level, and when it was reached
    charged_until: Mapping[int, date]
    compensated: set[tuple[str, int]]
    promised: Mapping[int, int]
    credits: dict[tuple[int, str | None], int] = field(default_factory=dict)


def draft_letters(
    connection: Connection, *, on: date, company_currency: str, party_id: int | None = None
) -> list[Draft]:
    """Every reminder that is due on a day, the largest first; nothing is written.

    Args:
        connection: where to read.
        on: the day of the letters.
        company_currency: fees, interest and compensation are charged in this one only.
        party_id: only this customer.
    """
    facts = _facts(connection, on, company_currency)
    query = (
        select(open_item, party.c.name, party.c.tax_number)
        .join_from(open_item, party)
        .where(IS_OPEN, open_item.c.date <= on)
        .order_by(open_item.c.party_id, open_item.c.due_date, open_item.c.id)
    )
    if party_id is not None:
        query = query.where(open_item.c.party_id == party_id)
    groups: dict[tuple[int, str | None], list[Row[Any]]] = {}
    for r in connection.execute(query):
        key = (int(r.party_id), r.currency)
        if r.open_minor < 0:
            facts.credits[key] = facts.credits.get(key, 0) - int(r.open_minor)
        elif r.document_type in REMINDED and r.due_date < on:
            groups.setdefault(key, []).append(r)
    found = [_draft(connection, facts, key, rows) for key, rows in groups.items()]
    letters = [d for d in found if d is not None]
    return sorted(letters, key=lambda d: (-d.overdue_minor, d.party_name, d.party_id))


def _facts(connection: Connection, on: date, currency: str) -> _Facts:
    disputed = connection.execute(
        select(dispute.c.open_item_id, func.sum(dispute.c.amount_minor))
        .where(dispute.c.status == DisputeStatus.OPEN.value)
        .group_by(dispute.c.open_item_id)
    )
    pauses = connection.execute(
        select(dunning_pause).where(
            dunning_pause.c.ended_at.is_(None),
            or_(dunning_pause.c.until.is_(None), dunning_pause.c.until >= on),
        )
    ).all()
    reached: dict[int, tuple[int, date]] = {}
    charged: dict[int, date] = {}
    compensated: set[tuple[str, int]] = set()
    for line in list_sent_lines(connection):
        if line.level > reached.get(line.open_item_id, (0, on))[0]:
            reached[line.open_item_id] = (line.level, line.sent_on)
        if line.interest_until is not None:
            charged[line.open_item_id] = line.interest_until
        if line.compensation_minor:
            compensated.add((line.document_type, line.document_id))
    promised: dict[int, int] = {}
    for p in list_promises(connection, on=on):
        if p.status is PromiseStatus.OPEN:
            promised[p.party_id] = promised.get(p.party_id, 0) + p.amount_minor
    return _Facts(
        on, currency, list_levels(connection), list_rates(connection), load_settings(connection),
        {int(i): int(minor) for i, minor in disputed},
        {int(p.open_item_id) for p in pauses if p.open_item_id is not None},
        {int(p.party_id) for p in pauses if p.open_item_id is None}, reached, charged, compensated, promised,
    )  # fmt: skip


def _draft(
    connection: Connection, facts: _Facts, key: tuple[int, str | None], rows: Sequence[Row[Any]]
) -> Draft | None:
    party_id, currency = key
    if party_id in facts.paused_parties:
        return None
    claims = _claims(facts, rows)
    fresh = [c for c in claims if c.is_new]
    owed = sum(c.claimed_minor for c in claims)
    if not fresh or facts.credits.get(key, 0) >= owed:
        return None
    level = next(x for x in facts.levels if x.position == max(c.level for c in fresh))
    if owed < level.least_minor:
        return None
    name = currency or facts.company_currency
    at_home = name == facts.company_currency
    if at_home and level.interest and rows[0].tax_number:
        claims = [_with_interest(connection, facts, level, c) for c in claims]
    fee = fee_of(level, sum(c.claimed_minor for c in fresh)) if at_home else 0
    return Draft(party_id, rows[0].name, name, level, tuple(claims), fee)


def _claims(facts: _Facts, rows: Sequence[Row[Any]]) -> list[Claim]:
    """The late items with the level each is due for; what is promised covers the oldest."""
    promised = facts.promised.get(int(rows[0].party_id), 0)
    found: list[Claim] = []
    for r in rows:
        disputed = min(facts.disputed.get(r.id, 0), r.open_minor)
        if r.id in facts.paused_items or r.open_minor <= disputed:
            continue
        covered = min(promised, r.open_minor - disputed)
        promised -= covered
        if covered == r.open_minor - disputed:
            continue
        reached, reached_on = facts.reached.get(r.id, (0, None))
        level = next_level(
            facts.levels, days_late=(facts.on - r.due_date).days, reached=reached,
            days_since=(facts.on - reached_on).days if reached_on is not None else None,
        )  # fmt: skip
        found.append(
            Claim(
                r.id, r.document_type, r.document_id, r.document_number, r.date, r.due_date, r.amount_minor,
                r.open_minor, disputed, level.position if level is not None else reached, level is not None,
            )
        )  # fmt: skip
    return found


def _with_interest(connection: Connection, facts: _Facts, level: Level, claim: Claim) -> Claim:
    """Interest on what was open since the last charge, and once for the invoice the lump sum."""
    charged = facts.charged_until.get(claim.open_item_id)
    first = max(claim.due_date, charged or claim.due_date) + timedelta(days=1)
    interest = simple_interest(
        balances_of(connection, claim.open_item_id, less=claim.disputed_minor),
        [r.rate for r in facts.rates], first=first, last=facts.on, year_days=facts.settings.year_days,
    )  # fmt: skip
    lump = 0
    document = (claim.document_type, claim.document_id)
    if level.compensation_minor and document not in facts.compensated and claim.is_new:
        facts.compensated.add(document)
        lump = level.compensation_minor
    names = {n: getattr(claim, n) for n in Claim.__dataclass_fields__}
    return Claim(
        **{
            **names, "interest_minor": interest, "interest_from": first if interest else None,
            "interest_until": facts.on if interest else None, "compensation_minor": lump,
        }
    )  # fmt: skip


def balances_of(connection: Connection, item_id: int, *, less: int = 0) -> list[Balance]:
    """What was open of an item from each day on; `less` is taken off each day (what is in dispute)."""
    item = connection.execute(select(open_item).where(open_item.c.id == item_id)).one()
    rows = connection.execute(select(allocation).where(allocation.c.open_item_id == item_id))
    steps: dict[date, int] = {item.date: item.amount_minor - less}
    for r in rows:
        steps[r.business_date] = steps.get(r.business_date, 0) - r.amount_minor
        if r.undone_on is not None:
            steps[r.undone_on] = steps.get(r.undone_on, 0) + r.amount_minor
    return _running(sorted(steps.items()))


def _running(steps: Iterable[tuple[date, int]]) -> list[Balance]:
    found: list[Balance] = []
    left = 0
    for day, change in steps:
        left += change
        found.append(Balance(day, left))
    return found
