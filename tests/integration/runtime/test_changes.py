"""What one station does is heard by the others, also when the word was lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from queue import Empty, Queue

import pytest
from sqlalchemy import text

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.runtime.changes import ChangeListener, Elsewhere, heard
from tests.factories.shop import Shop, make_shop
from tests.support.postgres import Databases


def _raise(_event: object, error: Exception) -> None:
    raise error


@pytest.fixture
def server(postgres: Databases, postgres_template: str) -> Iterator[str]:
    """A database of its own on the server."""
    name = postgres.create(postgres_template)
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture
def stations(server: str) -> Iterator[tuple[Shop, UnitOfWorkFactory]]:
    """A till at work, and another station of the same shop."""
    ours, theirs = (UnitOfWorkFactory(create_app_engine(server), EventBus(_raise)) for _ in range(2))
    yield make_shop(ours), theirs
    ours.dispose()
    theirs.dispose()


class Listening:
    """A listener, and what it was told."""

    def __init__(self, factory: UnitOfWorkFactory, url: str) -> None:
        self.told: Queue[Elsewhere] = Queue()
        self.listener = ChangeListener(factory, url, self.told.put)
        self.listener.start()

    def next(self, seconds: float = 10) -> Elsewhere:
        return self.told.get(timeout=seconds)

    def nothing(self, seconds: float) -> bool:
        try:
            self.told.get(timeout=seconds)
        except Empty:
            return True
        return False


def wait_for(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


def listens(shop: Shop) -> bool:
    with shop.runtime.factory.read() as connection:
        found = connection.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND query LIKE 'LISTEN%'"
            )
        )
        return bool(found.scalar_one())


@pytest.mark.postgres
def test_a_sale_at_one_till_is_heard_by_the_other_station_and_not_by_the_till(
    stations: tuple[Shop, UnitOfWorkFactory], server: str
) -> None:
    shop, theirs = stations
    other, own = Listening(theirs, server), Listening(shop.runtime.factory, server)
    wait_for(lambda: listens(shop))
    time.sleep(0.2)
    shift = shop.open_shift()
    done = shop.sell(shop.cart("MILK"), shift)
    opened, sold = other.next(), other.next()
    assert opened.touches("shift.")
    assert (sold.by, sold.station) == ("cashier", "T01")
    assert sold.documents >= {("sale", done.sale_id)}
    assert sold.may_touch(("sale", done.sale_id))
    assert not sold.may_touch(("order", 1))
    assert own.nothing(0.3)
    other.listener.stop()
    own.listener.stop()


@pytest.mark.postgres
def test_what_is_rolled_back_is_not_told(stations: tuple[Shop, UnitOfWorkFactory], server: str) -> None:
    shop, theirs = stations
    other = Listening(theirs, server)
    wait_for(lambda: listens(shop))
    time.sleep(0.2)
    shift = shop.open_shift()
    assert other.next().touches("shift.")
    with pytest.raises(ZeroDivisionError), shop.runtime.factory.begin(actor=shop.actor()) as uow:
        assert uow.notes == []
        uow.notes.append(("order.confirmed", "order", 1))
        raise ZeroDivisionError
    shop.sell(shop.cart("MILK"), shift)
    assert other.next().touches("sale.")
    other.listener.stop()


@pytest.mark.postgres
def test_after_the_line_was_cut_what_was_missed_is_looked_up(
    stations: tuple[Shop, UnitOfWorkFactory], server: str
) -> None:
    shop, theirs = stations
    shift = shop.open_shift()
    other = Listening(theirs, server)
    wait_for(lambda: listens(shop))
    time.sleep(0.2)
    with shop.runtime.factory.begin(actor=shop.actor()) as uow:
        uow.connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'LISTEN%'"
            )
        )
    shop.sell(shop.cart("MILK"), shift)
    missed = other.next(30)
    assert missed == Elsewhere()
    assert missed.may_touch(("order", 5))
    shop.sell(shop.cart("MILK"), shift)
    assert other.next(30).touches("sale.")
    other.listener.stop()


def test_one_station_alone_tells_nobody(shop: Shop, database_url: str) -> None:
    with shop.runtime.factory.begin(actor=shop.actor()) as uow:
        assert (uow.notes is None) is database_url.startswith("sqlite")


@pytest.mark.parametrize(
    "payload", ["", "x", "[]", '{"from": "a"}', '{"from":"a","by":1,"station":2,"notes":3}']
)
def test_a_word_that_is_not_understood_means_that_anything_may_have_changed(payload: str) -> None:
    assert heard(payload, "b") == Elsewhere()


def test_our_own_words_are_let_pass() -> None:
    assert heard('{"from":"a","by":"x","station":"T01","notes":[]}', "a") is None
