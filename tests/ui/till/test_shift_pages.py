"""Opening and closing a shift, cash without a sale, X and Z."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.till.operations.shifts import Counted, close_shift, save_count
from app.till.shift_report import shift_report
from tests.ui.conftest import MakeTill, TillDriver


def _count(till: TillDriver, pieces: dict[int, int], card: str = "") -> None:
    till.page.actions_.do("close_shift")
    till.settle()
    till.page.close_view._count.table.set_pieces(pieces)
    if card:
        till.page.close_view._others["card"].setText(card)
    till.tap_text("Hand in the count")


def test_no_sale_without_a_shift_and_a_float_counted_by_keyboard(make_till: MakeTill) -> None:
    till = make_till()
    till.sign_in()
    assert till.page.page() == "open_shift"
    till.scan_sku("COFFEE")
    assert "not added" in till.page.open_view._message.text()
    for pieces in ("0", "0", "0", "2", "5"):  # 500, 200, 100, 50, 20
        till.type(pieces)
        till.key(Qt.Key.Key_Return)
    assert till.page.open_view.table.total() == 20_000
    till.tap_text("Open shift")
    assert till.page.page() == "till"
    assert till.page.desk.state.shift is not None
    assert till.page.desk.state.shift.float_minor == 20_000
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert till.page.view.page() == "change"


def test_what_the_last_shift_left_is_taken_over_with_one_press(make_till: MakeTill) -> None:
    till = make_till()
    shift = till.shop.open_shift(float_minor=17_500)
    with_counts = [Counted("cash", 17_500), Counted("card", 0)]
    actor, context = till.shop.actor("manager"), till.shop.context()
    run = till.shop.runtime.run
    run(save_count, actor=actor, context=context, shift_id=shift, counts=with_counts)
    run(close_shift, actor=actor, context=context, shift_id=shift, explanation="", next_float_minor=17_500)
    till.sign_in()
    till.tap_text("Take over €175.00")
    assert till.page.page() == "till"
    assert till.page.desk.state.shift is not None
    assert till.page.desk.state.shift.float_minor == 17_500


def test_an_empty_drawer_takes_a_second_press(make_till: MakeTill) -> None:
    till = make_till()
    till.sign_in()
    till.tap_text("Open shift")
    assert till.page.page() == "open_shift"
    till.tap_text("Open shift")
    assert till.page.page() == "till"


def test_a_scan_before_signing_in_says_what_did_not_happen(make_till: MakeTill) -> None:
    till = make_till()
    till.scan_sku("COFFEE")
    assert "not added" in till.page.sign_in_view._pin._message.text()
    assert till.sound.played == ["error"]


def test_the_day_closes_blind_with_a_difference_explained_and_the_z_on_paper(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    shift = till.page.desk.state.shift
    assert shift is not None
    _count(till, {10_000: 2, 1_000: 1})  # 210.00 of 212.90
    view = till.page.close_view
    assert view.currentIndex() == 1
    till.tap_text("Close shift and print the Z report")
    assert "Say why" in view._message.text()
    view._why.setText("gave too much change")
    till.tap_text("Close shift and print the Z report")
    report = till.shop.runtime.ask(shift_report, shift_id=shift.id)
    assert report.z_number == 1
    assert report.total_gross_minor == 1290
    assert [(d.code, d.difference_minor) for d in report.differences] == [("card", 0), ("cash", -290)]
    titles = [p.title for p in till.devices.printer.papers]  # type: ignore[union-attr]
    assert titles[-1] == "Z report 1 T01"
    panel = till.page._host.panel()
    assert panel is not None
    assert "Z report 1" in panel._paper._sheet.accessibleName()  # type: ignore[attr-defined]
    till.key(Qt.Key.Key_Escape)
    assert till.page.page() == "sign_in"


def test_the_shift_is_closed_by_keyboard_alone(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.page.actions_.do("close_shift")
    till.settle()
    table = till.page.close_view._count.table
    table.set_pieces({10_000: 2, 1_000: 1, 200: 1, 50: 1, 20: 2})
    till.page.close_view._others["card"].setFocus()
    till.key(Qt.Key.Key_Return)
    assert till.page.close_view.currentIndex() == 1
    till.key(Qt.Key.Key_Return)
    titles = [p.title for p in till.devices.printer.papers]  # type: ignore[union-attr]
    assert titles[-1] == "Z report 1 T01"


def test_nothing_expected_is_shown_before_the_count_is_handed_in(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.page.actions_.do("close_shift")
    till.settle()
    from PySide6.QtWidgets import QLabel

    texts = " ".join(x.text() for x in till.page.close_view.findChildren(QLabel) if x.isVisible())
    assert "212.90" not in texts
    assert "12.90" not in texts


def test_a_difference_over_the_limit_needs_a_manager(till: TillDriver) -> None:
    _count(till, {10_000: 1})
    view = till.page.close_view
    view._why.setText("stolen")
    assert not view._confirm.isEnabled()
    till.tap_text("Ask the manager")
    till.approve_as("manager")
    assert "manager" in view._approved.text()
    till.tap_text("Close shift and print the Z report")
    assert till.page.desk.state.shift is None


def test_the_next_float_is_proposed_from_the_last_close(till: TillDriver) -> None:
    _count(till, {10_000: 2})
    till.page.close_view._next.setText("150")
    till.tap_text("Close shift and print the Z report")
    till.key(Qt.Key.Key_Escape)
    till.sign_in("supervisor")
    assert till.page.page() == "open_shift"
    assert till.page.open_view._proposal.text() == "€150.00"


def test_a_shift_is_not_closed_over_an_open_sale(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert till.page.page() == "till"
    assert "still open" in till.banner


def test_esc_leaves_the_count_but_not_once_it_was_handed_in(till: TillDriver) -> None:
    till.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert till.page.page() == "close_shift"
    till.key(Qt.Key.Key_Escape)
    assert till.page.page() == "till"
    _count(till, {10_000: 2})
    till.tap_text("Count again")
    till.key(Qt.Key.Key_Escape)
    assert till.page.page() == "close_shift"
    till.scan_sku("COFFEE")
    assert "not added" in till.page.close_view._count_message.text()


def test_a_shift_that_was_being_counted_is_still_being_counted_after_a_restart(make_till: MakeTill) -> None:
    first = make_till()
    first.shop.open_shift()
    first.sign_in()
    _count(first, {10_000: 2})
    second = make_till()
    second.sign_in()
    assert second.page.page() == "close_shift"


def test_pay_in_pay_out_and_safe_drop_print_a_slip_and_open_the_drawer(till: TillDriver) -> None:
    kicks = till.devices.drawer.kicks  # type: ignore[union-attr]
    for chip in ("Pay in", "Pay out", "To the safe"):
        till.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        till.tap_text(chip)
        panel = till.panel
        panel._amount.setText("20")  # type: ignore[union-attr]
        panel._reason.setText("change")  # type: ignore[union-attr]
        till.tap_text("Book it and open the drawer")
        assert till.panel is None
    assert till.devices.drawer.kicks == kicks + 3  # type: ignore[union-attr]
    assert len(till.devices.printer.papers) == 3  # type: ignore[union-attr]
    report = till.shop.runtime.ask(shift_report, shift_id=till.page.desk.state.shift.id)  # type: ignore[union-attr]
    assert report.expected_cash_minor == 20_000 + 2_000 - 2_000 - 2_000


def test_money_for_the_bank_goes_in_a_bag_that_is_scanned(till: TillDriver) -> None:
    from app.till.tables import cash_movement
    from tests.integration.till.helpers import rows

    till.key(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    till.tap_text("To the bank")
    panel = till.panel
    panel._amount.setText("50")  # type: ignore[union-attr]
    panel._reason.setText("takings")  # type: ignore[union-attr]
    till.tap_text("Book it and open the drawer")
    assert "goes in a bag" in panel.message.text()  # type: ignore[union-attr]
    till.scan("BAG0077123")
    till.tap_text("Book it and open the drawer")
    (row,) = rows(till.shop, cash_movement)
    assert (row.kind, row.bag, row.amount_minor) == ("bank_drop", "BAG0077123", 5000)
    assert "BAG0077123" in str(till.devices.printer.papers[-1])  # type: ignore[union-attr]
    report = till.shop.runtime.ask(shift_report, shift_id=row.shift_id)
    assert report.expected_cash_minor == 15_000


def test_a_counted_shift_sells_on_when_somebody_allows_it(till: TillDriver) -> None:
    _count(till, {10_000: 2})
    till.tap_text("Sell on")
    till.approve_as("supervisor")
    assert till.page.page() == "till"
    till.scan_sku("MILK")
    till.pay_exact()
    assert till.page.view.page() == "change"
    till.key(Qt.Key.Key_Return)
    _count(till, {10_000: 2, 100: 1, 10: 1, 5: 1, 2: 2})
    till.tap_text("Close shift and print the Z report")
    assert till.page.desk.state.shift is None


def test_a_shift_counted_before_a_restart_sells_on_after_it(make_till: MakeTill) -> None:
    first = make_till()
    first.shop.open_shift()
    first.sign_in()
    _count(first, {10_000: 2})
    second = make_till()
    second.sign_in("supervisor")
    second.key(Qt.Key.Key_Escape)
    assert second.page.page() == "till"
    second.scan_sku("MILK")
    second.pay_exact()
    assert second.page.view.page() == "change"


def test_taking_out_more_than_there_is_stays_in_the_panel(till: TillDriver) -> None:
    till.page.parts.cash.show("pay_out")
    till.settle()
    panel = till.panel
    panel._amount.setText("9999")  # type: ignore[union-attr]
    panel._reason.setText("rent")  # type: ignore[union-attr]
    till.tap_text("Book it and open the drawer")
    assert till.panel is panel
    assert "Only" in panel.message.text()  # type: ignore[union-attr]


def test_cash_in_words_is_refused(till: TillDriver) -> None:
    till.page.parts.cash.show("pay_in")
    till.settle()
    till.type("twenty")
    till.key(Qt.Key.Key_Return)
    assert "twenty" in till.panel.message.text()  # type: ignore[union-attr]
    assert till.devices.printer.papers == []  # type: ignore[union-attr]


def test_the_x_report_is_shown_and_printed(till: TillDriver) -> None:
    till.scan_sku("COFFEE")
    till.pay_exact()
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    till.approve_as("supervisor")  # an X tells what the drawer should hold; the count is blind
    shown = till.panel._paper._sheet.accessibleName()  # type: ignore[union-attr]
    assert "X report" in shown
    assert "12.90" in shown
    till.tap_text("Print")
    assert "X report" in till.devices.printer.papers[-1].title  # type: ignore[union-attr]


def test_a_scanned_z_report_is_shown_and_printed_as_a_copy(till: TillDriver) -> None:
    _count(till, {10_000: 2})
    till.tap_text("Close shift and print the Z report")
    till.key(Qt.Key.Key_Escape)
    till.shop.open_shift()
    till.sign_in()
    till.scan("Z-T01-1")
    till.tap_text("Print")
    assert "COPY" in str(till.devices.printer.papers[-1].blocks)  # type: ignore[union-attr]
    till.key(Qt.Key.Key_Escape)
    assert till.page.page() == "till"


def test_more_cash_than_the_drawer_should_hold_is_said_after_the_sale(till: TillDriver) -> None:
    till.type("90*")
    till.scan_sku("COFFEE")
    till.pay_exact()
    assert "safe" in till.page.view.change._note.text()


def test_training_is_seen_on_every_page(make_till: MakeTill) -> None:
    till = make_till(training=True)
    assert till.page.sign_in_view._training.isVisible()
    till.shop.open_shift()
    till.sign_in()
    assert till.page.view._training.isVisible()
