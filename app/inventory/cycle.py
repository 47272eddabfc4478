"""Counting in turns: who makes most of the turnover is counted most often.

Classes come from the net turnover of the days before (`product_day`): products sorted by it, A until their
sum reaches `a_hundredths` of all, B until `b_hundredths`, the rest C. What has no class is C. A product is
due its class's days after it was last counted, a product that was never counted at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.inventory.counts import Count, start_count
from app.inventory.refusals import CyclePlanError, NothingDueError
from app.inventory.states import AbcClass, CountStatus
from app.inventory.tables import (
    abc_class,
    cycle_count,
    product_day,
    stock_count,
    stock_count_line,
    stock_level,
)
from app.kernel.permission import Permission, permitted
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting, get_company

SETTING: Final = "stock.cycle_plan"
_WHOLE: Final = 10_000


@dataclass(frozen=True, slots=True)
class CyclePlan:
    """How often what is counted.

    Attributes:
        a_hundredths: A is what makes this share of the turnover, hundredths of a per cent.
        b_hundredths: A and B together.
        days: how many days may lie between two counts of A, B and C.
        back_days: the turnover of so many days counts.
        most: products on one sheet.
    """

    a_hundredths: int = 8000
    b_hundredths: int = 9500
    days: tuple[int, int, int] = (30, 90, 365)
    back_days: int = 365
    most: int = 50

    def days_of(self, letter: AbcClass) -> int:
        """Days between two counts of a class."""
        return self.days[tuple(AbcClass).index(letter)]


@dataclass(frozen=True, slots=True)
class Due:
    """A product that is to be counted."""

    product_id: int
    letter: AbcClass
    counted_on: date | None
    due_on: date


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """A class: its products with stock, those counted in time, those that are late, its turnover."""

    letter: AbcClass
    products: int
    counted: int
    late: int
    turnover_minor: int


def classify(turnover: Iterable[tuple[int, int]], plan: CyclePlan) -> dict[int, AbcClass]:
    """The class of each product from its turnover (minor units); pure."""
    rows = sorted(((minor, -product_id) for product_id, minor in turnover), reverse=True)
    whole = sum(max(minor, 0) for minor, _key in rows)
    found: dict[int, AbcClass] = {}
    so_far = 0
    for minor, key in rows:
        share = so_far * _WHOLE
        if minor > 0 and share < plan.a_hundredths * whole:
            letter = AbcClass.A
        elif minor > 0 and share < plan.b_hundredths * whole:
            letter = AbcClass.B
        else:
            letter = AbcClass.C
        found[-key] = letter
        so_far += max(minor, 0)
    return found


def get_plan(connection: Connection) -> CyclePlan:
    """The shop's plan; the usual one where none was set."""
    kept = find_setting(connection, name=SETTING)
    if not isinstance(kept, dict):
        return CyclePlan()
    days = kept.get("days")
    first, second, third = days if isinstance(days, list) and len(days) == len(AbcClass) else CyclePlan().days
    plan = CyclePlan()
    return CyclePlan(
        int(kept.get("a", plan.a_hundredths)), int(kept.get("b", plan.b_hundredths)),
        (int(first), int(second), int(third)), int(kept.get("back", plan.back_days)),
        int(kept.get("most", plan.most)),
    )  # fmt: skip


@permitted(Permission.SETTINGS)
def save_plan(uow: UnitOfWork, *, plan: CyclePlan) -> None:
    """Count by another plan from now on; raises CyclePlanError."""
    in_order = 0 < plan.a_hundredths <= plan.b_hundredths <= _WHOLE
    if not in_order or min(*plan.days, plan.back_days, plan.most) < 1:
        raise CyclePlanError
    value = {
        "a": plan.a_hundredths, "b": plan.b_hundredths, "days": list(plan.days), "back": plan.back_days,
        "most": plan.most,
    }  # fmt: skip
    save_setting(uow, name=SETTING, value=value)


@permitted(Permission.COUNT_STOCK)
def classify_products(uow: UnitOfWork) -> int:
    """Work the classes out anew from the turnover; returns how many products have one."""
    plan = get_plan(uow.connection)
    on = get_company(uow.connection).day_of(uow.now)
    rows = uow.connection.execute(
        select(product_day.c.product_id, func.sum(product_day.c.revenue_minor))
        .where(product_day.c.business_date > on - timedelta(days=plan.back_days))
        .group_by(product_day.c.product_id)
    )
    turnover = {int(r[0]): int(r[1] or 0) for r in rows}
    letters = classify(turnover.items(), plan)
    uow.connection.execute(delete(abc_class))
    if letters:
        uow.connection.execute(
            insert(abc_class),
            [
                {"product_id": p, "letter": x.value, "turnover_minor": turnover[p], "since": uow.now}
                for p, x in letters.items()
            ],
        )
    note(uow, kind="stock.classified", document_type="abc_class", payload={"products": len(letters)})
    return len(letters)


