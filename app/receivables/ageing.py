"""What customers owe by how late it is, on any day, beside the receivable account of that day.

Aged by due date (design/money-in.md 7.1). A day of the past is rebuilt from the items that were there and
the allocations that held: money taken later does not make the past look better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from app.ledger.queries import accounts_of, moved_by_party
from app.parties.tables import party
from app.receivables.queries import OpenItem
from app.receivables.tables import allocation, open_item
from app.terms.rules import to_home

_LAST_DAYS: Final = (0, 30, 60, 90)


class Bucket(StrEnum):
    """How late something is; money nobody applied stands in a column of its own."""

    CURRENT = "current"
    TO_30 = "1_30"
    TO_60 = "31_60"
    TO_90 = "61_90"
    OVER_90 = "over_90"
    CREDIT = "credit"


BUCKETS: Final = tuple(Bucket)


def bucket_of(open_minor: int, due_date: date, on: date) -> Bucket:
    """Where an open amount belongs on a day; what is due on that day is not late yet."""
    if open_minor < 0:
        return Bucket.CREDIT
    late = (on - due_date).days
    place = sum(late > last for last in _LAST_DAYS)
    return BUCKETS[place]


@dataclass(frozen=True, slots=True)
class AgedItem:
    """An item as it stood on a day; amounts in its own currency, `home_minor` in the company's."""

    item: OpenItem  # its `open_minor` is that of the day
    party_name: str
    home_minor: int
    days_late: int  # below zero: not due yet
    bucket: Bucket


@dataclass(frozen=True, slots=True)
class AgedParty:
    """A customer's open money by bucket, company's currency; credits are negative."""

    party_id: int
    number: str
    name: str
    minor: dict[Bucket, int] = field(hash=False)
    ledger_minor: int

    @property
    def total_minor(self) -> int:
        """What he owes in all."""
        return sum(self.minor.values())

    @property
    def overdue_minor(self) -> int:
        """What is beyond its due date."""
        return self.total_minor - self.minor[Bucket.CURRENT] - self.minor[Bucket.CREDIT]


@dataclass(frozen=True, slots=True)
class Ageing:
    """All customers on a day."""

    on: date
    parties: tuple[AgedParty, ...]
    minor: dict[Bucket, int] = field(hash=False)
    ledger_minor: int

    @property
    def total_minor(self) -> int:
        """The sum of all open items."""
        return sum(self.minor.values())

    @property
    def difference_minor(self) -> int:
        """Open items less the receivable account: 0 where the books are right."""
        return self.total_minor - self.ledger_minor


def _held(on: date) -> ColumnElement[bool]:
    return and_(
        allocation.c.business_date <= on, or_(allocation.c.undone_on.is_(None), allocation.c.undone_on > on)
    )


def _allocated(column: Any, on: date) -> Any:
    return (
        select(column.label("item_id"), func.sum(allocation.c.amount_minor).label("minor"))
        .where(_held(on))
        .group_by(column)
        .subquery()
    )


def _open_on(on: date) -> Select[Any]:
    paid, used = _allocated(allocation.c.open_item_id, on), _allocated(allocation.c.credit_item_id, on)
    left = open_item.c.amount_minor - func.coalesce(paid.c.minor, 0) + func.coalesce(used.c.minor, 0)
    return (
        select(open_item, left.label("left_minor"), party.c.name.label("party_name"))
        .select_from(
            open_item.join(party, party.c.id == open_item.c.party_id)
            .outerjoin(paid, paid.c.item_id == open_item.c.id)
            .outerjoin(used, used.c.item_id == open_item.c.id)
        )
        .where(open_item.c.date <= on, left != 0)
        .order_by(open_item.c.due_date, open_item.c.id)
    )


def _aged(r: Any, on: date) -> AgedItem:
    left = int(r.left_minor)
    names = OpenItem.__dataclass_fields__
    values = {n: getattr(r, "date" if n == "on" else n) for n in names}
    return AgedItem(
        OpenItem(**{**values, "open_minor": left}), r.party_name, to_home(left, r.rate_micro),
        (on - r.due_date).days, bucket_of(left, r.due_date, on),
    )  # fmt: skip


def list_aged_items(
    connection: Connection, *, on: date, party_id: int | None = None, bucket: Bucket | None = None
) -> list[AgedItem]:
    """The items that were open at the end of a day, by due date: what stands behind a figure."""
    query = _open_on(on)
    if party_id is not None:
        query = query.where(open_item.c.party_id == party_id)
    found = [_aged(r, on) for r in connection.execute(query)]
    return [x for x in found if bucket in (None, x.bucket)]


def _in_ledger(connection: Connection, on: date) -> dict[int, int]:
    return moved_by_party(connection, codes=accounts_of(connection, role="receivable"), until=on)


def bucket_sums(items: Iterable[AgedItem]) -> dict[Bucket, int]:
    """What the items come to by bucket, company's currency."""
    found = dict.fromkeys(BUCKETS, 0)
    for x in items:
        found[x.bucket] += x.home_minor
    return found


def age_receivables(connection: Connection, *, on: date) -> Ageing:
    """Every customer with something open at the end of a day, the largest overdue sum first."""
    by_party: dict[int, list[AgedItem]] = {}
    for x in list_aged_items(connection, on=on):
        by_party.setdefault(x.item.party_id, []).append(x)
    booked = _in_ledger(connection, on)
    wanted = sorted({*by_party, *(i for i, minor in booked.items() if minor)})
    names = _names(connection, wanted)
    parties = [
        AgedParty(i, *names.get(i, ("", "")), bucket_sums(by_party.get(i, ())), booked.get(i, 0))
        for i in wanted
    ]
    parties.sort(key=lambda p: (-p.overdue_minor, -p.total_minor, p.name))
    totals = {b: sum(p.minor[b] for p in parties) for b in BUCKETS}
    return Ageing(on, tuple(parties), totals, sum(booked.values()))


def _names(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    rows = connection.execute(select(party.c.id, party.c.number, party.c.name).where(party.c.id.in_(ids)))
    return {int(r.id): (r.number, r.name) for r in rows}
