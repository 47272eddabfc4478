"""A PostgreSQL server with a demo shop in it, stopped and started beside the windows, and its books."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg
from sqlalchemy import select

from app.catalog.tables import product
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import SALES_FLOOR, adjust_stock
from app.inventory.policies import Policy, set_policy
from app.inventory.queries import location_id, on_hand
from app.inventory.states import NegativeStock
from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import create_till
from app.organisation.tables import till
from cli.folders import find_folders
from cli.opening import Place, open_shop
from tests.support import postgres
from tools.hands.books import ROOT, Books, make_demo


@dataclass(frozen=True, slots=True)
class ShopServer:
    """The server.

    Attributes:
        url: of the shop's database, as its owner.
        data: the data folder of the machine that the shop was moved from; its pepper is the shop's.
    """

    url: str
    data: Path

    @property
    def folder(self) -> str:
        """Where its files lie."""
        return self.url.partition("?host=")[2]

    def stop(self) -> None:
        """Its power goes."""
        postgres.crash(self.folder)

    def start(self) -> None:
        """It comes up and recovers by itself."""
        postgres.start_server(Path(self.folder), durable=True)

    def machine(self, data: Path) -> Path:
        """The data folder of another machine that works on the server."""
        data.mkdir(parents=True)
        shutil.copy(self.data / "pepper", data / "pepper")
        return data

    def command(self, *words: str, data: Path | None = None, typed: str = "") -> dict[str, object]:
        """A command of the program; its answer."""
        done = subprocess.run(
            [sys.executable, "main.py", "--data-dir", str(data or self.data), *words, "--json"], cwd=ROOT,
            capture_output=True, text=True, check=False, input=typed,
        )  # fmt: skip
        try:
            found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
        except (IndexError, ValueError):
            sys.exit(f"{words}: {done.stdout}{done.stderr}")
        return found

    def join(self, code: str, data: Path) -> None:
        """Another machine becomes that till, with books of its own."""
        told = self.command("--database", self.url, "till", "register", code)
        self.command("till", "join", str(told["url"]), "--as", code, data=data, typed=f"{told['code']}\n")


@contextmanager
def shop_server(folder: Path) -> Iterator[ShopServer]:
    """A running server with the demo shop, moved there by the program's own command."""
    data = folder / "first" / "data"
    make_demo(data)
    with postgres.server(durable=True, parent=postgres.ON_DISK) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE takings")
        server = ShopServer(url.replace("/postgres?", "/takings?"), data)
        server.command("server", "move", server.url)
        server.command("server", "init", server.url)
        yield server


class ServerBooks(Books):
    """What stands in the server's database."""

    def __init__(self, server: ShopServer) -> None:
        super().__init__(server.data)
        self._server = server

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Read beside the running programs."""
        with psycopg.connect(self._server.url) as connection:
            return list(connection.execute(sql.replace("?", "%s").encode(), values or None).fetchall())

    def verify_arguments(self) -> list[str]:
        """At the server."""
        return ["--database", self._server.url]


def leave_one(server: ShopServer, sku: str) -> None:
    """A single piece is left of a product, and the books may not go below zero for it."""
    run_at(server, _left, sku=sku)


def run_at(server: ShopServer, operation: Callable[..., object], **arguments: object) -> None:
    """One operation at the server, as preparation."""
    url = server.url.replace("postgresql:", "postgresql+psycopg:")
    shop = open_shop(Place(url, find_folders(server.data)))
    shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)
    shop.close()


def _left(uow: UnitOfWork, *, sku: str) -> None:
    found = uow.connection.execute(select(product.c.id).where(product.c.sku == sku)).scalar_one()
    place = location_id(uow.connection, code=SALES_FLOOR)
    there = on_hand(uow.connection, product_id=found, location_id=place)
    adjust_stock(
        uow, product_id=found, location_id=place, quantity_milli=1000 - there, reason="counted",
        business_date=date.today(),  # noqa: DTZ011 - the demo's day
    )  # fmt: skip
    set_policy(uow, product_id=found, policy=Policy(negative=NegativeStock.BLOCK))


def add_till(server: ShopServer, code: str) -> None:
    """One more till, as the first one is."""
    run_at(server, _more, code=code)


def _more(uow: UnitOfWork, *, code: str) -> None:
    row = uow.connection.execute(select(till.c.store_id, till.c.price_list_id).limit(1)).one()
    create_till(
        uow, store_id=row.store_id, code=code, name=f"Till {code[-1]}", price_list_id=row.price_list_id,
        default_float_minor=15000, difference_limit_minor=500, drawer_limit_minor=100_000,
    )  # fmt: skip
