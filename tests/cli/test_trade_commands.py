"""The commands of orders, picking, invoices, payments and stock, on both databases."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.fulfilment.operations.picking import create_pick_list
from app.inventory.queries import on_hand
from app.mailing.queries import list_messages
from app.mailing.settings import MailSettings, save_mail_settings
from app.orders.queries import list_orders
from app.receivables.queries import owed_minor
from app.reporting.verify import verify_database
from cli.main import main
from tests.cli.conftest import Done
from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale

Takings = Callable[..., Done]
FILE = (
    "order,email,name,street,postcode,city,country,paid,sku,quantity,price\n"
    "W-1,ann@example.com,Ann Smith,Quay 1,20095,Hamburg,DE,yes,COFFEE,2,12.90\n"
    "W-2,ann@example.com,Ann Smith,Quay 1,20095,Hamburg,DE,yes,NOWHERE,2,12.90\n"
)
UNKNOWN = "There is no product “NOWHERE”. Enter it in the catalogue, or correct the number."


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """A wholesaler's shop."""
    return make_wholesale(shop)


@pytest.fixture
def takings(
    trade: Wholesale, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Takings:
    """The program on that shop, in this process."""
    place = ["--data-dir", str(tmp_path / "data"), "--database", database_url, "--log-level", "error"]

    def call(*arguments: str | Path) -> Done:
        trade.shop.runtime.factory.close_thread()
        capsys.readouterr()
        code = main([*place, *(str(a) for a in arguments)])
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return call


def test_orders_come_in_once_and_what_was_left_out_is_told(
    takings: Takings, trade: Wholesale, tmp_path: Path
):
    path = tmp_path / "export.csv"
    path.write_text(FILE, encoding="utf-8")
    first = takings("orders", "import", path)
    assert first.code == 1
    assert first.out.splitlines() == [
        "New: 1 (on hold: 0; new customers: 1). Known: 0. Cancelled outside: 0. Left out: 1.",
        f"  line 3, order W-2: {UNKNOWN}",
    ]
    again = takings("orders", "import", path, "--profile", "csv", "--json")
    assert again.code == 1
    assert (again.json["new"], again.json["known"], again.json["left_out"]) == ([], 1, 1)
    assert again.json["errors"][0]["line"] == 3
    assert len(trade.ask(list_orders)) == 1
    path.write_text("\n".join(FILE.splitlines()[:2]), encoding="utf-8")
    assert takings("orders", "import", path).code == 0


def test_a_shared_folder_brings_orders_in_and_gives_stock_and_prices_back(
    takings: Takings, trade: Wholesale, tmp_path: Path
):
    folder = tmp_path / "webshop"
    assert takings("orders", "sync", folder).err.startswith(f"The folder {folder} cannot be used")
    (folder / "orders").mkdir(parents=True)
    (folder / "orders" / "b.csv").write_text("nothing,known\n1,2\n", encoding="utf-8")
    (folder / "orders" / "c.csv.part").write_text("half", encoding="utf-8")
    head = (
        "Name,Email,Currency,Billing Name,Billing Street,Billing Zip,Billing City,Billing Country,"
        "Financial Status,Lineitem sku,Lineitem quantity,Lineitem price"
    )
    line = "#1001,ann@example.com,EUR,Ann Smith,Quay 1,20095,Hamburg,DE,paid,COFFEE,2,12.90"
    (folder / "orders" / "a.csv").write_text(f"{head}\n{line}\n", encoding="utf-8")

    def stock() -> int:
        goods = csv.DictReader(
            (folder / "stock-and-prices.csv").read_text(encoding="utf-8").splitlines(), strict=True
        )
        return next(int(x["Variant Inventory Qty"]) for x in goods if x["Variant SKU"] == "COFFEE")

    takings("stock", "export", folder / "stock-and-prices.csv", "--profile", "shopify")
    before = stock()
    assert takings("orders", "sync", folder, "--profile", "amazon").code == 1
    assert (folder / "orders" / "a.csv").exists()
    done = takings("orders", "sync", folder, "--profile", "shopify", "--json")
    assert done.code == 1
    assert [(x["name"], x["new"], x["refused"] is None) for x in done.json["files"]] == [
        ("a.csv", 1, True), ("b.csv", 0, False),
    ]  # fmt: skip
    assert stock() == before - 2
    assert [p.name for p in (folder / "orders").iterdir()] == ["c.csv.part"]
    assert [p.name[-5:] for kind in ("done", "refused") for p in (folder / kind).iterdir()] == [
        "a.csv", "b.csv",
    ]  # fmt: skip
    (folder / "orders" / "a.csv").write_text(f"{head}\n{line}\n", encoding="utf-8")
    again = takings("orders", "sync", folder, "--profile", "shopify", "--json")
    assert (again.code, again.json["files"][0]["known"]) == (0, 1)
    assert len(trade.ask(list_orders)) == 1


def test_a_file_that_cannot_be_taken_is_refused_in_one_sentence(takings: Takings, tmp_path: Path):
    path = tmp_path / "bad.csv"
    path.write_text("order,price\n1,2\n", encoding="utf-8")
    bad = takings("orders", "import", path)
    assert (bad.code, bad.out) == (1, "")
    assert bad.err == (
        "bad.csv has no column for: sku, quantity. The profile csv looks for “order”, “sku”, “quantity”.\n"
    )
    gone = takings("orders", "import", tmp_path / "gone.csv", "--json")
    assert (gone.code, gone.json["error"]) == (1, "FileMissingError")
    other = takings("orders", "import", path, "--profile", "amazon")
    assert "There is no profile amazon for orders" in other.err


def test_an_order_is_listed_picked_billed_paid_and_sent(takings: Takings, trade: Wholesale):
    order = trade.order(("COFFEE", 2))
    listed = takings("orders", "list", "--stage", "to_pick")
    assert listed.out.split() == [
        "O-2026-000001", "confirmed", "to_pick", "Unlimited", "Ltd", "23.80", "EUR",
    ]  # fmt: skip
    assert takings("orders", "list", "--stage", "done").out == "There are no such orders.\n"
    assert takings("orders", "list", "--text", "unlim", "--json").json["count"] == 1
    trade.run(create_pick_list, uuid=str(uuid4()), order_ids=[order.order_id])
    assert takings("pick", "list").out.splitlines() == [
        "P-000001  open  0 of 1  O-2026-000001", "Open lists: 1. Orders to pick: 1.",
    ]  # fmt: skip
    told = takings("pick", "list", "--json").json
    assert (told["open"], told["pick_lists"][0]["orders"]) == (1, ["O-2026-000001"])


def test_an_invoice_is_posted_once_paid_by_number_and_sent(
    takings: Takings, trade: Wholesale, tmp_path: Path
):
    order = trade.order(("COFFEE", 2))
    assert "nothing to" in takings("invoice", "post", "O-2026-000001").err.lower()
    trade.ship_all(order.order_id)
    posted = takings("invoice", "post", "o-2026-000001")
    assert posted.out == "INV-2026-000001 is posted: 23.80 EUR for Unlimited Ltd.\n"
    assert takings("invoice", "post", "O-2026-000001").code == 1
    assert takings("invoice", "post", "O-2026-000009").err.startswith("There is no order O-2026-000009.")
    pay = ("payments", "record", "C0001", "30.00", "--invoice", "INV-2026-000001", "--key", "bank-77")
    paid = takings(*pay)
    assert paid.out == "R-2026-000001: 30.00 EUR from Unlimited Ltd, 6.20 EUR not applied.\n"
    assert takings(*pay, "--json").json["again"]
    twice = takings(*pay[:-1], "bank-78")
    assert (twice.code, "is paid already" in twice.err) == (1, True)
    assert trade.ask(owed_minor, party_id=trade.shop.parties["Unlimited Ltd"]) == -620
    assert trade.head_of(order.order_id).status == "closed"
    nobody = takings("invoice", "send", "INV-2026-000001")
    assert (nobody.code, nobody.err) == (
        1, "No e-mail address is known for Unlimited Ltd. Say it with --to.\n",
    )  # fmt: skip
    to = ("invoice", "send", "INV-2026-000001", "--to", "ann@example.com")
    assert takings(*to).err == "E-mail is not set up. Enter the mail server in Settings, E-mail.\n"
    settings = MailSettings(host="mail.example.com", sender_address="shop@example.com")
    trade.run(save_mail_settings, settings=settings)
    sent = takings(*to, "--json")
    assert sent.code == 0, sent
    assert sent.json["to"] == "ann@example.com"
    assert len(trade.ask(list_messages)) == 1
    assert takings("invoice", "pdf", "INV-2026-000001", tmp_path / "a.pdf").code == 0
    assert [r.sentence for r in trade.ask(verify_database) if not r.holds] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("C0099", "1.00"), "There is no customer C0099"),
        (("C0001", "ten"), "“ten” is no amount"),
        (("C0001", "1.234"), "“1.234” is no amount"),
        (("C0001", "0"), "must be more than 0"),
        (("C0001", "1.00", "--invoice", "INV-2026-000009"), "There is no invoice"),
        (("C0001", "1.00", "--on", "2099-03-03"), "cannot be dated 2099-03-03"),
    ],
)
def test_a_payment_that_cannot_be_is_refused(takings: Takings, arguments: tuple[str, ...], told: str):
    done = takings("payments", "record", *arguments)
    assert done.code == 1
    assert told in done.err


