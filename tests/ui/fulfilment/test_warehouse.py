"""The clerk at work: scans, the red card, short picks, parcels, the signature."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.fulfilment.operations.delivery import fail_delivery
from app.fulfilment.states import ShipmentStatus, ShortReason
from app.inventory.reservations import list_availability
from app.orders.operations.allocate import allocate_order
from tests.factories.wholesale import Wholesale
from tests.ui.conftest import code_of
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.fulfilment.count_panel import CountPanel
from ui.fulfilment.pack_panel import PackPanel
from ui.fulfilment.pick_panel import PickPanel
from ui.fulfilment.ship_panel import ShipPanel
from ui.fulfilment.signature_pad import SignaturePad
from ui.fulfilment.warehouse_section import WarehouseSection
from ui.widgets.sound import ERROR, GOOD, SilentSound


@pytest.fixture
def clerk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The warehouse clerk, who has no till rights."""
    del trade
    return make_office("clerk", local={"sound": "off"})


def warehouse(office: OfficeDriver) -> WarehouseSection:
    section = office.page.section()
    assert isinstance(section, WarehouseSection)
    return section


def scan(office: OfficeDriver, *codes: str) -> None:
    """As the wedge filter of the shell delivers it."""
    for code in codes:
        office.page.scanned(code)
        office.settle()
        office.settle()


def code(office: OfficeDriver, sku: str) -> str:
    return code_of(office.shop, sku)


def tones(office: OfficeDriver) -> list[str]:
    sound = warehouse(office).sound
    assert isinstance(sound, SilentSound)
    return sound.played


def walk(office: OfficeDriver) -> PickPanel:
    """Make the list of everything that waits, by key."""
    warehouse(office).reload()
    office.settle()
    office.key(Qt.Key.Key_F10)
    return office.panel(PickPanel)


