"""A PostgreSQL server of the bench's own with the shop in it, durable, and tills that joined it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import make_url

from app.db.engine import create_app_engine
from app.db.moving import copy_tables
from app.db.server import apply_settings
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR
from app.migrations.migrate import upgrade_database
from app.organisation.operations import create_till
from app.organisation.tables import till
from app.runtime.run import Runtime
from app.stations.joining import fill_till
from app.stations.registry import join_station, register_station
from app.stations.taking import take_message
from bench import data
from tests.support.postgres import ON_DISK, Databases, server

R = TypeVar("R")
_PEPPER: Final = b"p" * 32


class ShopServer:
    """The shop's database at the server.

    Args:
        url: of the database, as its owner.
        products: how many the shop has.
    """

    def __init__(self, url: str, products: int) -> None:
        self.url = url
        self.products = products
        engine = create_app_engine(url)
        upgrade_database(engine)
        with engine.begin() as connection:
            apply_settings(connection)
        engine.dispose()
        source, target = data.open_factory(data.shop_file(products)), open_url(url)
        with source.read() as read, target.begin(actor=SYSTEM_ACTOR) as uow:
            copy_tables(read, uow.connection)
        source.dispose()
        target.dispose()

    @property
    def socket(self) -> str:
        """Where it listens."""
        return f"{make_url(self.url).query['host']}/.s.PGSQL.5432"

    def cpu_seconds(self) -> float:
        """Processor time of all its processes so far, those that ended among them."""
        main = int((Path(self.socket).parent / "data" / "postmaster.pid").read_text().split("\n", 1)[0])
        ticks = _ticks(main, 14) + _ticks(main, 16)  # its own, and of children that ended
        for each in Path(f"/proc/{main}/task/{main}/children").read_text().split():
            with suppress(OSError):
                ticks += _ticks(each, 14)
        return ticks / os.sysconf("SC_CLK_TCK")

    def add_tills(self, codes: list[str]) -> None:
        """More tills in the shop's store."""
        factory = open_url(self.url)
        with factory.begin(actor=SYSTEM_ACTOR) as uow:
            store_id, list_id = uow.connection.execute(
                select(till.c.store_id, till.c.price_list_id).limit(1)
            ).one()
            for code in codes:
                create_till(
                    uow, store_id=store_id, code=code, name=code, price_list_id=list_id,
                    default_float_minor=20000, difference_limit_minor=500, drawer_limit_minor=100_000_000,
                )  # fmt: skip
        factory.dispose()

    def join(self, code: str, path: Path, port: int = 0) -> str:
        """A file becomes a till's with books of its own; returns the URL of its own role.

        Args:
            code: of the till.
            path: of the file, an empty, migrated database.
            port: of the link that the till's way to the server leads over; 0 for none.
        """
        owner = Runtime(open_url(self.url))
        invitation = owner.run(register_station, actor=SYSTEM_ACTOR, till_code=code, pepper=_PEPPER)
        owner.factory.dispose()
        own = make_url(self.url).set(username=invitation.role)
        there, here = Runtime(open_url(_text(own))), Runtime(data.open_factory(path))
        joined = there.run(join_station, actor=SYSTEM_ACTOR, till_code=code, code=invitation.code)
        fill_till(here, there, joined)
        there.factory.dispose()
        here.factory.dispose()
        return _text(own.set(host="127.0.0.1", port=port, query={}) if port else own)


def _ticks(process: int | str, first: int) -> int:
    """Two neighbouring figures of a process's line in /proc, numbered as in man 5 proc."""
    words = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return int(words[first - 3]) + int(words[first - 2])


def _text(url: Any) -> str:
    return str(url.render_as_string(hide_password=False))


def open_url(url: str) -> UnitOfWorkFactory:
    """Transactions on a database, as the program has them."""
    return UnitOfWorkFactory(
        create_app_engine(url), data.new_bus(), read_engine=create_app_engine(url, readonly=True)
    )


@contextmanager
def shop_server(products: int) -> Iterator[ShopServer]:
    """A running server with the shop; it is gone afterwards."""
    with server(durable=True, parent=ON_DISK) as url:
        databases = Databases(url, "tills")
        try:
            yield ShopServer(databases.url_of(databases.create()), products)
        finally:
            databases.close()


class Gate(Runtime):
    """A till's way to the server, that is held shut while others are measured; how long each message took."""

    def __init__(self, factory: UnitOfWorkFactory) -> None:
        super().__init__(factory)
        self.shut = threading.Lock()
        self.message_seconds: list[float] = []

    def run(self, operation: Callable[..., R], **arguments: Any) -> R:
        """At the server, once the gate is open."""
        with self.shut:
            began = time.perf_counter()
            done = super().run(operation, **arguments)
            if operation is take_message:
                self.message_seconds.append(time.perf_counter() - began)
            return done

    def ask(self, query: Callable[..., R], **arguments: Any) -> R:
        """Likewise."""
        with self.shut:
            return super().ask(query, **arguments)
