"""The file of a shop in which something of every kind was posted, by the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pysqlite3 import dbapi2 as sqlite

from app.audit.operations import note
from app.audit.tables import journal, journal_head
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.operations import print_invoice
from app.invoicing.tables import invoice, invoice_file
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.payments.tables import payment
from app.reporting.verify.seals import KINDS
from app.till.tables import sale, sale_line, sale_line_part, sale_promotion, sale_tax
from tests.conftest import SteadyClock
from tests.factories.shop import make_shop
from tests.integration.audit.everything import post_everything
from tests.integration.collections.conftest import Late, make_late
from tests.integration.till.helpers import rows

# what is promised: a row that was posted stands in the journal with a digest, or is the journal
POSTED: Final = tuple(
    dict.fromkeys(
        [
            *(str(sealed.table.name) for kind in KINDS for sealed in kind.tables),
            *(t.name for t in (sale, sale_line, sale_line_part, sale_tax, sale_promotion, payment)),
            *(t.name for t in (invoice_file, journal, journal_head)),
        ]
    )
)


@contextmanager
def opened(path: Path, clock: SteadyClock) -> Iterator[UnitOfWorkFactory]:
    """The shop's transactions; afterwards the whole shop is in the one file."""
    url = f"sqlite:///{path}"
    factory = UnitOfWorkFactory(
        create_app_engine(url),
        EventBus(print),
        read_engine=create_app_engine(url, readonly=True),
        clock=clock,
    )
    try:
        yield factory
    finally:
        factory.dispose()
        whole(path)


def whole(path: Path) -> None:
    """Bring the log into the file."""
    with closing(sqlite.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def make_file(path: Path, *, more: int) -> None:
    """Let the program trade in an empty, migrated file.

    Args:
        path: the file.
        more: so many more sales, and a third as many invoices, the day after.
    """
    clock = SteadyClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC))
    with opened(path, clock) as factory:
        late = make_late(make_shop(factory), clock)
        post_everything(late)
        clock.advance(days=1)
        _more(late, more)
        (first, *_rest) = rows(late.trade.shop, invoice)
        late.run(print_invoice, invoice_id=first.id)
        with factory.begin(actor=SYSTEM_ACTOR) as uow:  # nobody's row is lost when this one is cut off
            note(uow, kind="setting.changed", payload={"name": "till.logo"})


def _more(late: Late, count: int) -> None:
    shop = late.trade.shop
    shift = shop.open_shift()
    for number in range(count):
        shop.sell(shop.cart("COFFEE", ("MILK", 1000 * (1 + number % 3)), "APPLE"), shift, ("cash", 3000))
        if number % 3 == 0:
            late.bill(("COFFEE", 1 + number), ("WINE", 2))
            late.pay(1500 + number)