def test_stock_is_listed_and_counted(takings: Takings, trade: Wholesale):
    trade.order(("COFFEE", 3))
    listed = takings("stock", "list", "--text", "coffee")
    assert listed.out.splitlines()[1].split() == [
        "COFFEE",
        "Coffee",
        "beans",
        "1",
        "kg",
        "100",
        "3",
        "97",
        "0",
    ]
    told: dict[str, Any] = takings("stock", "list", "--json").json
    assert told["stock"][0].keys() >= {"sku", "on_hand_milli", "available_milli"}
    counted = takings("stock", "count", "COFFEE=98", "APPLE=100.5", "MILK=100")
    assert counted.out.splitlines() == [
        "SC-000001 is posted: 3 goods counted.", "  COFFEE: -2", "  APPLE: +0.5",
    ]  # fmt: skip
    place = trade.location_id
    assert trade.ask(on_hand, product_id=trade.shop.products["COFFEE"], location_id=place) == 98_000
    assert [r.sentence for r in trade.ask(verify_database) if not r.holds] == []


def test_stock_and_prices_go_back_into_a_file_for_the_shop(
    takings: Takings, trade: Wholesale, tmp_path: Path
):
    trade.order(("COFFEE", 3))
    path = tmp_path / "shop.csv"
    done = takings("stock", "export", path, "--profile", "shopify")
    assert (done.code, done.out) == (0, f"Stock and prices of 6 goods are written to {path}.\n")
    rows = path.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "Variant SKU,Variant Barcode,Variant Inventory Qty,Variant Price"
    # what is promised is not for sale there; a service has no stock
    assert "COFFEE,400000000015,97,12.90" in rows
    assert "WRAP,,,2.00" in rows
    plain = takings("stock", "export", path, "--price-list", "trade", "--json")
    assert plain.json == {"file": str(path), "profile": "csv", "count": 5}
    assert "APPLE" in path.read_text(encoding="utf-8")
    nowhere = takings("stock", "export", tmp_path / "no" / "shop.csv")
    assert (nowhere.code, "cannot be written" in nowhere.err) == (1, True)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("COFFEE",), "“COFFEE” says no count"),
        (("COFFEE=many",), "“COFFEE=many” says no count"),
        (("COFFEE=-1",), "“COFFEE=-1” says no count"),
        (("COFFEE=1", "NOWHERE=2"), "There are no goods NOWHERE"),
        (("COFFEE=1", "--location", "MOON"), "There is no place MOON with stock. Places: SHOP."),
    ],
)
def test_a_count_that_cannot_be_is_refused_and_nothing_is_booked(
    takings: Takings, trade: Wholesale, arguments: tuple[str, ...], told: str
):
    done = takings("stock", "count", *arguments, "--json")
    assert (done.code, json.loads(done.out)["exit_code"]) == (1, 1)
    assert told in done.json["message"]
    place = trade.location_id
    assert trade.ask(on_hand, product_id=trade.shop.products["COFFEE"], location_id=place) == 100_000
