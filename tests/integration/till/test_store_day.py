"""The day of a store is closed over all its shifts, once, with what goes to the bank."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from app.kernel.permission import PermissionNeededError
from app.kernel.refusal import Refusal
from app.organisation.tables import store
from app.reporting.verify import verify_database
from app.till.operations.cash import move_cash
from app.till.operations.days import close_store_day
from app.till.refusals import (
    BagNeededError,
    DayClosedError,
    NoShiftsError,
    SafeTooEmptyError,
    ShiftsOpenError,
)
from app.till.states import CashMovementKind
from app.till.store_day import StoreDay, get_store_day, list_stores_with_days
from tests.factories.shop import TODAY, Shop
from tests.integration.till.helpers import balance, books_are_whole, close, rows


def _store(shop: Shop) -> int:
    return int(rows(shop, store)[0].id)


def _close_day(shop: Shop, *, by: str = "supervisor", banked: int = 0, bag: str = "") -> StoreDay:
    return shop.runtime.run(
        close_store_day, actor=shop.actor(by), store_id=_store(shop), business_date=TODAY,
        banked_minor=banked, bag=bag, remark="rain",
    )  # fmt: skip


def _two_shifts(shop: Shop) -> None:
    first, second = shop.open_shift("T01"), shop.open_shift("T02")
    shop.sell(shop.cart("COFFEE"), first)
    shop.sell(shop.cart("WINE"), second, ("card", 799), till="T02")
    shop.runtime.run(
        move_cash, actor=shop.actor(), context=shop.context(), shift_id=first,
        kind=CashMovementKind.BANK_DROP, amount_minor=1000, reason="takings", bag="B1",
    )  # fmt: skip
    close(shop, first, off=-20, why="miscounted", by="supervisor", next_float=0)
    close(shop, second, till="T02", by="supervisor", next_float=0)


def test_a_day_says_what_its_shifts_took_and_were_short(shop: Shop) -> None:
    _two_shifts(shop)
    day = _close_day(shop, banked=200, bag="B2")
    assert [(s.till_code, s.gross_minor, s.over_short_minor) for s in day.shifts] == [
        ("T01", 1290, -20), ("T02", 799, 0),
    ]  # fmt: skip
    assert dict(day.tenders) == {"cash": 1290, "card": 799}
    assert (day.gross_minor, day.over_short_minor) == (2089, -20)
    assert [(b.bag, b.amount_minor) for b in day.bags] == [("B1", 1000)]
    assert day.closed is not None
    assert (day.closed.banked_minor, day.closed.bag, day.closed.note) == (200, "B2", "rain")
    assert balance(shop, "cash_in_transit") == 1200
    assert shop.runtime.ask(list_stores_with_days) == [(_store(shop), "Main street", TODAY)]
    books_are_whole(shop)
    assert [r.name for r in shop.runtime.ask(verify_database) if not r.holds] == []
    with shop.runtime.factory.begin(actor=shop.actor("manager")) as uow:
        uow.connection.execute(text("UPDATE store_day SET gross_minor = 1"))
    assert [r.name for r in shop.runtime.ask(verify_database) if not r.holds] == [
            "store_day_as_sealed", "days_equal_shifts",
        ]  # fmt: skip


def test_the_day_waits_for_its_shifts_and_is_closed_once(shop: Shop) -> None:
    with pytest.raises(NoShiftsError):
        _close_day(shop)
    shift = shop.open_shift()
    with pytest.raises(ShiftsOpenError, match="T01"):
        _close_day(shop)
    close(shop, shift)
    with pytest.raises(PermissionNeededError):
        _close_day(shop, by="cashier")
    _close_day(shop)
    with pytest.raises(DayClosedError):
        _close_day(shop)
    with pytest.raises(DayClosedError, match="2026-03-02"):
        shop.open_shift("T02")
    assert rows(shop, store)


@pytest.mark.parametrize(
    ("banked", "bag", "refusal"), [(100, "", BagNeededError), (10_000_000, "B9", SafeTooEmptyError)]
)
def test_money_for_the_bank_is_in_a_bag_and_in_the_safe(
    shop: Shop, banked: int, bag: str, refusal: type[Refusal]
) -> None:
    _two_shifts(shop)
    with pytest.raises(refusal):
        _close_day(shop, banked=banked, bag=bag)


def test_a_day_that_never_was_is_empty(shop: Shop) -> None:
    found = shop.runtime.ask(get_store_day, store_id=_store(shop), business_date=date(2020, 1, 1))
    assert (found.shifts, found.closed, found.gross_minor) == ((), None, 0)