def sign(office: OfficeDriver, pad: SignaturePad) -> None:
    """Draw a line with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    for x in range(30, 130, 10):
        QTest.mouseMove(pad, QPoint(x, 40 + (x * 7) % 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(130, 60))
    office.settle()


def test_the_clerk_starts_in_the_warehouse_and_sees_what_waits(trade: Wholesale, clerk: OfficeDriver) -> None:
    trade.order(("COFFEE", 2))
    section = warehouse(clerk)
    section.reload()
    clerk.settle()
    assert [section.table.row(i).cells[1] for i in range(section.table.count())] == ["Unlimited Ltd"]
    assert section.list_button.isVisible()


def test_a_wrong_item_turns_the_card_red_sounds_low_and_does_not_advance(
    trade: Wholesale, clerk: OfficeDriver
) -> None:
    trade.order(("COFFEE", 2), ("WINE", 1))
    panel = walk(clerk)
    assert panel.view.place.text() == "A-1"
    first = panel.card
    assert first is not None
    scan(clerk, code(clerk, "COFFEE"))
    assert panel.view.is_wrong
    assert panel.card == first
    assert panel.message() == (
        "Wrong item: Coffee beans 1 kg is not Red wine. Put it back and scan Red wine."
    )
    assert tones(clerk) == [ERROR]
    scan(clerk, code(clerk, "WINE"))
    assert not panel.view.is_wrong
    assert panel.message() == ""
    assert tones(clerk) == [ERROR, GOOD]
    assert panel.card is not None
    assert panel.card.sku == "COFFEE"


def test_one_piece_too_many_is_refused_and_an_unknown_code_as_well(
    trade: Wholesale, clerk: OfficeDriver
) -> None:
    trade.order(("WINE", 1))
    panel = walk(clerk)
    scan(clerk, "9999999999994")
    assert panel.message() == "Nobody knows the code 9999999999994."
    assert panel.view.is_wrong
    scan(clerk, code(clerk, "WINE"), code(clerk, "WINE"))
    assert panel.message() == "Nothing is left to pick. Put Red wine back."
    assert panel.bar.value() == 1


def test_a_place_that_is_not_the_next_one_is_refused(trade: Wholesale, clerk: OfficeDriver) -> None:
    trade.order(("COFFEE", 2), ("WINE", 1))
    panel = walk(clerk)
    scan(clerk, trade.pick_lines(panel.walk.row.id)["COFFEE"].bin if panel.walk else "")
    assert panel.view.is_wrong
    assert panel.message().endswith("Go to A-1.")
    scan(clerk, "a-1")
    assert not panel.view.is_wrong


def test_a_short_pick_asks_for_a_count_and_the_rest_waits(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("WINE", 6))
    panel = walk(clerk)
    scan(clerk, code(clerk, "WINE"))
    clerk.tap(panel.short_buttons[ShortReason.NOT_FOUND])
    assert panel.card is None
    clerk.key(Qt.Key.Key_F10)
    line = trade.lines_of(order.order_id)["WINE"]
    assert (line.picked_milli, line.picking_milli) == (1000, 0)
    assert trade.head_of(order.order_id).to_allocate
    clerk.panel(PackPanel)


def test_the_rest_is_taken_at_once_only_after_a_right_scan(trade: Wholesale, clerk: OfficeDriver) -> None:
    trade.order(("WINE", 40))
    panel = walk(clerk)
    assert not panel.rest_button.isEnabled()
    clerk.key(Qt.Key.Key_F6)
    assert panel.bar.value() == 0
    scan(clerk, code(clerk, "WINE"))
    clerk.key(Qt.Key.Key_F6)
    clerk.settle()
    assert panel.bar.value() == 1


def test_two_orders_are_walked_at_once_into_their_totes(trade: Wholesale, clerk: OfficeDriver) -> None:
    trade.order(("WINE", 1))
    trade.order(("WINE", 1), customer="Limited Ltd")
    warehouse(clerk).reload()
    clerk.settle()
    warehouse(clerk).table.selectAll()
    clerk.key(Qt.Key.Key_F10)
    panel = clerk.panel(PickPanel)
    assert panel.view.tote.text().startswith("Tote 1")
    scan(clerk, code(clerk, "WINE"))
    assert panel.view.tote.text().startswith("Tote 2")


def test_goods_are_packed_shipped_and_signed_for(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("COFFEE", 1), ("WINE", 2))
    walk(clerk)
    scan(clerk, *[code(clerk, sku) for sku in ("WINE", "WINE", "COFFEE")])
    clerk.key(Qt.Key.Key_F10)
    pack = clerk.panel(PackPanel)
    scan(clerk, code(clerk, "MILK"))
    assert "does not belong to this order" in pack.message()
    scan(clerk, code(clerk, "WINE"))
    clerk.key(Qt.Key.Key_F10)
    assert "in no package" in pack.message()
    clerk.key(Qt.Key.Key_F7)
    scan(clerk, code(clerk, "WINE"), code(clerk, "COFFEE"))
    assert pack.packing.done
    pack.weight.setFocus()
    clerk.type("3.2")
    clerk.key(Qt.Key.Key_F10)
    ship = clerk.panel(ShipPanel)
    assert ship.shown is not None
    assert [len(p.contents) for p in ship.shown.packages] == [1, 2]
    assert ship.shown.packages[1].weight_grams == 3200
    scan(clerk, "SW 123")
    clerk.key(Qt.Key.Key_F10)
    assert ship.shown.row.status is ShipmentStatus.DISPATCHED
    assert ship.shown.row.tracking_number == "SW 123"
    clerk.key(Qt.Key.Key_F10)
    assert ship.message() == "Enter the name of the person who received the goods."
    ship.received_by.setFocus()
    clerk.type("Ann Smith")
    sign(clerk, ship.signature)
    clerk.key(Qt.Key.Key_F10)
    assert (ship.message(), ship.shown.row.status) == ("", ShipmentStatus.DELIVERED)
    assert ship.shown.received_by == "Ann Smith"
    assert (ship.shown.signature or b"").startswith(b"\x89PNG")
    assert trade.head_of(order.order_id).shipment == "full"


def test_a_delivery_that_failed_goes_out_again_or_comes_back(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("WINE", 2))
    shipment = trade.ship_all(order.order_id)
    panel = warehouse(clerk).open_ship(shipment.shipment_id)
    clerk.settle()
    clerk.tap(panel.failed_button)
    clerk.key(Qt.Key.Key_Return)
    assert panel.message() == "Say why. Nothing was changed."
    panel.asking.field.setFocus()
    clerk.type("nobody there")
    clerk.key(Qt.Key.Key_Return)
    assert panel.shown is not None
    assert panel.shown.row.status is ShipmentStatus.FAILED
    clerk.tap(panel.returned_button)
    clerk.type("refused")
    clerk.key(Qt.Key.Key_Return)
    assert panel.shown.row.status is ShipmentStatus.RETURNED


def test_the_number_on_a_paper_opens_it(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("WINE", 2))
    shipment = trade.ship_all(order.order_id)
    scan(clerk, "P-000077")
    assert clerk.banner == "P-000077 is no pick list, order or shipment."
    scan(clerk, shipment.number or "")
    assert clerk.panel(ShipPanel).shown is not None


def test_a_shelf_is_counted_and_its_goods_are_free_again(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("WINE", 2))
    panel = walk(clerk)
    clerk.tap(panel.short_buttons[ShortReason.NOT_FOUND])
    clerk.key(Qt.Key.Key_F10)
    clerk.key(Qt.Key.Key_Escape)
    section = warehouse(clerk)
    clerk.tap_text("To count 1")
    assert section.table.row(0).cells[2] == "P-000001: not there"
    clerk.key(Qt.Key.Key_F10)
    counting = clerk.panel(CountPanel)
    clerk.key(Qt.Key.Key_F10)
    assert counting.message() == "Enter how many are there; 0 if none is."
    counting.quantity.setFocus()
    clerk.type("97")
    clerk.key(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.banner == "Red wine is counted."
    assert section.empty.isVisible()
    wine = trade.shop.products["WINE"]
    stock = trade.ask(list_availability, location_id=trade.location_id, product_ids=[wine])[wine]
    assert (stock.on_hand_milli, stock.committed_milli) == (97_000, 0)
    trade.run(allocate_order, order_id=order.order_id)
    assert trade.head_of(order.order_id).to_pick


def test_the_palette_finds_a_pick_list_and_a_shipment_by_their_numbers(
    trade: Wholesale, clerk: OfficeDriver
) -> None:
    trade.ship_all(trade.order(("COFFEE", 1)).order_id)
    for number, panel in (("p-000001", PickPanel), ("d-2026-000001", ShipPanel)):
        clerk.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        clerk.type(number)
        clerk.key(Qt.Key.Key_Return)
        clerk.settle()
        assert isinstance(clerk.open_panel, panel)


def test_few_points_of_a_long_stroke_are_a_signature_and_a_slip_is_none(clerk: OfficeDriver) -> None:
    pad = SignaturePad()
    clerk.bot.addWidget(pad)
    for points, signed in (((20, 22), False), ((20, 140), True)):
        pad.clear()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(points[0], 40))
        QTest.mouseMove(pad, QPoint(points[1], 60))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(points[1], 60))
        # a machine that is busy hands over the ends only
        pad._strokes[0] = [pad._strokes[0][0], pad._strokes[0][-1]]
        assert pad.is_signed() is signed


def test_a_delivery_that_failed_stays_on_the_list(trade: Wholesale, clerk: OfficeDriver) -> None:
    order = trade.order(("WINE", 2))
    shipment = trade.ship_all(order.order_id)
    trade.run(fail_delivery, shipment_id=shipment.shipment_id, reason="nobody there")
    section = warehouse(clerk)
    section.reload()
    clerk.settle()
    clerk.tap_text("On the way 1")
    assert section.table.row(0).cells[2].startswith("Not delivered Swift")


def test_the_packing_slip_is_shown_before_and_the_delivery_note_after_it_left(
    trade: Wholesale, clerk: OfficeDriver
) -> None:
    order = trade.order(("WINE", 2))
    trade.pick_all(order.order_id)
    packed = trade.pack_all(order.order_id)
    panel = warehouse(clerk).open_ship(packed.shipment_id)
    clerk.settle()
    for name in ("Packing slip", "Delivery note"):
        clerk.tap_text(name)
        clerk.settle()
        assert panel.paper.isVisible()
        assert panel.paper.where.text() == "Page 1 of 1"
        clerk.key(Qt.Key.Key_F10)  # the keys of the shipment below mean nothing here
        clerk.key(Qt.Key.Key_Escape)
        assert not panel.paper.isVisible()
        clerk.key(Qt.Key.Key_F10)
    assert panel.shown is not None
    assert panel.shown.row.status is ShipmentStatus.DISPATCHED
