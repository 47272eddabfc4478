"""The losing variants: the judge of the play must find what each of them breaks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.kernel.refusal import CommitUnknownError
from tests.crash.stations.nemesis import Crew
from tests.crash.stations.office import Office
from tests.crash.stations.opening import make_place
from tests.crash.stations.place import Place
from tests.crash.stations.play import verdict
from tests.crash.stations.till import Till
from tests.support.postgres import Databases

pytestmark = pytest.mark.postgres
SALES = 10


@pytest.fixture
def server(postgres: Databases, postgres_template: str) -> Iterator[str]:
    """An empty, migrated database."""
    name = postgres.create(postgres_template)
    yield postgres.url_of(name)
    postgres.drop(name)


def a_day(place: Place) -> None:
    """A till sells, loses half of its messages, and sends until nothing is left or can be sent."""
    till = Till(place, 0, 5)
    shift = till.open_if_closed()
    for _ in range(SALES):
        till.sale(shift)
    for _ in range(60):
        if till.drainer.round().unsent == 0 and till.drainer.link.reached:
            break
    till.door.heal()
    till.drainer.round()
    till.drainer.round()
    till.door.factory.dispose()
    till.station.factory.dispose()


def found_of(place: Place, server: str) -> list[str]:
    """What the judge says."""
    faults: list[str] = verdict(place, server, [])["faults"]
    return faults


def test_a_drainer_that_confirms_too_early_is_set_right_by_the_numbers_of_the_messages(
    server: str, tmp_path: Path, sqlite_template: Path
) -> None:
    """No losing variant: the server misses a number, says so, and what was confirmed is sent again."""
    place = make_place(
        tmp_path, server, sqlite_template, [0, 0], tills=1, trouble=0.5, variant="confirmed too early"
    )
    a_day(place)
    assert found_of(place, server) == []


@pytest.mark.parametrize("variant", ["new uuid at each try", "told before it is booked"])
def test_a_till_that_renames_its_messages_or_tells_too_early_is_caught(
    server: str, tmp_path: Path, sqlite_template: Path, variant: str
) -> None:
    place = make_place(tmp_path, server, sqlite_template, [0, 0], tills=1, trouble=0.5, variant=variant)
    a_day(place)
    assert any("is not there" in fault for fault in found_of(place, server))


def test_a_retry_under_another_uuid_is_caught(
    server: str, tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_place(
        tmp_path, server, sqlite_template, [0, 0], tills=1, trouble=0.0,
        variant="another uuid at each retry",
    )  # fmt: skip
    office = Office(place, 1, 5)
    real, lost = office.runtime.run, [True]

    def shaky(operation: Any, **arguments: Any) -> Any:
        done = real(operation, **arguments)
        if lost:
            lost.pop()
            raise CommitUnknownError(detail="the answer was lost")
        return done

    monkeypatch.setattr(office.runtime, "run", shaky)
    office.receipt()
    office.runtime.factory.dispose()
    assert any("is there 2 times" in fault for fault in found_of(place, server))


def test_a_station_that_ends_by_itself_is_noticed(tmp_path: Path) -> None:
    nowhere: Any = type("Nowhere", (), {"folder": tmp_path, "codes": ("T01",), "tills": 1})()
    crew = Crew(nowhere, random.Random(1))  # noqa: S311 - a test's choice
    crew.start(0)
    crew.wait(20)
    assert crew.faults == ["T01 ended by itself with 256"]
