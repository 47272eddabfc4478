"""Orders of a web shop taken in on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel.permission import Permission
from app.orders.queries import list_orders
from app.orders.states import OrderStatus
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.orders.import_orders import ImportOrdersButton, ImportOrdersPanel
from ui.orders.orders_section import OrdersSection

FILE = (
    "Name,Email,Financial Status,Currency,Shipping,Total,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem sku,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country\n"
    "#1001,ann@example.com,paid,EUR,4.90,30.70,2026-03-01 10:00:00 +0100,2,Coffee,12.90,COFFEE,"
    "Ann Smith,Quay 1,Hamburg,20095,DE\n"
    "#1002,bob@example.com,pending,EUR,0,12.90,2026-03-01 10:00:00 +0100,1,Coffee,12.90,COFFEE,"
    "Bob Jones,Quay 2,Hamburg,20095,DE\n"
    "#1003,eve@example.com,paid,EUR,0,9.00,31/02/2026,1,Ghost,9.00,GHOST,Eve Moss,Quay 3,Hamburg,20095,DE\n"
)


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def opened(office: OfficeDriver) -> ImportOrdersPanel:
    """The panel, by the button over the list."""
    section = office.go("orders")
    assert isinstance(section, OrdersSection)
    office.tap(section.findChild(ImportOrdersButton))
    return office.panel(ImportOrdersPanel)


def test_an_export_is_taken_in_and_each_order_told(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(FILE, encoding="utf-8")
    panel = opened(desk)
    assert not panel.start.isEnabled()
    panel.open_file(path)
    desk.tap(panel.start)
    assert panel.summary.text() == (
        "New: 2, on hold: 1, new customers: 2, known before: 0, cancelled outside: 0, left out: 1"
    )
    rows = [panel.table.row(n).cells for n in range(panel.table.count())]
    assert [row[:2] for row in rows] == [
        ("#1003", "left out"), ("#1001", "confirmed"), ("#1002", "on hold"),
    ]  # fmt: skip
    assert rows[0][3] == "Line 4: “31/02/2026” is no date. Write it as 2026-02-28."
    assert panel.told.text() == rows[0][3]  # whole, however narrow the column is
    assert rows[1][4] == "€30.70"
    found = trade.ask(list_orders)
    assert {x.status for x in found} == {OrderStatus.CONFIRMED, OrderStatus.ON_HOLD}
    # the same file again does nothing
    panel.open_file(path)
    desk.tap(panel.start)
    assert "New: 0," in panel.summary.text()
    assert "known before: 2," in panel.summary.text()
    assert len(trade.ask(list_orders)) == 2


def test_orders_may_come_in_as_drafts_at_the_prices_of_a_list(
    desk: OfficeDriver, trade: Wholesale, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("order,customer number,sku,quantity\n7,C0001,COFFEE,1\n", encoding="utf-8")
    panel = opened(desk)
    panel.confirm.choose(key=False)
    panel.price_list.choose("trade")
    panel.open_file(path)
    desk.tap(panel.start)
    (order,) = trade.ask(list_orders)
    assert (order.status, order.gross_minor) == (OrderStatus.DRAFT, 1190)


def test_stock_and_prices_are_written_for_the_shop(desk: OfficeDriver, tmp_path: Path) -> None:
    panel = opened(desk)
    panel.profile.choose("woocommerce")
    panel.write_shop_file(tmp_path / "stock.csv")
    desk.settle()
    assert panel.summary.text() == "Stock and prices of 6 goods are in stock.csv."
    rows = (tmp_path / "stock.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "SKU,In stock?,Stock,Regular price"
    assert "COFFEE,1,100,12.90" in rows
    assert "APPLE,1,100,2.99" in rows  # by weight
    panel.write_shop_file(tmp_path / "nowhere" / "stock.csv")
    desk.settle()
    assert "cannot be written" in panel.message.text()


def test_a_file_that_holds_no_orders_is_one_sentence(desk: OfficeDriver, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("colour,shape\nred,round\n", encoding="utf-8")
    panel = opened(desk)
    panel.open_file(path)
    desk.tap(panel.start)
    assert panel.message.isVisible()
    assert "has no column for: order, sku, quantity" in panel.message.text()


def test_who_may_not_write_orders_imports_none(desk: OfficeDriver) -> None:
    gateway = desk.go("products").desk.services.gateway
    actor = gateway.actor
    assert actor is not None
    gateway.actor = replace(actor, permissions=actor.permissions - {Permission.ORDERS})
    button = desk.go("orders").findChild(ImportOrdersButton)
    assert button is not None
    assert not button.isEnabled()
