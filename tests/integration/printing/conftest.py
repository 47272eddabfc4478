"""A shop on SQLite, for tables of many small cases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop


@pytest.fixture
def sqlite_shop(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Shop]:
    """The small shop on SQLite only."""
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock)
    yield make_shop(factory)
    factory.dispose()