def _counted_on(connection: Connection, location_id: int) -> dict[int, date]:
    """The day a product was last counted at a place, by counts that were posted."""
    company = get_company(connection)
    rows = connection.execute(
        select(stock_count_line.c.product_id, func.max(stock_count.c.posted_at))
        .join_from(stock_count_line, stock_count, stock_count.c.id == stock_count_line.c.count_id)
        .where(
            stock_count.c.location_id == location_id, stock_count.c.status == CountStatus.POSTED.value
        )
        .group_by(stock_count_line.c.product_id)
    )  # fmt: skip
    return {int(p): company.day_of(at) for p, at in rows}


def _all(connection: Connection, location_id: int, on: date) -> list[tuple[Due, int]]:
    """Every product of a place with its class, when it is due, and its turnover."""
    plan, counted = get_plan(connection), _counted_on(connection, location_id)
    rows = connection.execute(
        select(
            stock_level.c.product_id, func.coalesce(abc_class.c.letter, AbcClass.C.value),
            func.coalesce(abc_class.c.turnover_minor, 0),
        )
        .select_from(
            stock_level.outerjoin(abc_class, abc_class.c.product_id == stock_level.c.product_id)
        )
        .where(stock_level.c.location_id == location_id)
    )  # fmt: skip
    found = []
    for product_id, text, turnover in rows:
        letter, last = AbcClass(text), counted.get(product_id)
        due = on if last is None else last + timedelta(days=plan.days_of(letter))
        found.append((Due(product_id, letter, last, due), int(turnover)))
    return found


def list_due(connection: Connection, *, location_id: int, on: date) -> list[Due]:
    """What is to be counted at a place by a day, A first, the longest due before, as many as a sheet takes.

    What is on a sheet that is not posted yet is left out.
    """
    underway = set(
        connection.execute(
            select(stock_count_line.c.product_id)
            .join_from(stock_count_line, stock_count, stock_count.c.id == stock_count_line.c.count_id)
            .where(
                stock_count.c.location_id == location_id,
                stock_count.c.status.in_((CountStatus.COUNTING.value, CountStatus.REVIEW.value)),
            )
        ).scalars()
    )
    due = [
        x for x, _turnover in _all(connection, location_id, on)
        if x.due_on <= on and x.product_id not in underway
    ]  # fmt: skip
    due.sort(key=lambda x: (x.letter, x.due_on, x.product_id))
    return due[: get_plan(connection).most]


def class_figures(connection: Connection, *, location_id: int, on: date) -> list[ClassFigures]:
    """Of each class how many products there are, were counted in time, and are late."""
    every = _all(connection, location_id, on)
    found = []
    for letter in AbcClass:
        mine = [(x, turnover) for x, turnover in every if x.letter is letter]
        late = sum(x.due_on < on or x.counted_on is None for x, _t in mine)
        found.append(ClassFigures(letter, len(mine), len(mine) - late, late, sum(t for _x, t in mine)))
    return found


@permitted(Permission.COUNT_STOCK)
def start_cycle_count(
    uow: UnitOfWork, *, uuid: str, location_id: int, product_ids: Sequence[int] = ()
) -> Count:
    """Make the count sheet of what is due today, or of some of it; counted and posted like any other.

    Raises:
        NothingDueError: nothing is to be counted.
    """
    on = get_company(uow.connection).day_of(uow.now)
    chosen = set(product_ids)
    due = [
        x for x in list_due(uow.connection, location_id=location_id, on=on)
        if not chosen or x.product_id in chosen
    ]  # fmt: skip
    if not due:
        raise NothingDueError
    made = start_count(
        uow, uuid=uuid, location_id=location_id, product_ids=[x.product_id for x in due], is_blind=True
    )
    if not made.was_there:
        uow.connection.execute(
            insert(cycle_count),
            {
                "count_id": made.count_id, "due_on": on, "products": len(due),
                "late": sum(x.due_on < on for x in due),
            },
        )  # fmt: skip
    return made
