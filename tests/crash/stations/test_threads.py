"""Several threads of one till lose nothing; the way drivers begin transactions by default does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine, create_engine, text

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from tests.crash.torture import times

THREADS = 4
ROUNDS = times(100, 25_000)  # 400 and 100,000 updates


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of ours with a counter."""
    found = tmp_path / "counter.db"
    engine = create_app_engine(f"sqlite:///{found}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE counter (n INTEGER NOT NULL)"))
        connection.execute(text("INSERT INTO counter VALUES (0)"))
    engine.dispose()
    return found


def counted(path: Path, add: Callable[[], None]) -> int:
    """What the counter stands at after all threads have added 1 so often."""

    def work() -> None:
        for _ in range(ROUNDS):
            add()

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    connection = sqlite.connect(path)
    found: int = connection.execute("SELECT n FROM counter").fetchone()[0]
    connection.close()
    return found


def test_no_update_of_four_threads_is_lost(path: Path) -> None:
    factory = UnitOfWorkFactory(
        create_app_engine(f"sqlite:///{path}"), EventBus(on_error=lambda _event, _error: None)
    )

    def add() -> None:
        with factory.begin(actor=SYSTEM_ACTOR) as uow:
            n = uow.connection.execute(text("SELECT n FROM counter")).scalar_one()
            uow.connection.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})

    assert counted(path, add) == THREADS * ROUNDS
    factory.dispose()


def test_the_drivers_own_way_loses_updates(path: Path) -> None:
    """The losing variant: the driver begins a transaction at the first write, after the read."""
    engine: Engine = create_engine(f"sqlite:///{path}", module=sqlite, connect_args={"timeout": 60})

    def add() -> None:
        with engine.connect() as connection:
            n = connection.execute(text("SELECT n FROM counter")).scalar_one()
            connection.execute(text("UPDATE counter SET n = :n"), {"n": n + 1})
            connection.commit()

    assert counted(path, add) < THREADS * ROUNDS
    engine.dispose()
