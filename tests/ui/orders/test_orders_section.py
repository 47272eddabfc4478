"""The list of orders, the page of one, and its entry by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.fulfilment.screen_queries import list_pick_work
from app.orders.operations.confirm import confirm_order
from app.orders.operations.quotes import send_quote
from app.orders.queries import count_stages
from app.orders.states import OrderStatus, Stage
from tests.factories.wholesale import Wholesale
from tests.ui.conftest import code_of
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.invoicing.invoice_page import InvoicePanel
from ui.orders.entry_panel import EntryPanel
from ui.orders.next_step import Act
from ui.orders.order_page import OrderPanel
from ui.orders.orders_section import OrdersSection

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})


def orders(office: OfficeDriver) -> OrdersSection:
    section = office.go("orders")
    assert isinstance(section, OrdersSection)
    return section


def write(office: OfficeDriver, customer: str, *items: tuple[str, str]) -> EntryPanel:
    """Type a whole entry, never touching the mouse."""
    office.key(Qt.Key.Key_N, CONTROL)
    panel = office.panel(EntryPanel)
    office.type(customer)
    office.key(Qt.Key.Key_Return)
    for text, quantity in items:
        office.type(text)
        office.key(Qt.Key.Key_Return)
        office.type(quantity)
        office.key(Qt.Key.Key_Return)
    return panel


def test_an_entry_is_typed_priced_and_becomes_a_quote(desk: OfficeDriver, trade: Wholesale) -> None:
    section = orders(desk)
    panel = write(desk, "unlim", ("coffee", "4"), ("wine", "6"))
    assert [panel.table.row(i).cells[:2] for i in range(2)] == [("Coffee beans 1 kg", "4"), ("Red wine", "6")]
    assert panel.table.row(0).cells[5] == "40.00"
    assert "total €97.58" in panel.totals.text()
    assert panel.card.why.text() == "List “trade”: 7.00"
    desk.key(Qt.Key.Key_S, CONTROL)
    page = desk.panel(OrderPanel)
    assert page.shown is not None
    assert page.shown.detail.row.status is OrderStatus.QUOTED
    assert page.act() is Act.ACCEPT
    assert page.title() == "Q-2026-000001 · Unlimited Ltd"
    desk.key(Qt.Key.Key_Escape)
    assert section.table.count() == 1
    del trade


def rows(section: OrdersSection) -> list[str]:
    return [section.table.row(i).cells[0] for i in range(section.table.count())]


def test_each_chip_counts_and_shows_its_stage(desk: OfficeDriver, trade: Wholesale) -> None:
    trade.order(("COFFEE", 1))
    trade.order(("COFFEE", 9000))
    held = trade.draft(("COFFEE", 40), customer="Limited Ltd")
    trade.run(confirm_order, by="office", order_id=held.order_id)
    section = orders(desk)
    assert rows(section) == ["O-2026-000003", "O-2026-000002", "O-2026-000001"]
    assert section.table.row(0).cells[5] == "On hold"
    assert section.table.row(0).tones["status"] == "danger"
    for stage, words, wanted in (
        (Stage.ON_HOLD, "On hold 1", ["O-2026-000003"]),
        (Stage.TO_ALLOCATE, "To allocate 1", ["O-2026-000002"]),
        (Stage.TO_PICK, "To pick 2", ["O-2026-000002", "O-2026-000001"]),
    ):
        desk.tap_text(words)
        assert section.stage() is stage
        assert rows(section) == wanted


def test_the_search_finds_by_number_and_by_customer(desk: OfficeDriver, trade: Wholesale) -> None:
    trade.order(("COFFEE", 1))
    trade.order(("WINE", 1), customer="No Credit")
    section = orders(desk)
    desk.type("no cre")
    assert rows(section) == ["O-2026-000002"]
    section.search.clear()
    desk.type("o-2026-000001")
    assert rows(section) == ["O-2026-000001"]
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(OrderPanel).title() == "O-2026-000001 · Unlimited Ltd"


def test_a_long_list_comes_page_by_page_and_no_order_twice(
    desk: OfficeDriver, trade: Wholesale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.orders.orders_section._PAGE", 4)
    for _ in range(10):
        trade.draft(("COFFEE", 1))
    section = orders(desk)
    for _ in range(4):
        section.table.scrollToBottom()
        model = section.table.model()
        if model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
        desk.settle()
    assert len(set(section.table.keys())) == section.table.count() == 10


def test_a_search_pages_as_well(
    desk: OfficeDriver, trade: Wholesale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.orders.orders_section._PAGE", 4)
    for _ in range(6):
        trade.order(("COFFEE", 1))
    trade.order(("COFFEE", 1), customer="No Credit")
    trade.draft(("COFFEE", 1))
    section = orders(desk)
    section.chips.select(Stage.TO_PICK.value)
    desk.type("unlim")
    desk.settle()
    model = section.table.model()
    if model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    desk.settle()
    assert rows(section) == [f"O-2026-{n:06}" for n in range(6, 0, -1)]


def test_an_item_that_cannot_be_sold_is_told_beside_its_line_and_not_saved(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    orders(desk)
    panel = write(desk, "unlim", ("coffee", "0"))
    assert panel.card.why.text() == (
        "The quantity of Coffee beans 1 kg must be more than 0 and at most 100,000. Enter it again."
    )
    desk.key(Qt.Key.Key_F10)
    assert panel.message() == panel.card.why.text()
    assert desk.open_panel is panel
    assert trade.ask(count_stages)[Stage.DRAFT] == 0


def test_without_a_customer_nothing_is_saved(desk: OfficeDriver) -> None:
    orders(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(EntryPanel)
    desk.key(Qt.Key.Key_S, CONTROL)
    assert panel.message() == "Choose the customer first."
    desk.type("nobody like that")
    assert panel.message() == "No such customer."


def test_a_negotiated_price_says_so_and_availability_is_beside_the_line(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    trade.order(("WINE", 90))
    orders(desk)
    panel = write(desk, "unlim", ("wine", "20"))
    cells = panel.table.row(0).cells
    assert cells[6:10] == ("100", "90", "10", "0")
    assert panel.table.row(0).tones == {"available": "danger", "date": "warn"}
    panel.card.price.setFocus()
    desk.type("6.50")
    desk.settle()
    assert panel.card.why.text() == "List “trade”: 7.00, negotiated: 6.50"
    assert panel.table.row(0).cells[5] == "130.00"


def test_a_scan_counts_up_and_an_unknown_one_is_refused_in_place(desk: OfficeDriver) -> None:
    orders(desk)
    panel = write(desk, "unlim")
    for code in (code_of(desk.shop, "WINE"), code_of(desk.shop, "WINE"), "9999999999994"):
        desk.page.scanned(code)
        desk.settle()
    assert panel.table.count() == 1
    assert panel.entries[0].quantity_milli == 2000
    assert panel.message() == "Nobody knows the code 9999999999994."


def test_what_was_written_is_not_lost_by_a_slip(desk: OfficeDriver) -> None:
    section = orders(desk)
    panel = write(desk, "unlim", ("wine", "2"))
    desk.key(Qt.Key.Key_Escape)
    assert section.panel() is panel
    assert panel.asking.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not panel.asking.isVisible()
    desk.page.go("invoices")
    desk.settle()
    assert desk.page.section_id() == "orders"
    desk.tap(panel.asking.yes)
    assert section.panel() is None


def test_a_quote_gets_a_second_version_and_is_lost_with_a_reason(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    orders(desk)
    write(desk, "unlim", ("wine", "2"))
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.tap_text("Edit")
    entry = desk.panel(EntryPanel)
    assert entry.customer.text() == "Unlimited Ltd"
    entry.card.quantity.setFocus()
    entry.card.quantity.selectAll()
    desk.type("5")
    desk.key(Qt.Key.Key_S, CONTROL)
    page = desk.panel(OrderPanel)
    assert page.shown is not None
    assert page.shown.detail.quote_version == 2
    assert page.shown.detail.lines[0].quantity_milli == 5000
    desk.tap_text("Lost")
    desk.key(Qt.Key.Key_Return)
    assert page.message() == "Say why. Nothing was changed."
    page.asking.field.setFocus()
    desk.type("too dear")
    desk.key(Qt.Key.Key_Return)
    assert page.shown.detail.row.status is OrderStatus.LOST
    assert page.act() is Act.SEND
    del trade


def test_a_confirmed_order_is_amended_with_a_reason(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    orders(desk).open_order(order.order_id)
    desk.settle()
    desk.tap_text("Edit")
    entry = desk.panel(EntryPanel)
    entry.card.quantity.setFocus()
    entry.card.quantity.selectAll()
    desk.type("3")
    desk.key(Qt.Key.Key_F10)
    desk.type("the customer called")
    desk.key(Qt.Key.Key_Return)
    page = desk.panel(OrderPanel)
    assert page.lines.row(0).cells[1:3] == ("3\u00a0pc", "3")
    assert any(row.title.startswith("Amended") for row in page.timeline._rows.rows)
    assert trade.lines_of(order.order_id)["WINE"].ordered_milli == 3000


def test_who_lacks_the_right_sees_the_step_and_cannot_press_it(
    trade: Wholesale, make_office: MakeOffice
) -> None:
    office = make_office("office", local={"sound": "off"})
    order = trade.order(("WINE", 2))
    page = orders(office).open_order(order.order_id)
    office.settle()
    assert page.primary.text() == "Make pick list"
    assert not page.primary.isEnabled()
    assert page.primary.toolTip() == "Somebody else has the right for this step."
    page.do_next()
    office.settle()
    assert not trade.lines_of(order.order_id)["WINE"].picking_milli


def test_two_presses_make_one_pick_list(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    page = orders(desk).open_order(order.order_id)
    desk.settle()
    page.do_next()
    page.do_next()
    desk.settle()
    assert desk.page.section_id() == "warehouse"
    assert len(trade.ask(list_pick_work)) == 1


def test_somebody_elses_change_is_told_and_nothing_is_overwritten(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    draft = trade.draft(("WINE", 2))
    page = orders(desk).open_order(draft.order_id)
    desk.settle()
    trade.run(send_quote, order_id=draft.order_id)
    desk.key(Qt.Key.Key_F10)
    assert "changed" in page.message().lower()
    assert trade.head_of(draft.order_id).status == "quoted"


def test_the_palette_finds_orders_and_invoices_by_number(desk: OfficeDriver, trade: Wholesale) -> None:
    order = trade.order(("WINE", 2))
    trade.bill(trade.ship_all(order.order_id))
    desk.key(Qt.Key.Key_K, CONTROL)
    desk.type("inv-2026")
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(InvoicePanel).title() == "Invoice INV-2026-000001 · Unlimited Ltd"
    desk.key(Qt.Key.Key_K, CONTROL)
    desk.type("o-2026-000001")
    desk.key(Qt.Key.Key_Return)
    assert desk.panel(OrderPanel).title() == "O-2026-000001 · Unlimited Ltd"


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
@pytest.mark.parametrize("user", ["manager", "office", "clerk"])
def test_every_part_has_a_name_for_screen_readers(
    trade: Wholesale, make_office: MakeOffice, size: tuple[int, int], user: str
) -> None:
    order = trade.order(("WINE", 2), ("COFFEE", 1))
    office = make_office(user, size=size, local={"sound": "off"})
    for section in ("orders", "warehouse", "invoices", "payments"):
        if section not in office.page.section_ids():
            continue
        page = office.go(section)
        if isinstance(page, OrdersSection):
            page.open_order(order.order_id)
            office.settle()
            assert nameless(page) == []
            page.new_order()
            office.settle()
        assert nameless(page) == []
        page.close_panel()


def nameless(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    return [
        part
        for part in page.findChildren(QWidget)
        if isinstance(part, kinds)
        and part.isVisible()
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]
