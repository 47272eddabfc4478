"""Every hostile file of the catalogue at every reader of files: read, or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import pytest

from app.accounting.charts import parse_chart
from app.archive.checking import check_archive
from app.banking.reading.read import read_statements
from app.banking.reading.texts import decode
from app.catalog.importing.run import import_products, preview_import
from app.catalog.price_files import read_price_file
from app.catalog.variant_files import read_variants
from app.collections.importing.profiles import read_invoices
from app.db.backup import inspect_backup
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.einvoice.reader import read_einvoice
from app.kernel.events import EventBus
from app.orders.imports.reading import read_orders
from tests.attack.catalogue.cases import Payload, Tally, payloads
from tests.attack.catalogue.files import FILES
from tests.attack.catalogue.records import RECORDS, rows
from tests.conftest import SteadyClock
from tests.factories.shop import Shop, make_shop

Read = Callable[[Shop, Path], Any]


def _chart(_shop: Shop, path: Path) -> Any:
    return parse_chart(decode(path.read_bytes()))


def _prices(shop: Shop, path: Path) -> Any:
    return shop.runtime.ask(read_price_file, path=path, price_list_id=shop.price_list_id)


def _import(shop: Shop, path: Path) -> Any:
    return import_products(shop.runtime, actor=shop.actor("manager"), path=path)


# the readers of tables are given every file; an archive is read by its two only
TABLES: Final[Mapping[str, Read]] = MappingProxyType(
    {
        "goods looked at": lambda s, p: preview_import(s.runtime, path=p),
        "prices": _prices,
        "variants": lambda _s, p: read_variants(p, currency="EUR"),
        "orders": lambda _s, p: read_orders(p, profile=None, currency="EUR"),
        "invoices of another program": lambda _s, p: read_invoices(p, digits=2),
        "chart of accounts": _chart,
        "bank statement": lambda _s, p: read_statements(p.read_bytes()),
        "e-invoice": lambda _s, p: read_einvoice(p.read_bytes(), name=p.name),
    }
)
ARCHIVES: Final[Mapping[str, Read]] = MappingProxyType(
    {
        "backup": lambda _s, p: inspect_backup(p, known_revisions=frozenset({"0001"})),
        "signed archive": lambda _s, p: check_archive(p),
    }
)
# what only one reader is made for: another may not even know that it is wrong
_OWN: Final = {"header_only": {"goods looked at", "bank statement", "e-invoice", "orders"}}
_NO_JUDGE: Final = frozenset({"chart of accounts", "variants", "prices"})  # they judge line by line


@pytest.fixture
def small_shop(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Shop]:
    """A shop on one database: what is tried here ends before a database is asked."""
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock)
    yield make_shop(factory)
    factory.dispose()


def _written(payload: Payload, folder: Path) -> Path:
    name = str(payload.raw["file"])
    path = folder / f"{name}.csv"
    path.unlink(missing_ok=True)
    if name != "missing":
        path.write_bytes(FILES[name]())
    return path


def _is_whole(given: Any) -> bool:
    """Whether what was read claims to be right: no fault, no line left out."""
    told = given if isinstance(given, list) else [given]
    return not any(getattr(one, "faults", ()) for one in told)


def _judge(case: str, payload: Payload, reader: str, given: Any, tally: Tally) -> None:
    name = str(payload.raw["file"])
    own = _OWN.get(name)
    if payload.of.expected == "either" or reader in _NO_JUDGE or (own is not None and reader not in own):
        return
    if payload.of.expected == "refused" and _is_whole(given):
        tally.add(f"{case}: was taken: {str(given)[:120]}")
    if payload.of.expected == "fault" and _is_whole(given):
        tally.add(f"{case}: nothing was found wrong: {str(given)[:120]}")


@pytest.mark.parametrize(("where", "readers"), [("file", TABLES), ("archive", ARCHIVES)])
def test_a_hostile_file_is_read_or_refused_in_a_sentence(
    small_shop: Shop, tmp_path: Path, where: str, readers: Mapping[str, Read]
) -> None:
    tally = Tally()
    for payload in payloads(where):
        path = _written(payload, tmp_path)
        for reader, read in readers.items():
            case = f"{reader}, {payload.name} ({payload.raw['file']})"
            if not path.exists() and reader in ("bank statement", "e-invoice", "chart of accounts"):
                continue  # they are given bytes
            taken, given = tally.refusing(case, partial(read, small_shop, path), size=10**6)
            if taken:
                _judge(case, payload, reader, given, tally)
    tally.check()
    assert list(tmp_path.rglob("evil")) == []


def test_a_file_of_goods_that_is_refused_leaves_nothing_behind(shop: Shop, tmp_path: Path) -> None:
    tally = Tally()
    for name in ("open_quote", "nuls_only", "torn_workbook", "gzip_cut", "header_only", "old_excel", "empty"):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(FILES[name]())
        before = rows(shop, RECORDS["name of goods"])
        taken, _given = tally.refusing(name, partial(_import, shop, path))
        assert not taken, name
        assert rows(shop, RECORDS["name of goods"]) == before, name
    tally.check()


def test_every_file_of_the_catalogue_is_used_and_made() -> None:
    used = {str(p.raw["file"]) for where in ("file", "archive") for p in payloads(where)}
    assert used == set(FILES)
