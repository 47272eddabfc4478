"""Numbers without gaps or doubles, also when transactions are rolled back and processes race."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import insert

from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.tables import account
from app.numbering.operations import start_series, take_number


def take(factory: UnitOfWorkFactory, scope: str = "T01", year: int = 0) -> str:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        return take_number(uow, document_type="receipt", scope=scope, fiscal_year=year).text


def test_each_scope_and_year_counts_for_itself(factory: UnitOfWorkFactory) -> None:
    assert [take(factory), take(factory), take(factory, "T02")] == ["T01-000001", "T01-000002", "T02-000001"]
    assert [take(factory, year=2026), take(factory, year=2027)] == ["T01-2026-000001", "T01-2027-000001"]


def test_a_series_may_have_a_prefix_of_its_own(factory: UnitOfWorkFactory) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        start_series(uow, document_type="invoice", scope="company", prefix="RE")
        start_series(uow, document_type="invoice", scope="company", prefix="XX")
        assert take_number(uow, document_type="invoice", scope="company").text == "RE000001"


def test_a_number_returns_when_its_transaction_is_rolled_back(factory: UnitOfWorkFactory) -> None:
    assert take(factory) == "T01-000001"
    with pytest.raises(ZeroDivisionError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        assert take_number(uow, document_type="receipt", scope="T01").value == 2
        raise ZeroDivisionError
    assert take(factory) == "T01-000002"


def _race(factory: UnitOfWorkFactory, work: Callable[[int], None]) -> None:
    errors: list[BaseException] = []

    def run(number: int) -> None:
        try:
            work(number)
        except BaseException as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            factory.close_thread()

    threads = [threading.Thread(target=run, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_six_threads_take_numbers_while_every_fifth_gives_up(factory: UnitOfWorkFactory) -> None:
    taken: list[str] = []

    def work(number: int) -> None:
        for turn in range(10):
            try:
                with factory.begin(actor=SYSTEM_ACTOR) as uow:
                    text = take_number(uow, document_type="receipt", scope="T01").text
                    if (number + turn) % 5 == 0:
                        raise ZeroDivisionError  # noqa: TRY301 - as an operation would
            except ZeroDivisionError:
                continue
            taken.append(text)

    _race(factory, work)
    assert sorted(taken) == [f"T01-{n:06d}" for n in range(1, len(taken) + 1)]
    assert len(taken) == 48


def test_no_update_is_lost_between_threads(factory: UnitOfWorkFactory) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(insert(account), {"code": "n", "name": "0", "kind": "asset"})

    def work(_number: int) -> None:
        for _ in range(10):
            with factory.begin(actor=SYSTEM_ACTOR) as uow:
                row = uow.connection.execute(
                    account.select().where(account.c.code == "n").with_for_update()
                ).one()
                uow.connection.execute(account.update().values(name=str(int(row.name) + 1)))

    _race(factory, work)
    with factory.read() as connection:
        assert connection.execute(account.select()).one().name == "60"
