"""A sale on a disk that fails: nothing half booked, told in words, and sold again once it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.db.backup import back_up_sqlite, check_before_open, restore_sqlite
from app.db.engine import create_app_engine
from app.db.errors import DatabaseBusyError, DatabaseDamagedError, DatabaseReadOnlyError, DiskFullError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.migrations.migrate import head_revision
from app.runtime.run import Runtime
from app.till.cart import Cart
from app.till.operations.sales import CompletedSale
from app.till.queries import find_sale_by_uuid
from app.till.tables import sale
from tests.conftest import SteadyClock
from tests.crash.faults.storage import ENOUGH, FULL, READ_ONLY, Disk, held, spoil
from tests.crash.test_kill import broken
from tests.factories.shop import make_shop
from tests.integration.till.helpers import rows


class Till:
    """A shop on a disk that can be made to fail."""

    def __init__(self, url: str, bus: EventBus, clock: SteadyClock) -> None:
        engine = create_app_engine(url)
        self.path = Path(url.removeprefix("sqlite:///"))
        self.disk = Disk(engine)
        self.read = create_app_engine(url, readonly=True)
        self.shop = make_shop(UnitOfWorkFactory(engine, bus, read_engine=self.read, clock=clock))
        self.shift = self.shop.open_shift()

    def numbers(self) -> list[str]:
        """Of all sales that are booked."""
        return sorted(r.number for r in rows(self.shop, sale))


@pytest.fixture
def till(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Till]:
    made = Till(sqlite_url, bus, clock)
    yield made
    made.shop.runtime.factory.dispose()


def whole(till: Till) -> None:
    """No number is missing, nothing is there in part, and the next sale is booked."""
    done = till.shop.sell(till.shop.cart("MILK"), till.shift)
    numbers = till.numbers()
    assert numbers == [f"T01-{n:06d}" for n in range(1, len(numbers) + 1)]
    assert numbers[-1] == done.number
    assert broken(till.shop) == []


def test_on_a_full_disk_nothing_is_half_booked_and_after_freeing_space_it_sells_on(till: Till) -> None:
    till.disk.fail(FULL)
    cart, booked = till.shop.cart("COFFEE"), 0
    with pytest.raises(DiskFullError, match="free some space"):
        while booked < ENOUGH:
            till.shop.sell(cart, till.shift)
            cart, booked = till.shop.cart("COFFEE"), booked + 1
    assert till.shop.runtime.ask(find_sale_by_uuid, uuid=cart.uuid) is None
    assert len(till.numbers()) == booked
    till.disk.mend()
    assert till.shop.sell(cart, till.shift).was_there is False
    whole(till)


def test_on_a_disk_that_turned_read_only_nothing_is_booked_and_what_is_there_can_be_read(till: Till) -> None:
    first = till.shop.sell(till.shop.cart("MILK"), till.shift)
    till.disk.fail(READ_ONLY)
    cart = till.shop.cart("COFFEE")
    with pytest.raises(DatabaseReadOnlyError, match="cannot be written to"):
        till.shop.sell(cart, till.shift)
    assert till.numbers() == [first.number]
    till.disk.mend()
    assert till.shop.sell(cart, till.shift).was_there is False
    whole(till)


def test_while_another_program_holds_the_file_nothing_is_booked_and_then_it_is(till: Till) -> None:
    cart = till.shop.cart("COFFEE")
    with held(till.path):
        with pytest.raises(DatabaseBusyError, match="in use by another program"):
            till.shop.sell(cart, till.shift)
        assert till.numbers() == []
    assert till.shop.sell(cart, till.shift).was_there is False
    whole(till)


def cut_short(path: Path) -> None:
    """Its last page is not there."""
    path.write_bytes(path.read_bytes()[:-4096])


@pytest.mark.parametrize("harm", [spoil, cut_short])
def test_a_damaged_file_is_told_and_after_a_restore_it_sells_on(
    till: Till, tmp_path: Path, bus: EventBus, clock: SteadyClock, harm: Callable[[Path], None]
) -> None:
    till.shop.sell(till.shop.cart("MILK"), till.shift)
    cart = till.shop.cart("COFFEE")
    back_up_sqlite(till.path, tmp_path / "b.db", now=clock())
    till.shop.runtime.factory.dispose()
    harm(till.path)
    with pytest.raises(DatabaseDamagedError, match="Restore the last backup"):
        sell_again(till, cart)
    till.shop.runtime.factory.dispose()
    restore_sqlite(tmp_path / "b.db", till.path, known_revisions={head_revision()}, now=clock())
    engine = create_app_engine(f"sqlite:///{till.path}")
    till.shop.runtime = Runtime(UnitOfWorkFactory(engine, bus, clock=clock))
    assert sell_again(till, cart).was_there is False
    whole(till)
    till.shop.runtime.factory.dispose()


def sell_again(till: Till, cart: Cart) -> CompletedSale:
    """As the next start of the program: the file is looked at before it is opened."""
    check_before_open(till.path)
    return till.shop.sell(cart, till.shift)
