"""Statements that go past Core behave as they do through it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.db.errors import DuplicateError
from app.db.prepared import Prepared, run_together
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.printing.tables import print_job
from app.till.tables import shift_figure

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def job(job_id: int, **changed: object) -> dict[str, object]:
    return {
        "id": job_id, "station": "T01", "kind": "receipt", "document_type": "sale", "document_id": 7,
        "detail": "", "printer": "", "went_to": "", "failing_since": None,
        "is_copy": False, "may_be_on_paper": False, "status": "queued", "attempts": 0, "last_error": None,
        "created_at": NOON, "updated_at": NOON,
    } | changed  # fmt: skip


def test_what_is_written_is_read_back_through_core_with_the_same_types(factory: UnitOfWorkFactory) -> None:
    berlin = NOON.astimezone(timezone(timedelta(hours=1)))
    rows = [job(1), job(2, is_copy=True, created_at=berlin, last_error="no paper")]
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        Prepared(insert(print_job)).run(uow.connection, rows)
        found = uow.connection.execute(select(print_job).order_by(print_job.c.id)).all()
    assert [dict(row._mapping) for row in found] == rows


def test_what_core_wrote_is_found_with_the_same_types(factory: UnitOfWorkFactory) -> None:
    query = select(print_job.c.is_copy, print_job.c.created_at, print_job.c.last_error).where(
        print_job.c.id == bindparam("id_")
    )
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(insert(print_job), [job(1, is_copy=True)])
        prepared = Prepared(query)
        found = prepared.one_or_none(uow.connection, {"id_": 1})
        assert (found.is_copy, found.created_at, found.last_error) == (True, NOON, None)
        assert prepared.one_or_none(uow.connection, {"id_": 2}) is None


def test_an_update_may_calculate_and_give_back(factory: UnitOfWorkFactory) -> None:
    add = Prepared(
        update(shift_figure)
        .where(shift_figure.c.shift_id == bindparam("shift_"))
        .values(amount_minor=shift_figure.c.amount_minor + 5)
        .returning(shift_figure.c.name, shift_figure.c.amount_minor)
    )
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        rows = [{"shift_id": 1, "name": "sales", "count": 1, "amount_minor": 100}]
        Prepared(insert(shift_figure)).run(uow.connection, rows)
        assert add.one_or_none(uow.connection, {"shift_": 1}).amount_minor == 105
        assert add.one_or_none(uow.connection, {"shift_": 1}).amount_minor == 110
        assert add.all(uow.connection, {"shift_": 2}) == []


def test_a_key_that_is_there_already_is_refused_as_through_core(factory: UnitOfWorkFactory) -> None:
    prepared = Prepared(insert(print_job))
    with pytest.raises(DuplicateError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        prepared.run(uow.connection, job(1))
        prepared.run(uow.connection, job(1))
    with factory.read() as connection:
        assert connection.execute(select(print_job)).all() == []


def test_a_row_that_lacks_a_column_is_not_written(factory: UnitOfWorkFactory) -> None:
    row = job(1)
    del row["kind"]
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        with pytest.raises((KeyError, IntegrityError)), uow.connection.begin_nested():
            Prepared(insert(print_job)).run(uow.connection, [row])
        assert uow.connection.execute(select(print_job)).all() == []


def test_days_are_days(factory: UnitOfWorkFactory) -> None:
    from app.inventory.tables import product_day

    rows = [
        {
            "product_id": i, "business_date": date(2026, 3, 1 + i % 2), "sold_milli": 0, "in_milli": 0,
            "out_milli": 0, "revenue_minor": 0,
        }
        for i in range(4)
    ]  # fmt: skip
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        Prepared(insert(product_day)).run(uow.connection, rows)
        found = uow.connection.execute(select(product_day).order_by(product_day.c.product_id)).all()
    assert [row.business_date for row in found] == [row["business_date"] for row in rows]


def test_what_is_written_together_is_all_there_in_its_order(factory: UnitOfWorkFactory) -> None:
    add, move = (
        Prepared(insert(print_job)),
        Prepared(
            update(print_job)
            .where(print_job.c.id == bindparam("id_"))
            .values(attempts=print_job.c.attempts + bindparam("more_"))
        ),
    )
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        run_together(
            uow.connection,
            [
                (add, job(1)),
                (add, [job(2), job(3)]),
                (move, {"id_": 1, "more_": 2}),
                (move, {"id_": 1, "more_": 3}),
            ],
        )
        query = select(print_job.c.id, print_job.c.attempts).order_by(print_job.c.id)
        assert [tuple(r) for r in uow.connection.execute(query)] == [(1, 5), (2, 0), (3, 0)]


def test_one_wrong_among_what_is_written_together_leaves_nothing(factory: UnitOfWorkFactory) -> None:
    add = Prepared(insert(print_job))
    with pytest.raises(DuplicateError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        run_together(uow.connection, [(add, job(1)), (add, job(1)), (add, job(2))])
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        assert uow.connection.execute(select(print_job.c.id)).all() == []
        run_together(uow.connection, [(add, job(1))])
        assert uow.connection.execute(select(print_job.c.id)).scalars().all() == [1]
