"""The main server is gone for good and the standby takes its place: two real servers, stations find it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Table, insert

from app.catalog.tables import category
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.operations import set_price
from app.pricing.tables import price
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from app.stations.drain import Link
from app.stations.states import SelfStatus
from app.till.tables import sale
from tests.crash.stations.checks import rows
from tests.crash.stations.cluster import Cluster, cluster
from tests.crash.stations.history import read
from tests.crash.stations.opening import factory_of, make_place
from tests.crash.stations.place import Place
from tests.crash.stations.till import Till

pytestmark = pytest.mark.postgres


@pytest.fixture
def servers() -> Iterator[Cluster]:
    """Two servers; the second is not yet a standby."""
    with cluster() as pair:
        pair.ask("CREATE DATABASE takings")
        yield pair


def both(pair: Cluster) -> str:
    """The address that the manual gives stations: both servers, whichever can be written to."""
    hosts = "&".join(f"host={folder}" for folder in pair.folders)
    return f"postgresql+psycopg://postgres@/takings?{hosts}&target_session_attrs=read-write"


@pytest.fixture
def till(servers: Cluster, tmp_path: Path, sqlite_template: Path) -> Iterator[Till]:
    """A till and an office station; the till at work, whose links never fail by themselves."""
    place = make_place(tmp_path, both(servers), sqlite_template, [0, 0], tills=1, trouble=0.0)
    made = Till(place, 0, 1)
    yield made
    made.door.factory.dispose()
    made.station.factory.dispose()


def drained(till: Till) -> Link:
    """Connections of before are found dead first, one after the other."""
    for _ in range(4):
        if till.drainer.round().reached:
            break
    return till.drainer.link


def sold_here(till: Till) -> dict[str, tuple[str, int]]:
    """What the till acknowledged."""
    heard = read(till.place.history(0))
    return {t.token: (t.told["number"], t.told["gross"]) for t in heard.of("sale") if t.answer == "ACK"}


def sold_there(pair: Cluster, place: Place) -> dict[str, tuple[str, int]]:
    """What the server that can be written to has of it."""
    factory = factory_of(both(pair))
    till_id = place.till_ids["T01"]
    found = {r.uuid: (r.number, r.gross_minor) for r in rows(factory, sale) if r.till_id == till_id}
    assert [r.name for r in Runtime(factory).ask(verify_database) if not r.holds] == []
    factory.dispose()
    return found


def sell(till: Till, times: int) -> None:
    """So many sales."""
    shift = till.open_if_closed()
    for _ in range(times):
        till.sale(shift)


def set_prices(pair: Cluster, place: Place, first: int, times: int, sku: str = "MILK") -> None:
    """The price of something is set to first, first + 1, ..."""
    factory = factory_of(both(pair))
    for minor in range(first, first + times):
        Runtime(factory).run(
            set_price, actor=SYSTEM_ACTOR, price_list_id=place.price_list, product_id=place.products[sku],
            price_minor=minor,
        )  # fmt: skip
    factory.dispose()


def add_category(pair: Cluster, number: int) -> None:
    """One more, by its number."""
    factory = factory_of(both(pair))
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        row = {"id": number, "name": f"Category {number}", "position": 9, "colour": 1}
        uow.connection.execute(insert(category), row)
    factory.dispose()


def as_text(factory: UnitOfWorkFactory, table: Table) -> list[tuple[str, ...]]:
    """Every row of a table."""
    return sorted(tuple(map(str, r)) for r in rows(factory, table))


def test_nothing_confirmed_is_lost_when_the_standby_takes_over_and_the_tills_go_on(
    servers: Cluster, till: Till
) -> None:
    servers.add_standby()
    sell(till, 3)
    assert drained(till).unsent == 0
    before = sold_there(servers, till.place)
    servers.crash()
    sell(till, 2)  # nobody at the counter notices
    assert not drained(till).reached
    servers.fail_over()
    link = drained(till)
    assert (link.reached, link.unsent, link.status, link.why) == (True, 0, SelfStatus.ACTIVE, "")
    after = sold_there(servers, till.place)
    assert before.items() <= after.items()
    assert after == sold_here(till)
    assert len(after) == 5


def test_what_a_standby_that_was_behind_lost_is_sent_again_and_comes_down_anew(
    servers: Cluster, till: Till
) -> None:
    """Without waiting for the standby the server may lose what it confirmed: tills keep their queue."""
    servers.add_standby(synchronous=False)
    sell(till, 2)
    set_prices(servers, till.place, 120, 1)
    assert drained(till).unsent == 0
    servers.lose_standby()
    sell(till, 2)
    set_prices(servers, till.place, 130, 6)  # seen by the till, and by no other server
    add_category(servers, 7)
    assert drained(till).unsent == 0
    servers.crash()
    servers.start_standby_alone()
    servers.fail_over()
    set_prices(servers, till.place, 150, 1, "COFFEE")
    add_category(servers, 8)  # as many as the lost server had
    set_prices(servers, till.place, 160, 12)  # more numbers are given than the till has seen of the other
    link = drained(till)
    assert (link.reached, link.unsent, link.status) == (True, 0, SelfStatus.ACTIVE)
    assert sold_there(servers, till.place) == sold_here(till)
    assert len(sold_here(till)) == 4
    for table in (price, category):
        assert as_text(till.station.factory, table) == as_text(till.door.factory, table)
