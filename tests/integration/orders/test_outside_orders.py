"""Orders from outside come in once, to whom they belong, and are left out as a whole or not at all."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from app.db.errors import DuplicateError
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.orders.imports.refusals import NoSuchImportListError
from app.orders.imports.run import ImportedOrders, import_orders
from app.orders.imports.tables import outside_order
from app.orders.queries import get_order, list_orders
from app.orders.states import OrderStatus
from app.parties.queries import find_customer, search_customers
from app.parties.tables import party
from app.receivables.queries import list_unapplied
from app.reporting.verify import verify_database
from app.terms.queries import list_addresses
from tests.factories.wholesale import Wholesale

PLAIN = "order,email,name,street,postcode,city,country,paid,shipping,discount,total,sku,quantity,price"
MAIL = "shop@limited.example"


def take_in(
    trade: Wholesale, folder: Path, *rows: str, name: str = "orders.csv", **more: Any
) -> ImportedOrders:
    path = folder / name
    path.write_text("\n".join((PLAIN, *rows)) + "\n", encoding="utf-8")
    return import_orders(trade.shop.runtime, **{"actor": SYSTEM_ACTOR, "path": path, **more})


def test_a_paid_order_of_a_new_customer_is_confirmed_and_comes_in_once(
    trade: Wholesale, tmp_path: Path
) -> None:
    row = "W-1,ann@example.com,Ann Smith,Quay 1,20095,Hamburg,DE,yes,4.90,1.00,29.70,COFFEE,2,12.90"
    found = take_in(trade, tmp_path, row)
    assert (found.errors, found.new_customers, found.known, found.off) == ([], 1, 0, [])
    (made,) = found.new
    assert (made.status, made.holds, made.gross_minor, made.paid_minor) == (
        OrderStatus.CONFIRMED, (), 2970, 2970,
    )  # fmt: skip
    order = trade.ask(get_order, order_id=made.order_id)
    assert order.row.customer_reference == "csv W-1"
    assert [(x.name, x.quantity_milli, x.unit_price_minor) for x in order.lines] == [
        ("Coffee beans 1 kg", 2000, 1240), ("Delivery", 1000, 490),
    ]  # fmt: skip
    (credit,) = trade.ask(list_unapplied, party_id=order.row.party_id)
    assert credit.open_minor == -2970
    again = take_in(trade, tmp_path, row, name="again.csv")
    assert (again.new, again.known, again.errors) == ([], 1, [])
    assert len(trade.ask(list_orders)) == 1
    assert [r.sentence for r in trade.ask(verify_database) if not r.holds] == []


def test_customers_are_known_by_number_mail_and_name_and_nothing_that_speaks_against_it(
    trade: Wholesale, tmp_path: Path
) -> None:
    limited = trade.shop.parties["Limited Ltd"]
    with trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(party.update().where(party.c.id == limited).values(email=MAIL.title()))
    rows = [
        "1,shop@limited.example,Somebody Else,,,,,,,,,COFFEE,1,9.90",
        "2,,unlimited LTD,,20095,,,,,,,COFFEE,1,9.90",
        "3,other@example.com,Limited Ltd,,,,,,,,,COFFEE,1,9.90",
        "4,,Unlimited Ltd,,99999,,,,,,,COFFEE,1,9.90",
    ]
    result = take_in(trade, tmp_path, *rows)
    assert result.errors == []
    owners = [trade.ask(get_order, order_id=x.order_id).row.party_name for x in result.new]
    assert owners == ["Limited Ltd", "Unlimited Ltd", "Limited Ltd", "Unlimited Ltd"]
    assert [x.new_customer for x in result.new] == [False, False, True, True]
    assert len(trade.ask(search_customers, text="Unlimited")) == 2


def test_a_new_customer_who_has_not_paid_waits_for_a_release(trade: Wholesale, tmp_path: Path) -> None:
    row = "1,new@example.com,New One,Quay 1,20095,Hamburg,DE,,,,,COFFEE,1,9.90"
    (made,) = take_in(trade, tmp_path, row).new
    assert (made.status, made.holds) == (OrderStatus.ON_HOLD, ("no_credit",))
    draft = take_in(trade, tmp_path, row.replace("1,", "2,", 1), confirm=False)
    assert [(x.status, x.number) for x in draft.new] == [(OrderStatus.DRAFT, None)]


def test_an_order_with_a_bad_line_is_left_out_whole_and_the_others_are_taken(
    trade: Wholesale, tmp_path: Path
) -> None:
    found = take_in(
        trade, tmp_path,
        "1,a@example.com,Ann One,Quay 1,20095,Hamburg,DE,,,,,COFFEE,1,9.90",
        "1,a@example.com,Ann One,Quay 1,20095,Hamburg,DE,,,,,NOWHERE,1,9.90",
        "2,b@example.com,Bob Two,Quay 1,20095,Hamburg,DE,,,,,00400000000022,2,1.19",
        "3,,,,,,,,,,,COFFEE,1,9.90",
        "4,no address,Carl Four,,,,,,,,,COFFEE,1,9.90",
        "5,d@example.com,Dora Five,Quay 1,20095,Hamburg,DE,,,99.00,,COFFEE,1,9.90",
    )  # fmt: skip
    assert [x.reference for x in found.new] == ["2"]  # milk, by its barcode
    assert [(e.line, e.reference) for e in found.errors] == [(2, "1"), (5, "3"), (6, "4"), (7, "5")]
    told = " ".join(e.text for e in found.errors)
    for words in ("no product “NOWHERE”", "neither a name nor", "no e-mail address", "more than its goods"):
        assert words in told
    # nothing of what was left out is kept
    assert trade.ask(search_customers, text="Ann One") == []


def test_what_comes_to_something_else_here_is_told(trade: Wholesale, tmp_path: Path) -> None:
    row = "1,a@example.com,Ann One,Quay 1,20095,Hamburg,DE,yes,,,10.00,COFFEE,1,9.90"
    found = take_in(trade, tmp_path, row)
    assert [(x.reference, x.off_minor, x.paid_minor) for x in found.off] == [("1", -10, 1000)]


def test_goods_go_where_the_file_says_and_an_address_is_kept_once(trade: Wholesale, tmp_path: Path) -> None:
    head = "order,customer number,ship name,ship street,ship postcode,ship city,ship country,sku,quantity"
    path = tmp_path / "ship.csv"
    row = "C0001,Bob,Lane 2,24103,Kiel,DE,COFFEE,1"
    path.write_text(f"{head}\n1,{row}\n2,{row}\n", encoding="utf-8")
    found = import_orders(trade.shop.runtime, actor=SYSTEM_ACTOR, path=path, price_list="trade")
    assert found.errors == []
    customer = trade.ask(find_customer, number="C0001")
    assert customer is not None
    (address,) = trade.ask(list_addresses, party_id=customer.id)
    assert (address.name, address.city) == ("Bob", "Kiel")
    orders = [trade.ask(get_order, order_id=x.order_id) for x in found.new]
    assert {o.delivery_address_id for o in orders} == {address.id}
    # no price in the file: the price list's, here without tax
    assert [o.lines[0].unit_price_minor for o in orders] == [1000, 1000]
    with pytest.raises(NoSuchImportListError, match="no price list nowhere"):
        import_orders(trade.shop.runtime, actor=SYSTEM_ACTOR, path=path, price_list="nowhere")


def test_an_order_in_another_currency_is_left_out(trade: Wholesale, tmp_path: Path) -> None:
    path = tmp_path / "usd.csv"
    path.write_text("order,email,currency,sku,quantity,price\n1,a@b.example,USD,COFFEE,1,9.90\n")
    found = import_orders(trade.shop.runtime, actor=SYSTEM_ACTOR, path=path)
    assert [e.text for e in found.errors] == [
        "It is in USD, but the price list is in EUR. Choose a price list in USD."
    ]


def test_two_stations_with_the_same_file_take_an_order_in_once(trade: Wholesale, tmp_path: Path) -> None:
    row = "1,a@example.com,Ann One,Quay 1,20095,Hamburg,DE,yes,,,,COFFEE,1,9.90"
    ends: list[ImportedOrders] = []
    start = threading.Barrier(2)

    def station(number: int) -> None:
        start.wait()
        ends.append(take_in(trade, tmp_path, row, name=f"{number}.csv"))
        trade.shop.runtime.factory.close_thread()

    stations = [threading.Thread(target=station, args=(n,)) for n in range(2)]
    for each in stations:
        each.start()
    for each in stations:
        each.join()
    assert sorted((len(x.new), x.known, len(x.errors)) for x in ends) == [(0, 1, 0), (1, 0, 0)]
    with trade.shop.runtime.factory.read() as connection:
        assert connection.execute(select(func.count()).select_from(outside_order)).scalar_one() == 1


def test_the_database_itself_keeps_a_reference_once(trade: Wholesale) -> None:
    made = trade.draft(("COFFEE", 1))
    row = {"profile": "csv", "reference": "1", "order_id": made.order_id, "file_name": "x"}
    with (
        pytest.raises(DuplicateError),
        trade.shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow,
    ):
        for _ in range(2):
            uow.connection.execute(insert(outside_order), {**row, "at": uow.now})


def test_who_may_not_write_orders_imports_none(trade: Wholesale, tmp_path: Path) -> None:
    row = "1,a@example.com,Ann One,Quay 1,20095,Hamburg,DE,,,,,COFFEE,1,9.90"
    with pytest.raises(PermissionNeededError):
        take_in(trade, tmp_path, row, actor=trade.shop.actor("cashier"))
    assert trade.ask(list_orders) == []
