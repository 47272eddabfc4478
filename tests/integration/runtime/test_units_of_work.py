"""One use case, one transaction; events only after the commit."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import OperationalError

from app.db.errors import DatabaseReadOnlyError, DuplicateError, as_refusal
from app.db.unit_of_work import UnitOfWork, UnitOfWorkFactory
from app.kernel.events import Event
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.tables import account
from app.runtime.run import Runtime


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Event):
    code: str


def write(uow: UnitOfWork, *, code: str) -> str:
    uow.connection.execute(insert(account), {"code": code, "name": "x", "kind": "asset"})
    uow.record(Written(code=code))
    return code


def count(factory: UnitOfWorkFactory) -> int:
    with factory.read() as connection:
        return int(connection.execute(select(func.count()).select_from(account)).scalar_one())


def test_events_leave_after_the_commit_and_only_then(
    factory: UnitOfWorkFactory, published: list[Event]
) -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        write(uow, code="1")
        assert (published, count(factory)) == ([], 0)
    assert (published, count(factory)) == ([Written(code="1")], 1)


def test_what_raises_leaves_nothing_behind(factory: UnitOfWorkFactory, published: list[Event]) -> None:
    for error in (ZeroDivisionError, KeyboardInterrupt):
        with pytest.raises(error), factory.begin(actor=SYSTEM_ACTOR) as uow:
            write(uow, code="1")
            raise error
    assert (published, count(factory)) == ([], 0)
    Runtime(factory).run(write, actor=SYSTEM_ACTOR, code="1")
    assert count(factory) == 1


def test_a_value_that_is_there_already_is_a_refusal_and_the_next_operation_works(
    factory: UnitOfWorkFactory,
) -> None:
    runtime = Runtime(factory)
    runtime.run(write, actor=SYSTEM_ACTOR, code="1")
    with pytest.raises(DuplicateError):
        runtime.run(write, actor=SYSTEM_ACTOR, code="1")
    runtime.run(write, actor=SYSTEM_ACTOR, code="2")
    assert count(factory) == 2


def test_a_query_cannot_write(factory: UnitOfWorkFactory) -> None:
    with pytest.raises(DatabaseReadOnlyError, match="cannot be written to"), factory.read() as connection:
        connection.execute(insert(account), {"code": "1", "name": "x", "kind": "asset"})
    assert count(factory) == 0


def test_a_reader_sees_one_moment_while_somebody_writes(factory: UnitOfWorkFactory) -> None:
    with factory.read() as connection:
        before = connection.execute(select(func.count()).select_from(account)).scalar_one()
        Runtime(factory).run(write, actor=SYSTEM_ACTOR, code="1")
    assert (before, count(factory)) == (0, 1)


class Lost(Exception):  # noqa: N818 - a driver's
    sqlstate = "40001"


def test_a_lost_race_is_run_again_as_a_whole_and_not_for_ever(factory: UnitOfWorkFactory) -> None:
    tries: list[int] = []

    def loses(uow: UnitOfWork, *, times: int) -> int:
        write(uow, code=f"{times}-{len(tries)}")
        tries.append(1)
        if len(tries) <= times:
            error = OperationalError("x", {}, Lost("could not serialize"))
            raise as_refusal(error) from error
        return len(tries)

    runtime = Runtime(factory)
    assert runtime.run(loses, actor=SYSTEM_ACTOR, times=6) == 7
    assert count(factory) == 1
    tries.clear()
    with pytest.raises(Exception, match="could not serialize"):
        runtime.run(loses, actor=SYSTEM_ACTOR, times=99)
    assert len(tries) == 8
    assert count(factory) == 1
