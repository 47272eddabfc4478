"""What a station asks again and again is planned once at the server."""

from __future__ import annotations

from sqlalchemy import text

from app.db.engine import PREPARED_MOST
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR

MANY = 150  # more than the driver keeps by itself
ROUNDS = 8  # it makes ready what it has seen five times


def test_more_statements_than_the_driver_keeps_by_itself_stay_ready(factory: UnitOfWorkFactory) -> None:
    assert PREPARED_MOST > MANY
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        for _ in range(ROUNDS):
            answers = [uow.connection.execute(text(f"SELECT {n}")).scalar_one() for n in range(MANY)]
            assert answers == list(range(MANY))
        if uow.connection.dialect.name == "postgresql":
            ready = uow.connection.execute(text("SELECT count(*) FROM pg_prepared_statements")).scalar_one()
            assert ready >= MANY
