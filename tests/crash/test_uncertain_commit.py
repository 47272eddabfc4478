"""COMMIT itself fails: the sale is looked up by its UUID, and never guessed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, text

from app.db.engine import create_app_engine
from app.db.errors import OutOfMemoryError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import Event, EventBus
from app.kernel.refusal import CommitUnknownError
from app.runtime.run import Runtime
from app.till.events import SaleCompleted
from app.till.operations.carts import begin_tendering, recover_carts
from app.till.queries import find_sale_by_uuid
from tests.conftest import SteadyClock
from tests.crash.test_kill import broken
from tests.factories.shop import Shop


class BrokenCommit:
    """Lets the next COMMIT fail, before or after it really happened."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._real = engine.dialect.do_commit
        self._when, self._error = "", Exception()
        engine.dialect.do_commit = self._commit  # type: ignore[method-assign, assignment]

    def fail(self, when: str, error: Exception | None = None) -> None:
        """The next one fails "before" or "after" it is done, with that error (a disk's unless it says)."""
        dbapi: Any = self._engine.dialect.loaded_dbapi
        self._when, self._error = when, error or dbapi.OperationalError("disk I/O error")

    def _commit(self, connection: Any) -> None:
        when, self._when = self._when, ""
        if when != "before":
            self._real(connection)
        if when:
            raise self._error


@pytest.fixture
def broken_commit(shop: Shop, database_url: str, bus: EventBus, clock: SteadyClock) -> Any:
    """The shop on an engine whose COMMIT can be made to fail."""
    engine = create_app_engine(database_url)
    read = create_app_engine(database_url, readonly=True)
    factory = UnitOfWorkFactory(engine, bus, read_engine=read, clock=clock)
    shop.runtime = Runtime(factory)
    yield BrokenCommit(engine)
    factory.dispose()


def test_a_sale_that_was_committed_after_all_is_found_and_not_booked_again(
    shop: Shop, broken_commit: BrokenCommit, published: list[Event]
) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    broken_commit.fail("after")
    with pytest.raises(CommitUnknownError, match="The program looks it up before going on"):
        shop.sell(cart, shift)
    assert not [e for e in published if isinstance(e, SaleCompleted)]
    found = shop.runtime.ask(find_sale_by_uuid, uuid=cart.uuid)
    assert found is not None
    again = shop.sell(cart, shift)
    assert (again.sale_id, again.number, again.was_there) == (found, "T01-000001", True)
    assert shop.sell(shop.cart("MILK"), shift).number == "T01-000002"
    assert broken(shop) == []


def test_a_sale_that_was_not_committed_is_not_there_and_is_booked_once(
    shop: Shop, broken_commit: BrokenCommit
) -> None:
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    till_id = shop.tills["T01"]
    shop.runtime.run(begin_tendering, actor=shop.actor(), till_id=till_id, cart=cart, total_minor=1290)
    broken_commit.fail("before")
    with pytest.raises(CommitUnknownError):
        shop.sell(cart, shift)
    assert shop.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) is None
    recovered = shop.runtime.run(recover_carts, actor=shop.actor(), till_id=till_id)
    assert [(r.cart.uuid, r.was_tendering) for r in recovered] == [(cart.uuid, True)]
    done = shop.sell(cart, shift)
    assert (done.number, done.was_there) == ("T01-000001", False)
    assert broken(shop) == []


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_has_no_memory_is_looked_up_too(
    shop: Shop, broken_commit: BrokenCommit, when: str
) -> None:
    """The connection is not kept: it may still be in its transaction, and the next sale would be, too."""
    shift = shop.open_shift()
    cart = shop.cart("COFFEE")
    broken_commit.fail(when, MemoryError())
    with pytest.raises(CommitUnknownError, match="looks it up"):
        shop.sell(cart, shift)
    booked = shop.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) is not None
    assert booked == (when == "after")
    assert shop.sell(shop.cart("MILK"), shift).number == f"T01-{1 + booked:06d}"
    assert shop.sell(cart, shift).was_there == booked
    assert broken(shop) == []


def test_an_operation_without_memory_is_refused_in_words_and_leaves_nothing(shop: Shop) -> None:
    shift = shop.open_shift()
    with (
        pytest.raises(OutOfMemoryError, match="no memory left"),
        shop.runtime.factory.begin(actor=shop.actor()) as uow,
    ):
        uow.connection.execute(text("DELETE FROM price"))
        raise MemoryError
    assert shop.sell(shop.cart("MILK"), shift).number == "T01-000001"
    assert broken(shop) == []
