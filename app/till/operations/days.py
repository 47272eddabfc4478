"""Closing the day of a store: over all its shifts, with what goes to the bank."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import insert, select

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal_rows
from app.db.columns import SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.organisation.queries import get_company
from app.organisation.tables import store
from app.till.refusals import (
    AmountNeededError,
    BagNeededError,
    DayClosedError,
    NoShiftsError,
    SafeTooEmptyError,
    ShiftsOpenError,
)
from app.till.store_day import StoreDay, get_store_day
from app.till.tables import store_day

SEALED_DAY: Final = SealedKind("store_day", (SealedTable(store_day, "id"),))


@permitted(Permission.CLOSE_DAY)
def close_store_day(
    uow: UnitOfWork, *, store_id: int, business_date: date, banked_minor: int = 0, bag: str = "",
    remark: str = "",
) -> StoreDay:  # fmt: skip
    """Close a store's day; no shift is opened on it any more. Returns it as it was closed.

    Args:
        uow: the transaction.
        store_id: which store.
        business_date: which day.
        banked_minor: what is taken out of the safe for the bank, in the bag.
        bag: its number; needed when anything goes to the bank.
        remark: what the next one should know.

    Raises:
        DayClosedError, NoShiftsError, ShiftsOpenError, AmountNeededError, BagNeededError,
        SafeTooEmptyError: see their sentences.
    """
    uow.connection.execute(select(store.c.id).where(store.c.id == store_id).with_for_update()).one_or_none()
    found = get_store_day(uow.connection, store_id=store_id, business_date=business_date)
    bag_number = clean_field(bag, field="Bag", limit=SHORT)
    _check(uow, found, banked_minor, bag_number)
    day_id = next_id()
    entry = note(
        uow, kind="day.closed", document_type="store_day", document_id=day_id,
        payload={
            "store": store_id, "day": business_date.isoformat(), "shifts": [s.id for s in found.shifts],
            "gross_minor": found.gross_minor, "over_short_minor": found.over_short_minor,
            "banked_minor": banked_minor, "bag": bag_number,
        },
    )  # fmt: skip
    row: dict[str, object] = {
            "id": day_id, "store_id": store_id, "business_date": business_date, "at": uow.now,
            "actor_id": uow.actor.user_id, "shifts": len(found.shifts), "gross_minor": found.gross_minor,
            "over_short_minor": found.over_short_minor, "banked_minor": banked_minor,
            "bag": bag_number or None, "note": clean_field(remark, field="Remark", limit=200) or None,
            "journal_excerpt": entry.excerpt,
        }  # fmt: skip
    uow.connection.execute(insert(store_day), row)
    seal_rows(uow, SEALED_DAY.name, [row])
    post(
        uow, kind="day_banked", business_date=business_date, document_type="store_day", document_id=day_id,
        postings=[Posting("cash_in_transit", banked_minor), Posting("safe", -banked_minor)],
    )  # fmt: skip
    return get_store_day(uow.connection, store_id=store_id, business_date=business_date)


def _check(uow: UnitOfWork, found: StoreDay, banked_minor: int, bag: str) -> None:
    if found.closed is not None:
        raise DayClosedError(on=found.business_date)
    if not found.shifts:
        raise NoShiftsError(on=found.business_date)
    if found.open_tills:
        raise ShiftsOpenError(tills=", ".join(found.open_tills))
    if banked_minor < 0:
        raise AmountNeededError
    if banked_minor and not bag:
        raise BagNeededError
    if banked_minor > max(found.safe_minor, 0):
        raise SafeTooEmptyError(there=Money(found.safe_minor, get_company(uow.connection).currency))
