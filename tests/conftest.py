"""Every test of the database runs on SQLite and on PostgreSQL; a missing server is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import Event, EventBus
from app.migrations.migrate import upgrade_database
from tests.factories.shop import Shop, make_shop
from tests.support import examples
from tests.support.postgres import Databases, server

examples.prepare()
ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TAKINGS_DATA") or ROOT.parent / "shared" / "data")


def pytest_configure() -> None:
    """CI sets TAKINGS_REQUIRE_DATA: then the real data must be there, said before any worker begins."""
    if os.environ.get("TAKINGS_REQUIRE_DATA") and not DATA.is_dir():
        raise pytest.UsageError(f"The real data is not at {DATA}; set TAKINGS_DATA.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests on the real data run where it is."""
    if DATA.is_dir():
        return
    for item in items:
        if item.get_closest_marker("realdata"):
            item.add_marker(pytest.mark.skip(reason=f"the real data is not at {DATA}"))


class SteadyClock:
    """A clock that stands unless it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **span: float) -> None:
        """Let time pass, e.g. advance(hours=2)."""
        self.moment += timedelta(**span)


@pytest.fixture
def clock() -> SteadyClock:
    """2 March 2026, 09:00 UTC."""
    return SteadyClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = create_app_engine(f"sqlite:///{path}")
    upgrade_database(engine)
    with engine.connect() as connection:
        connection.rollback()
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """The server of this process."""
    with server() as url:
        worker = getattr(request.config, "workerinput", {}).get("workerid", "x")
        databases = Databases(url, f"takings_{worker}")
        yield databases
        databases.close()


@pytest.fixture(scope="session")
def postgres_template(postgres: Databases) -> Iterator[str]:
    """An empty, migrated database, to be copied."""
    name = postgres.create()
    engine = create_app_engine(postgres.url_of(name))
    upgrade_database(engine)
    engine.dispose()
    yield name
    postgres.drop(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty, migrated database: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "takings.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    databases: Databases = request.getfixturevalue("postgres")
    name = databases.create(request.getfixturevalue("postgres_template"))
    yield databases.url_of(name)
    databases.drop(name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """An empty, migrated SQLite file, for what only one database can show (a screen, a file cut short)."""
    path = tmp_path / "takings.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def published() -> list[Event]:
    """What was published after commits."""
    return []


@pytest.fixture
def bus(published: list[Event]) -> EventBus:
    """A bus that raises what a subscriber raises."""

    def fail(_event: Event, error: Exception) -> None:
        raise error

    bus = EventBus(on_error=fail)
    bus.subscribe(published.append)
    return bus


@pytest.fixture
def factory(database_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[UnitOfWorkFactory]:
    """Transactions on an empty, migrated database; write and read engines as the program has them."""
    engine = create_app_engine(database_url)
    read_engine = create_app_engine(database_url, readonly=True)
    made = UnitOfWorkFactory(engine, bus, read_engine=read_engine, clock=clock)
    yield made
    made.dispose()


@pytest.fixture
def shop(factory: UnitOfWorkFactory) -> Shop:
    """A small shop in it (tests.factories.shop)."""
    return make_shop(factory)
