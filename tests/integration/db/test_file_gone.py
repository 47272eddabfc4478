"""The file of a shop disappears under the running till: no sale is acknowledged that nobody finds again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from app.db.engine import create_app_engine
from app.db.errors import DatabaseGoneError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.reporting.verify import verify_database
from app.till.queries import find_sale_by_uuid
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop


@pytest.fixture
def path(sqlite_url: str) -> Path:
    """The file."""
    return Path(str(make_url(sqlite_url).database))


@pytest.fixture
def at_work(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Shop:
    """A shop that sells from that file."""
    read = create_app_engine(sqlite_url, readonly=True)
    return make_shop(UnitOfWorkFactory(create_app_engine(sqlite_url), bus, read_engine=read, clock=clock))


def _files(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize("how", ["deleted", "renamed", "replaced"])
def test_a_sale_into_a_file_that_is_gone_is_refused_in_words_and_no_new_file_is_made(
    at_work: Shop, path: Path, how: str
) -> None:
    shift = at_work.open_shift()
    away = path.parent / "away"
    away.mkdir()
    for file in _files(path):
        file.rename(away / file.name)
    if how == "deleted":
        for file in away.iterdir():
            file.unlink()
    if how == "replaced":
        path.write_bytes(b"")
    left = _files(path)
    for _ in range(2):
        with pytest.raises(DatabaseGoneError, match=f"{path.name} was moved, deleted or replaced"):
            at_work.sell(at_work.cart("COFFEE"), shift)
    assert _files(path) == left
    at_work.runtime.factory.dispose()


def test_a_file_that_was_put_back_is_sold_from_again(at_work: Shop, path: Path) -> None:
    shift = at_work.open_shift()
    at_work.sell(at_work.cart("MILK"), shift)
    cart = at_work.cart("COFFEE")
    away = path.parent / "away"
    away.mkdir()
    for file in _files(path):
        file.rename(away / file.name)
    with pytest.raises(DatabaseGoneError):
        at_work.sell(cart, shift)
    for file in away.iterdir():
        file.rename(path.parent / file.name)
    assert at_work.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) is None
    assert at_work.sell(cart, shift).number == "T01-000002"
    assert [r for r in at_work.runtime.ask(verify_database) if not r.holds] == []
    at_work.runtime.factory.dispose()
