"""A shop in which every text is hostile: what it sells, prints, labels, exports, finds and archives."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest

from app.accounting.charts import chart_csv, list_chart, parse_chart
from app.accounting.exports import export_csv, export_datev, export_saft
from app.catalog.barcodes import parse_scan
from app.catalog.operations.products import quick_create
from app.catalog.price_files import price_file
from app.catalog.search import find_product_ids
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.documents.build import receipt_of_sale
from app.documents.labels import GoodsLabelWish, build_goods_labels
from app.inventory.operations import SALES_FLOOR
from app.kernel.events import EventBus
from app.kernel.refusal import Refusal
from app.kernel.text import clean, words
from app.parties.operations import create_customer
from app.parties.queries import search_customers
from app.parties.rules import CustomerDetails
from app.personal.exporting import export_customer
from app.reporting.verify import verify_database
from app.till.cart import CartCustomer
from app.till.lookup import find_sellable
from app.till.queries import get_sale
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.zpl_format import ZplFormat
from tests.attack.catalogue.records import RECORDS
from tests.attack.hostile.payloads import HARMLESS, PAYLOADS, some
from tests.attack.hostile.test_devices import commands
from tests.attack.hostile.test_einvoices import tags
from tests.attack.hostile.test_files import FORMULA, cells_of
from tests.conftest import SteadyClock
from tests.factories.shop import TODAY, Shop, make_shop

_PERIOD = {"since": TODAY, "until": TODAY + timedelta(days=1)}
_EVERY = 24  # one payload in so many; others in the other tests


@pytest.fixture
def small(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Iterator[Shop]:
    """In a SQLite file, its shift open."""
    read_engine = create_app_engine(sqlite_url, readonly=True)
    factory = UnitOfWorkFactory(create_app_engine(sqlite_url), bus, read_engine=read_engine, clock=clock)
    yield make_shop(factory)
    factory.dispose()


def _goods(shop: Shop, text: str, code: str) -> Any:
    shop.runtime.run(
        quick_create, actor=shop.actor("manager"), name=text, code=code, price_minor=100,
        category_id=shop.category_id, price_list_id=shop.price_list_id,
    )  # fmt: skip
    return shop.runtime.ask(
        find_sellable, scan=parse_scan(code), price_list_id=shop.price_list_id,
        location_id=shop.locations[SALES_FLOOR], on=TODAY,
    )  # fmt: skip


def _receipt(shop: Shop, shift_id: int, text: str, code: str) -> tuple[bytes, int, int]:
    """The bytes of the receipt of a sale of it to a customer of that name; the goods and the customer."""
    sellable = _goods(shop, text, code)
    details = CustomerDetails(name=text, street=text[:40], note=text)
    party = shop.runtime.run(
        create_customer, actor=shop.actor("manager"), details=details, accept_duplicate=True
    )
    party_id = int(party.id)
    cart = replace(shop.cart(), lines=()).add(sellable, cashier_id=shop.users["cashier"])
    cart = cart.set_line_note(cart.lines[0].line_id, clean(text)).set_note(clean(text))
    cart = cart.set_customer(CartCustomer(party_id, clean(text)))
    sold = shop.sell(cart, shift_id)
    with shop.runtime.factory.read() as connection:
        paper = receipt_of_sale(connection, get_sale(connection, sale_id=sold.sale_id))
    return EscposFormat().job(paper), sellable.product_id, party_id


def _files(shop: Shop) -> Iterator[tuple[str, bytes]]:
    yield "prices", shop.runtime.ask(price_file, price_list_id=shop.price_list_id)
    yield "chart", chart_csv(shop.runtime.ask(list_chart)).encode()
    yield "journal", shop.runtime.ask(export_csv, **_PERIOD).content
    yield "datev", shop.runtime.ask(export_datev, **_PERIOD).content.decode("cp1252").encode()


def _formulas(content: bytes) -> list[str]:
    """Cells that are reckoned and are no number."""
    return [x for x in cells_of(content) if FORMULA.match(x) and not x[1:].replace(".", "").isdigit()]


def _fill(shop: Shop, text: str) -> int:
    """The text into every field of the catalogue's records; how many took it."""
    taken = 0
    for field in RECORDS.values():
        try:
            field.work(shop, text)
        except Refusal:
            continue
        taken += 1
    return taken


def test_a_shop_full_of_hostile_texts_lets_none_of_them_out_alive(small: Shop) -> None:
    shift_id = small.open_shift()
    wanted = commands(_receipt(small, shift_id, HARMLESS, "SKU-0")[0])
    taken = 0
    for number, (name, text) in enumerate(some(_EVERY, 8), start=1):
        if not clean(text):
            continue
        taken += _fill(small, text)
        sent, product_id, party_id = _receipt(small, shift_id, text, f"SKU-{number}")
        assert not commands(sent) - wanted, name
        with small.runtime.factory.read() as connection:
            label = ZplFormat().labels(build_goods_labels(connection, [GoodsLabelWish(product_id)], "en"))
        assert label.count(b"^XA") == label.count(b"^XZ") == 1, name
        for what, content in _files(small):
            assert not _formulas(content), (name, what, _formulas(content)[:3])
        tags(small.runtime.ask(export_saft, **_PERIOD).content)
        _found(small, text, product_id, name)
        with ZipFile(BytesIO(small.runtime.ask(export_customer, party_id=party_id))) as archive:
            assert not [x for x in archive.namelist() if ".." in x or x.startswith("/")], name
    assert taken > len(RECORDS)
    with small.runtime.factory.read() as connection:
        assert [x.name for x in verify_database(connection) if not x.holds] == []


def _found(shop: Shop, text: str, product_id: int, name: str) -> None:
    """A search for the text is no error, and finds the goods of that name."""
    found = shop.runtime.ask(find_product_ids, text=text, limit=50)
    shop.runtime.ask(search_customers, text=text)
    if words(text):
        assert product_id in found, name


def test_a_chart_with_a_hostile_name_is_read_as_it_was_written(small: Shop) -> None:
    for name, text in some(1):
        said = clean(text)
        if not said:
            continue
        account = replace(small.runtime.ask(list_chart)[0], name=said[:60].strip())
        (read,) = parse_chart(chart_csv([account]))
        assert read.name == account.name, name
        (row,) = list(csv.reader(StringIO(chart_csv([account])), delimiter=";"))[1:]
        assert not FORMULA.match(row[1]), name


def test_every_payload_is_a_text_of_its_own() -> None:
    assert len(set(PAYLOADS.values())) == len(PAYLOADS) >= 40
