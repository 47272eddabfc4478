"""The shop before its day: eight tills joined by their own roles, three office stations, goods."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import insert

from app.db.engine import create_app_engine
from app.db.server import apply_settings
from app.db.unit_of_work import UnitOfWorkFactory
from app.inventory.operations import create_location_row
from app.inventory.receipts import ReceivedLine, receive_goods
from app.inventory.tables import stock_policy
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.migrations.migrate import upgrade_database
from app.organisation.operations import create_till, save_setting
from app.organisation.tables import store
from app.runtime.run import Runtime
from app.stations.joining import fill_till
from app.stations.registry import join_station, register_station
from tests.crash.stations.place import Board, Place
from tests.factories.shop import Shop, make_shop
from tests.factories.wholesale import make_wholesale

PEPPER: Final = b"p" * 32
PLENTY: Final = (
    "COFFEE",
    "MILK",
    "STAMP",
)  # tills sell what there is or not: what is promised must be covered


def make_server(url: str) -> None:
    """Schema and settings, as `server init` makes them."""
    engine = create_app_engine(url)
    upgrade_database(engine)
    with engine.begin() as connection:
        apply_settings(connection)
    engine.dispose()


def factory_of(url: str) -> UnitOfWorkFactory:
    """Transactions as the owner, by the machine's clock."""
    bus = EventBus(on_error=lambda _event, _error: None)
    return UnitOfWorkFactory(create_app_engine(url), bus, read_engine=create_app_engine(url, readonly=True))


def make_place(
    folder: Path, url: str, template: Path, ports: Sequence[int], *, tills: int, **more: Any
) -> Place:
    """Build the shop in the server's empty database and its tills' files.

    Args:
        folder: of the tills' files and the histories.
        url: of the database, as its owner, for the program's own engine.
        template: an empty, migrated SQLite file.
        ports: of the links by station, the tills' first; without any all go straight to the server.
        tills: how many have books of their own; the rest are office stations.
        more: fields of the place.
    """
    count = len(ports)
    codes = tuple(f"T{n + 1:02d}" if n < tills else f"O{n - tills + 1:02d}" for n in range(count))
    make_server(url)
    factory = factory_of(url)
    shop = make_shop(factory)
    trade = make_wholesale(shop)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        for code in codes:
            if code not in shop.tills:
                store_id = uow.connection.execute(store.select()).first().id  # type: ignore[union-attr]
                shop.tills[code] = create_till(
                    uow, store_id=store_id, code=code, name=code, price_list_id=shop.price_list_id,
                    default_float_minor=20000, difference_limit_minor=500, drawer_limit_minor=10_000_000,
                )  # fmt: skip
        place_id = create_location_row(uow, code="STORE", name="Store", kind="internal")
        uow.connection.execute(
            insert(stock_policy),
            {
                "product_id": shop.products["WINE"], "costing": "average", "standard_micro": None,
                "by_lot": False, "serials": "none", "negative": "block",
            },
        )  # fmt: skip
        lines = [ReceivedLine(shop.products[sku], 1_000_000_000, 50) for sku in PLENTY]
        save_setting(uow, name="offline.account_limit", value=10_000_000)
        receive_goods(uow, uuid="opening", location_id=trade.location_id, lines=lines, reference="opening")
    roles = _join(folder, url, template, shop, codes[:tills])
    for code in codes[tills:]:
        shop.open_shift(code, by="manager")
    factory.dispose()
    urls = tuple(
        _through(url, port, roles.get(code, "postgres")) for code, port in zip(codes, ports, strict=True)
    )
    return Place(
        folder, codes, tills, urls, dict(shop.tills), dict(shop.users), dict(shop.products), dict(shop.items),
        dict(shop.parties), trade.location_id, place_id, shop.price_list_id, Board(count), **more,
    )  # fmt: skip


def _join(folder: Path, url: str, template: Path, shop: Shop, codes: Sequence[str]) -> dict[str, str]:
    """Each till registered, joined by its role and filled; returns the roles."""
    roles = {}
    for code in codes:
        invitation = shop.runtime.run(register_station, actor=SYSTEM_ACTOR, till_code=code, pepper=PEPPER)
        roles[code] = invitation.role
        path = folder / f"{code}.db"
        shutil.copyfile(template, path)
        there, here = factory_of(_as(url, invitation.role)), factory_of(f"sqlite:///{path}")
        server, till = Runtime(there), Runtime(here)
        joined = server.run(join_station, actor=SYSTEM_ACTOR, till_code=code, code=invitation.code)
        fill_till(till, server, joined)
        there.dispose()
        here.dispose()
    return roles


def _as(url: str, role: str) -> str:
    return url.replace("://postgres@", f"://{role}@")


def _through(url: str, port: int, role: str) -> str:
    """The same database, by a role, through a link; straight where the link's port is 0."""
    if not port:
        return _as(url, role)
    head, _, _query = _as(url, role).partition("?")
    return head.replace("@/", f"@127.0.0.1:{port}/")
