"""Stock counts: a snapshot, blind if wanted, several counters add up, reviewed, then posted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import adjust_stock
from app.inventory.refusals import CountQuantityError, NoSuchCountError, NotCountedError
from app.inventory.states import COUNT_TRANSITIONS, CountStatus
from app.inventory.tables import (
    stock_count,
    stock_count_entry,
    stock_count_line,
    stock_level,
)
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.state import check_transition
from app.ledger.periods import require_open_period
from app.numbering.operations import take_number
from app.organisation.queries import get_company


@dataclass(frozen=True, slots=True)
class Count:
    """What an operation on a count gives back."""

    count_id: int
    number: str
    status: CountStatus
    products: int
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class Variance:
    """A product of a count: what was expected, counted, and the difference with its value."""

    product_id: int
    expected_milli: int
    counted_milli: int | None  # None: nobody counted it
    counters: int
    unit_cost_micro: int

    @property
    def difference_milli(self) -> int:
        """Found more (positive) or less; 0 while it is not counted."""
        return 0 if self.counted_milli is None else self.counted_milli - self.expected_milli


@permitted(Permission.COUNT_STOCK)
def start_count(
    uow: UnitOfWork, *, uuid: str, location_id: int, product_ids: Sequence[int] | None = None,
    is_blind: bool = True,
) -> Count:  # fmt: skip
    """Take the snapshot: everything that lies there, or these products. Selling goes on."""
    there = uow.connection.execute(select(stock_count).where(stock_count.c.uuid == uuid)).one_or_none()
    if there is not None:
        return Count(there.id, there.number, CountStatus(there.status), 0, was_there=True)
    query = select(stock_level.c.product_id, stock_level.c.on_hand_milli).where(
        stock_level.c.location_id == location_id
    )
    if product_ids is not None:
        query = query.where(stock_level.c.product_id.in_(list(product_ids)))
    expected = {r.product_id: r.on_hand_milli for r in uow.connection.execute(query)}
    for product_id in product_ids or ():
        expected.setdefault(product_id, 0)
    if not expected:
        raise NoSuchCountError
    count_id = next_id()
    number = take_number(uow, document_type="stock_count", scope="SC").text
    uow.connection.execute(
        insert(stock_count),
        {
            "id": count_id, "uuid": uuid, "number": number, "status": CountStatus.COUNTING.value,
            "location_id": location_id, "is_blind": is_blind, "is_whole": product_ids is None,
            "started_at": uow.now,
            "started_by": uow.actor.user_id, "posted_at": None, "posted_by": None,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(stock_count_line),
        [{"count_id": count_id, "product_id": p, "expected_milli": q} for p, q in sorted(expected.items())],
    )
    take_step(
        uow, document_type="stock_count", document_id=count_id, step="started", detail=number,
        payload={"number": number, "products": len(expected), "blind": is_blind},
    )  # fmt: skip
    return Count(count_id, number, CountStatus.COUNTING, len(expected))


@permitted(Permission.COUNT_STOCK)
def enter_count(uow: UnitOfWork, *, uuid: str, count_id: int, product_id: int, quantity_milli: int) -> None:
    """One counter found so much on one shelf; entries of a product add up, a re-sent one counts once.

    Raises:
        CountQuantityError, NoSuchCountError: see their sentences.
    """
    if quantity_milli < 0:
        raise CountQuantityError
    if _locked(uow, count_id) is not CountStatus.COUNTING:
        raise NoSuchCountError
    _require_part(uow, count_id, product_id)
    there = uow.connection.execute(
        select(stock_count_entry.c.id).where(stock_count_entry.c.uuid == uuid)
    ).first()
    if there is None:
        uow.connection.execute(
            insert(stock_count_entry),
            {
                "id": next_id(), "uuid": uuid, "count_id": count_id, "product_id": product_id,
                "quantity_milli": quantity_milli, "actor_id": uow.actor.user_id, "at": uow.now,
            },
        )  # fmt: skip


def _require_part(uow: UnitOfWork, count_id: int, product_id: int) -> None:
    """The product belongs to the count; what turns up while everything is counted is taken in with 0."""
    known = uow.connection.execute(
        select(stock_count_line.c.product_id).where(
            stock_count_line.c.count_id == count_id, stock_count_line.c.product_id == product_id
        )
    ).first()
    if known is not None:
        return
    whole = uow.connection.execute(
        select(stock_count.c.is_whole).where(stock_count.c.id == count_id)
    ).scalar_one()
    if not whole:
        raise NoSuchCountError
    uow.connection.execute(
        insert(stock_count_line), {"count_id": count_id, "product_id": product_id, "expected_milli": 0}
    )


@permitted(Permission.COUNT_STOCK)
def undo_count_entry(uow: UnitOfWork, *, count_id: int, uuid: str) -> bool:
    """Take an own entry back while it is counted; False when there is none of that UUID.

    Raises:
        NoSuchCountError: the count is over.
    """
    if _locked(uow, count_id) is not CountStatus.COUNTING:
        raise NoSuchCountError
    found = uow.connection.execute(
        select(stock_count_entry).where(
            stock_count_entry.c.uuid == uuid,
            stock_count_entry.c.count_id == count_id,
            stock_count_entry.c.actor_id == uow.actor.user_id,
        )
    ).one_or_none()
    if found is None:
        return False
    uow.connection.execute(delete(stock_count_entry).where(stock_count_entry.c.id == found.id))
    take_step(
        uow, document_type="stock_count", document_id=count_id, step="entry_taken_back",
        payload={"product": found.product_id, "quantity_milli": found.quantity_milli},
    )  # fmt: skip
    return True


@permitted(Permission.COUNT_STOCK)
def recount_product(uow: UnitOfWork, *, count_id: int, product_id: int) -> None:
    """Throw away what was counted of a product and count on: its figure was not believed.

    Raises:
        NoSuchCountError, InvalidTransitionError: see their sentences.
    """
    status = _locked(uow, count_id)
    if status is not CountStatus.COUNTING:
        check_transition(COUNT_TRANSITIONS, status, CountStatus.COUNTING)
        uow.connection.execute(
            update(stock_count).where(stock_count.c.id == count_id).values(status=CountStatus.COUNTING.value)
        )
    mine = (stock_count_entry.c.count_id == count_id) & (stock_count_entry.c.product_id == product_id)
    counted = uow.connection.execute(
        select(func.coalesce(func.sum(stock_count_entry.c.quantity_milli), 0)).where(mine)
    ).scalar_one()
    uow.connection.execute(delete(stock_count_entry).where(mine))
    take_step(
        uow, document_type="stock_count", document_id=count_id, step="recount",
        payload={"product": product_id, "thrown_away_milli": int(counted)},
    )  # fmt: skip


def _locked(uow: UnitOfWork, count_id: int) -> CountStatus:
    found = uow.connection.execute(
        select(stock_count.c.status).where(stock_count.c.id == count_id).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        raise NoSuchCountError
    return CountStatus(found)


@permitted(Permission.COUNT_STOCK)
def set_count_status(uow: UnitOfWork, *, count_id: int, status: CountStatus) -> None:
    """To the review, back to counting, or away; posting is post_count."""
    check_transition(COUNT_TRANSITIONS, _locked(uow, count_id), status)
    if status is CountStatus.POSTED:
        raise NoSuchCountError
    uow.connection.execute(
        update(stock_count).where(stock_count.c.id == count_id).values(status=status.value)
    )
    take_step(uow, document_type="stock_count", document_id=count_id, step=status.value, payload={})


def list_variances(connection: Connection, *, count_id: int) -> list[Variance]:
    """The products of a count with what was found, by product id."""
    head = connection.execute(select(stock_count).where(stock_count.c.id == count_id)).one_or_none()
    if head is None:
        raise NoSuchCountError
    found: dict[int, tuple[int | None, int]] = {
        r[0]: (int(r[1]), int(r[2]))
        for r in connection.execute(
            select(
                stock_count_entry.c.product_id, func.sum(stock_count_entry.c.quantity_milli),
                func.count(stock_count_entry.c.actor_id.distinct()),
            )
            .where(stock_count_entry.c.count_id == count_id)
            .group_by(stock_count_entry.c.product_id)
        )
    }  # fmt: skip
    rows = connection.execute(
        select(
            stock_count_line.c.product_id, stock_count_line.c.expected_milli,
            func.coalesce(stock_level.c.unit_cost_micro, 0).label("cost"),
        )
        .select_from(
            stock_count_line.outerjoin(
                stock_level,
                (stock_level.c.product_id == stock_count_line.c.product_id)
                & (stock_level.c.location_id == head.location_id),
            )
        )
        .where(stock_count_line.c.count_id == count_id)
        .order_by(stock_count_line.c.product_id)
    )  # fmt: skip
    variances = []
    for r in rows:
        counted, counters = found.get(r.product_id, (None, 0))
        variances.append(Variance(r.product_id, r.expected_milli, counted, counters, r.cost))
    return variances


@permitted(Permission.ADJUST_STOCK)
def post_count(uow: UnitOfWork, *, count_id: int, uncounted_is_zero: bool = False) -> Count:
    """Book the differences; what was sold meanwhile stays sold, since only differences are booked.

    Raises:
        NotCountedError: something was not counted, unless that means 0.
        InvalidTransitionError: it was not reviewed.
        PeriodClosedError: see its sentence.
    """
    head = uow.connection.execute(
        select(stock_count).where(stock_count.c.id == count_id).with_for_update()
    ).one_or_none()
    if head is None:
        raise NoSuchCountError
    if head.status == CountStatus.POSTED.value:
        return Count(head.id, head.number, CountStatus.POSTED, 0, was_there=True)
    check_transition(COUNT_TRANSITIONS, CountStatus(head.status), CountStatus.POSTED)
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    rows = list_variances(uow.connection, count_id=count_id)
    missing = sum(v.counted_milli is None for v in rows)
    if missing and not uncounted_is_zero:
        raise NotCountedError(count=missing)
    for v in rows:
        difference = -v.expected_milli if v.counted_milli is None else v.difference_milli
        if difference:
            adjust_stock(
                uow, product_id=v.product_id, location_id=head.location_id, quantity_milli=difference,
                reason=f"Count {head.number}", business_date=on,
            )  # fmt: skip
    uow.connection.execute(
        update(stock_count)
        .where(stock_count.c.id == count_id)
        .values(status=CountStatus.POSTED.value, posted_at=uow.now, posted_by=uow.actor.user_id)
    )
    take_step(
        uow, document_type="stock_count", document_id=count_id, step="posted", detail=head.number,
        payload={
            "number": head.number,
            "differences": [[v.product_id, v.difference_milli] for v in rows if v.difference_milli],
        },
    )  # fmt: skip
    return Count(head.id, head.number, CountStatus.POSTED, len(rows))
