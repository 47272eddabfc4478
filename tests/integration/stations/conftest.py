"""A shop on a real PostgreSQL and a till with a SQLite file of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.runtime.run import Runtime
from app.stations.drain import Drainer
from app.stations.joining import fill_till
from app.stations.registry import Invitation, Joined, join_station, register_station
from app.stations.runtime import StationRuntime
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop
from tests.support.postgres import Databases

PEPPER = b"p" * 32


class Line:
    """The way to the server: pulled out and plugged in by a test."""

    def __init__(self, server: Runtime) -> None:
        self.server = server
        self.is_cut = False

    def __call__(self) -> Runtime:
        from app.db.errors import DatabaseUnreachableError

        if self.is_cut:
            raise DatabaseUnreachableError(detail="cut")
        return self.server


@dataclass
class TillMachine:
    """A till with its own database."""

    shop: Shop
    runtime: StationRuntime
    drainer: Drainer
    line: Line
    path: Path
    bus: EventBus


def open_runtime(url: str, clock: SteadyClock, bus: EventBus) -> UnitOfWorkFactory:
    """Transactions on a database, as the program has them."""
    return UnitOfWorkFactory(
        create_app_engine(url), bus, read_engine=create_app_engine(url, readonly=True), clock=clock
    )


@pytest.fixture
def server_url(postgres: Databases, postgres_template: str) -> Iterator[str]:
    """An empty, migrated PostgreSQL database."""
    name = postgres.create(postgres_template)
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture
def server_shop(server_url: str, clock: SteadyClock, bus: EventBus) -> Iterator[Shop]:
    """The shop at the server."""
    factory = open_runtime(server_url, clock, bus)
    yield make_shop(factory)
    factory.dispose()


def make_till(
    path: Path, template: Path, server: Shop, clock: SteadyClock, code: str = "T01",
    bus: EventBus | None = None,
) -> TillMachine:  # fmt: skip
    """Register, join and fill a till of the shop."""
    invitation: Invitation = server.runtime.run(
        register_station, actor=SYSTEM_ACTOR, till_code=code, pepper=PEPPER
    )
    return set_up(path, template, server, clock, invitation, bus)


def set_up(
    path: Path, template: Path, server: Shop, clock: SteadyClock, invitation: Invitation,
    bus: EventBus | None = None,
) -> TillMachine:  # fmt: skip
    """A machine that joins with a code (as the database's owner here; by its own role in the CLI's tests)."""
    shutil.copyfile(template, path)
    code = invitation.code
    joined: Joined = server.runtime.run(
        join_as_owner, actor=SYSTEM_ACTOR, till_code=invitation.till_code, code=code
    )
    assert joined.pepper == PEPPER
    machine = open_machine(path, server, clock, bus)
    fill_till(machine.runtime, server.runtime, joined)
    return machine


def join_as_owner(uow: Any, **arguments: Any) -> Joined:
    """join_station without changing the password of the tests' own role."""
    with patch("app.stations.registry.set_own_password"):
        return join_station(uow, **arguments)


def _fail(_event: object, error: Exception) -> None:
    raise error


def open_machine(path: Path, server: Shop, clock: SteadyClock, bus: EventBus | None = None) -> TillMachine:
    """The program of a till, on its file."""
    bus = bus or EventBus(on_error=_fail)
    line = Line(server.runtime)
    runtime = StationRuntime(open_runtime(f"sqlite:///{path}", clock, bus), server=line)
    drainer = Drainer(runtime, line, bus=bus)
    runtime.before_server = drainer.send

    def bring_down() -> None:
        drainer.round()

    runtime.after_server = bring_down
    return TillMachine(replace(server, runtime=runtime), runtime, drainer, line, path, bus)


@pytest.fixture
def till(
    tmp_path: Path, sqlite_template: Path, server_shop: Shop, clock: SteadyClock
) -> Iterator[TillMachine]:
    """Till T01, joined."""
    machine = make_till(tmp_path / "t01.db", sqlite_template, server_shop, clock)
    yield machine
    machine.runtime.factory.dispose()


@pytest.fixture
def second(
    tmp_path: Path, sqlite_template: Path, server_shop: Shop, clock: SteadyClock
) -> Iterator[TillMachine]:
    """Till T02, joined."""
    machine = make_till(tmp_path / "t02.db", sqlite_template, server_shop, clock, "T02")
    yield machine
    machine.runtime.factory.dispose()
