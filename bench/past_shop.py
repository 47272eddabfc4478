"""A shop with ten million sale lines behind it, on SQLite and on PostgreSQL, made once and kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import Engine, create_engine, insert, select, text

from app.db.engine import create_app_engine
from app.kernel.permission import SYSTEM_ACTOR
from app.migrations.all_tables import metadata
from app.migrations.migrate import upgrade_database
from app.organisation.operations import create_till
from app.organisation.tables import store
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.pricing.tables import price_list
from bench import data, history, measure
from bench.history import Past
from tests.support import postgres

_TILLS: Final = 4
_SALES_A_DAY: Final = _TILLS * history.SALES_A_SHIFT
_FIRST_DAY: Final = date(2025, 9, 1)
_CUSTOMERS: Final = 500


@dataclass(frozen=True, slots=True)
class Size:
    """How big a shop is."""

    products: int
    days: int

    @property
    def sales(self) -> int:
        """Of all tills."""
        return self.days * _SALES_A_DAY

    def past(self) -> Past:
        """What lies behind it; the customers that `_prepare` made are found by their ids."""
        return Past(
            self.sales,
            data.PRODUCT_BASE,
            self.products,
            _TILLS,
            data.PRODUCT_BASE * 2,
            _CUSTOMERS,
            _FIRST_DAY,
        )

    def name(self) -> str:
        """Of what is kept."""
        return f"past-{self.products}-{self.days}"

    def now(self) -> datetime:
        """The morning after the last day of sales."""
        return datetime.combine(_FIRST_DAY + timedelta(days=self.days), time(9), UTC)


BIG: Final = Size(10_000, 417)  # 1,668,000 sales, 10,008,000 lines
SMALL: Final = Size(10_000, 0)  # the same shop on its first day
QUICK: Final = Size(200, 2)


def _prepare(path: Path, size: Size) -> None:
    """The small shop with products, four tills and customers."""
    data.make_shop_file(path, size.products)
    factory = data.open_factory(path)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        place = uow.connection.execute(select(store.c.id)).scalar_one()
        prices = uow.connection.execute(select(price_list.c.id)).scalars().first()
        for number in range(3, _TILLS + 1):
            create_till(
                uow, store_id=place, code=f"T{number:02d}", name=f"Till T{number:02d}",
                price_list_id=prices or 0, default_float_minor=20000, difference_limit_minor=500,
                drawer_limit_minor=100_000,
            )  # fmt: skip
        for number in range(_CUSTOMERS):
            made = create_customer(
                uow, details=CustomerDetails(name=f"Regular {number}", number=f"R{number:05d}")
            )
            uow.connection.execute(
                party.update().where(party.c.id == made.id), {"id": data.PRODUCT_BASE * 2 + number}
            )
    factory.dispose()


def sqlite_file(size: Size) -> Path:
    """The cached shop, SQLite."""

    def make(path: Path) -> None:
        _prepare(path, size)
        connection = data.raw_connection(path)
        past = size.past()
        for number, script in enumerate(history.scripts(past, "sqlite"), start=1):
            connection.executescript(f"BEGIN; {script} COMMIT;")
            data.say(f"... part {number} of {size.name()}")
        connection.close()

    return data.cached(size.name(), make, Path(__file__), Path(history.__file__))


@contextmanager
def postgres_url(size: Size) -> Iterator[str]:
    """A server of the bench's own with the shop in it, its files kept; the URL for the program."""
    parent = Path(postgres.ON_DISK) if os.geteuid() == 0 else measure.CACHE
    key = data.schema_key(Path(__file__), Path(history.__file__))
    kept = parent / f"takings-{size.name()}-{key}"
    if not kept.exists():
        for old in parent.glob(f"takings-{size.name()}-????????????*"):
            shutil.rmtree(old, ignore_errors=True)
        part = kept.with_name(f"{kept.name}.{os.getpid()}.part")
        try:
            _make_server(part, size)
            part.replace(kept)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    try:
        with postgres.kept_server(kept) as url:
            yield _program_url(url)
    finally:
        if size is QUICK:  # that of a test, which leaves nothing behind
            shutil.rmtree(kept)


def _program_url(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


def _make_server(folder: Path, size: Size) -> None:
    data.say(f"Making {folder.name} ...")
    source = sqlite_file(Size(size.products, 0))
    with postgres.kept_server(folder) as url:
        target = create_app_engine(_program_url(url))
        upgrade_database(target)
        target.dispose()
        with psycopg.connect(url) as connection:
            connection.execute("SET session_replication_role = replica")  # no look at foreign keys
            connection.execute("SET synchronous_commit = off")
            connection.execute("SET temp_buffers = '1GB'")
            connection.execute("SET work_mem = '512MB'")
            connection.commit()
            _copy_rows(source, connection)
            for number, script in enumerate(history.scripts(size.past(), "postgresql"), start=1):
                connection.execute(script.encode())
                connection.commit()
                data.say(f"... part {number} of {folder.name}")
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")


def _copy_rows(source: Path, connection: psycopg.Connection[object]) -> None:
    """All rows of a small SQLite file."""
    engine: Engine = create_app_engine(f"sqlite:///{source}", readonly=True)
    writer = create_engine("postgresql+psycopg://", creator=lambda: connection)
    with engine.connect() as reading, writer.connect() as writing:
        for table in metadata.sorted_tables:
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            writing.execute(text(f'TRUNCATE "{table.name}" CASCADE'))
            if rows:
                writing.execute(insert(table), rows)
        writing.commit()
    engine.dispose()
