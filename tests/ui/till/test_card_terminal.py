"""A card terminal on a wire: waiting, breaking off, not knowing, taking back, and the end of its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.devices.ports import (
    CardAskKind,
    CardOutcome,
    CardResult,
    CardSlip,
    CardTotals,
    DeviceFault,
    Health,
    HealthState,
    SlipKind,
)
from app.kernel.clock import system_clock
from app.payments.tables import payment_intent, terminal_day
from app.till.queries import get_sale
from drivers.factory import open_terminal
from tests.support.zvt.machine import Fault, Machine
from tests.support.zvt.wire import TcpMachine
from tests.ui.conftest import MakeTill, TillDriver
from tests.ui.devices import FakeDevices, FakeTerminal
from ui.till.panels_card import OpenCardsPanel

UNKNOWN = CardResult(CardOutcome.UNKNOWN, detail="The terminal does not say how it ended.")


@pytest.fixture
def terminal(till: TillDriver) -> FakeTerminal:
    """On the till, ready."""
    till.devices.terminal = FakeTerminal()
    return till.devices.terminal


def _wait(till: TillDriver, what: Callable[[], object]) -> None:
    till.bot.waitUntil(lambda: bool(what()), timeout=10_000)
    till.settle()


def _by_card(till: TillDriver, *skus: str) -> None:
    till.scan_sku(*(skus or ("COFFEE",)))
    till.key(Qt.Key.Key_F12)
    till.tap_text("Card")


def _intents(till: TillDriver) -> list[tuple[str, str, int]]:
    with till.shop.runtime.factory.read() as connection:
        rows = connection.execute(select(payment_intent).order_by(payment_intent.c.id)).all()
    return [(r.kind, r.status, r.amount_minor) for r in rows]


def _paid(till: TillDriver) -> list[tuple[str, int]]:
    sale_id = till.page.desk.state.last_sale_id
    assert sale_id is not None
    sale = till.shop.runtime.ask(get_sale, sale_id=sale_id)
    return [(p.tender_code, p.amount_minor) for p in sale.payments]


def _message(till: TillDriver) -> str:
    return till.page.view.pay._message.text()


def test_a_card_is_charged_and_its_paper_stands_under_the_receipt(
    till: TillDriver, terminal: FakeTerminal
) -> None:
    slip = CardSlip(SlipKind.CUSTOMER, ("** KUNDENBELEG **", "VISA ****4771"))
    terminal.answers = [CardResult(CardOutcome.APPROVED, "t-2-2", "VISA ****4771", (slip,))]
    _by_card(till)
    _wait(till, lambda: till.page.view.page() == "change")
    assert _paid(till) == [("card", 1290)]
    assert till.devices.printer is not None
    (paper,) = till.devices.printer.papers
    assert "VISA ****4771" in str(paper.blocks[-1])
    with till.shop.runtime.factory.read() as connection:
        row = connection.execute(select(payment_intent)).one()
    assert (row.terminal, row.mark, row.reference) == (terminal.name, "t-1-1", "t-2-2")


def test_breaking_off_waits_for_what_the_terminal_says(till: TillDriver, terminal: FakeTerminal) -> None:
    terminal.hold.clear()
    terminal.answers = [CardResult(CardOutcome.APPROVED, "t-2-2")]  # the customer was faster
    _by_card(till)
    _wait(till, lambda: terminal.asked)
    till.tap_text("Break off")
    assert terminal.aborted.wait(5)
    _wait(till, lambda: till.page.view.page() == "change")
    assert _paid(till) == [("card", 1290)]


def test_a_terminal_that_is_off_is_told_and_nothing_is_written_down(
    till: TillDriver, terminal: FakeTerminal
) -> None:
    terminal.fault = DeviceFault.REFUSED
    _by_card(till)
    _wait(till, lambda: "refuses the connection" in _message(till))
    assert terminal.asked == []
    assert _intents(till) == []
    till.page.view.pay.completed.emit()  # the sale is there still, to be paid otherwise
    till.settle()
    assert _paid(till) == [("cash", 1290)]


def test_a_lost_terminal_is_looked_for_until_it_is_back(
    till: TillDriver, terminal: FakeTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []

    def note(key: str, name: str, state: str, explanation: str = "") -> None:
        del name, explanation
        told.append((key, state))

    monkeypatch.setattr(till.page.view.header, "set_device", note)
    lost = Health(HealthState.LOST, "the connection broke off.")
    till.page.parts.health._show({"terminal": lost})
    _wait(till, lambda: len(told) == 2)
    (first, lost_sign), (second, back_sign) = told
    assert (first, second) == ("terminal", "terminal")
    assert lost_sign != back_sign
    assert terminal.asked == []


def test_while_it_is_not_known_the_sale_is_paid_in_no_other_way(
    till: TillDriver, terminal: FakeTerminal
) -> None:
    terminal.answers = [UNKNOWN]
    _by_card(till)
    _wait(till, lambda: "Yes, it was paid" in till.buttons())
    till.tap(till.button("Back", till.panel))  # left open
    assert "not known" in _message(till)
    till.page.view.pay.completed.emit()  # cash: asked first
    till.settle()
    assert "No, it was not paid" in till.buttons()
    till.tap_text("No, it was not paid")
    assert "declined" in _message(till)
    till.page.view.pay.completed.emit()
    till.settle()
    assert _paid(till) == [("cash", 1290)]
    assert terminal.asked == [1290]
    assert _intents(till) == [("payment", "declined", 1290)]


def test_the_terminal_can_be_asked_again_how_it_ended(till: TillDriver, terminal: FakeTerminal) -> None:
    terminal.answers = [UNKNOWN, UNKNOWN, CardResult(CardOutcome.APPROVED, "t-2-2")]
    _by_card(till)
    for _ in range(2):
        _wait(till, lambda: "Ask the terminal again" in till.buttons())
        till.tap_text("Ask the terminal again")
    _wait(till, lambda: till.page.view.page() == "change")
    assert [(a.kind, a.amount_minor, a.mark) for a in terminal.recalled] == [
        (CardAskKind.PAYMENT, 1290, "t-1-1")
    ] * 2
    assert terminal.asked == [1290]
    assert _paid(till) == [("card", 1290)]


def test_a_card_payment_taken_off_the_sale_is_taken_back_on_the_terminal(
    till: TillDriver, terminal: FakeTerminal
) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("10")
    terminal.answers = [
        CardResult(CardOutcome.APPROVED, "t-2-2"), CardResult(CardOutcome.DECLINED),
        CardResult(CardOutcome.APPROVED, "t-3-3"),
    ]  # fmt: skip
    till.tap_text("Card")
    _wait(till, lambda: till.page.parts.pay.has_tenders and not till.page.parts.pay.is_charging)
    till.page.parts.pay.tender_removed("0")
    _wait(till, lambda: "stays on the sale" in _message(till))
    assert till.page.parts.pay.has_tenders
    till.page.parts.pay.tender_removed("0")
    _wait(till, lambda: not till.page.parts.pay.has_tenders)
    assert terminal.reversed == ["t-2-2", "t-2-2"]
    assert _intents(till) == [
        ("payment", "reversed", 1000), ("reversal", "declined", -1000), ("reversal", "approved", -1000),
    ]  # fmt: skip


def _return_all(till: TillDriver) -> None:
    till.scan(till.page.desk.state.last_number)
    till.tap_text("Everything comes back")
    till.tap(till.button("Back", till.panel))
    till.page.parts.pay.pay()
    till.settle()
    till.tap_text("Card")


def test_goods_that_come_back_are_paid_back_by_the_reference_of_the_payment(make_till: MakeTill) -> None:
    till = _supervised(make_till)
    terminal = till.devices.terminal
    assert terminal is not None
    terminal.answers = [CardResult(CardOutcome.APPROVED, "t-2-2"), CardResult(CardOutcome.APPROVED, "t-3-3")]
    _by_card(till)
    _wait(till, lambda: till.page.view.page() == "change")
    _return_all(till)
    _wait(till, lambda: till.page.view.page() == "change")
    assert terminal.reversed == ["t-2-2"]
    assert terminal.asked == [1290]
    assert _paid(till) == [("card", -1290)]
    assert _intents(till) == [("payment", "reversed", 1290), ("reversal", "approved", -1290)]


def test_where_the_terminal_cannot_take_it_back_it_refunds_to_the_card(make_till: MakeTill) -> None:
    till = _supervised(make_till)
    terminal = till.devices.terminal
    assert terminal is not None
    terminal.answers = [
        CardResult(CardOutcome.APPROVED, "t-2-2"), CardResult(CardOutcome.DECLINED),
        CardResult(CardOutcome.APPROVED, "t-4-4"),
    ]  # fmt: skip
    _by_card(till)
    _wait(till, lambda: till.page.view.page() == "change")
    _return_all(till)
    _wait(till, lambda: till.page.view.page() == "change")
    assert terminal.asked == [1290, -1290]
    assert _intents(till)[-1] == ("refund", "approved", -1290)
    assert _paid(till) == [("card", -1290)]


def _supervised(make_till: MakeTill) -> TillDriver:
    devices = FakeDevices()
    devices.terminal = FakeTerminal()
    till = make_till(devices=devices)
    till.shop.open_shift()
    till.sign_in("manager")
    return till


def test_at_the_next_start_the_terminal_is_asked_before_anything_is_sold(
    till: TillDriver, make_till: MakeTill
) -> None:
    from app.payments.operations import open_intent

    till.shop.runtime.run(
        open_intent, actor=till.shop.actor(), cart_uuid="gone", till_id=till.shop.tills["T01"],
        terminal=FakeTerminal.name, amount_minor=1290, currency="EUR", mark="t-1-1",
    )  # fmt: skip
    devices = FakeDevices()
    devices.terminal = FakeTerminal()
    devices.terminal.answers = [CardResult(CardOutcome.APPROVED, "t-2-2")]
    again = make_till(devices=devices)
    again.sign_in()
    _wait(again, lambda: "pay it back" in again.banner)
    assert [a.mark for a in devices.terminal.recalled] == ["t-1-1"]
    assert _intents(again) == [("payment", "approved", 1290)]


def test_what_was_approved_before_the_program_ended_counts_for_the_sale_that_comes_back(
    till: TillDriver, terminal: FakeTerminal, make_till: MakeTill
) -> None:
    till.scan_sku("COFFEE")
    till.key(Qt.Key.Key_F12)
    till.type("10")
    till.tap_text("Card")
    _wait(till, lambda: till.page.parts.pay.has_tenders)
    again = make_till()  # the first one ends here, with 2.90 still to be paid
    again.sign_in()
    assert "€10.00 by card counts" in again.banner
    again.page.parts.pay.pay()
    again.settle()
    again.page.view.pay.completed.emit()
    again.settle()
    assert _paid(again) == [("card", 1000), ("cash", 290)]
    assert terminal.asked == [1000]


def test_before_the_shift_is_closed_what_is_open_is_shown_and_settled(make_till: MakeTill) -> None:
    till = _supervised(make_till)
    terminal = till.devices.terminal
    assert terminal is not None
    terminal.answers = [UNKNOWN]
    terminal.day = CardTotals(1290, (CardSlip(SlipKind.ADMIN, ("KASSENSCHNITT",)),))
    _by_card(till)
    _wait(till, lambda: "Yes, it was paid" in till.buttons())
    till.tap(till.button("Back", till.panel))
    till.page.parts.pay.back()
    till.settle()
    till.page.actions_.do("void_sale")
    till.settle()
    till.tap_text("Damaged")
    till.page.close_shift()
    till.settle()
    panel = till.page._host.panel()
    assert isinstance(panel, OpenCardsPanel)
    assert panel.title() == "Card payments that are not settled"
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    panel.chosen.emit(panel.list.current())
    till.settle()
    till.tap_text("Yes, it was paid")
    assert till.page._host.panel() is None
    till.page.parts.close_shift.counted({200: 100}, {})
    till.settle()
    till.page.parts.close_shift.confirmed("counted twice", 0)
    _wait(till, lambda: till.page._host.panel() is not None)
    assert terminal.days == 1
    assert "as booked here" in till.page.parts.close_shift.terminal_words
    with till.shop.runtime.factory.read() as connection:
        day = connection.execute(select(terminal_day)).one()
    assert (day.total_minor, day.own_minor, day.open_minor) == (1290, 1290, 0)
    assert till.devices.printer is not None
    assert any("KASSENSCHNITT" in str(p.blocks) for p in till.devices.printer.papers)


def test_a_terminal_that_counts_otherwise_is_told_of(make_till: MakeTill) -> None:
    till = _supervised(make_till)
    assert till.devices.terminal is not None
    till.devices.terminal.day = CardTotals(500)
    till.page.close_shift()
    till.settle()
    till.page.parts.close_shift.counted({200: 100}, {})
    till.settle()
    till.page.parts.close_shift.confirmed("", 0)
    _wait(till, lambda: till.page._host.panel() is not None)
    assert "€5.00; booked here are €0.00" in till.page.parts.close_shift.terminal_words


def test_the_same_card_and_amount_again_within_minutes_is_asked_about(
    till: TillDriver, terminal: FakeTerminal
) -> None:
    for number, card in enumerate(("VISA ****4771", "VISA ****4771", "VISA ****9999")):
        terminal.answers = [CardResult(CardOutcome.APPROVED, f"t-{number}-1", card)]
        _by_card(till)
        _wait(till, lambda: till.page.view.page() == "change")
        asked = "same card paid the same amount" in till.banner
        assert asked is (number == 1)
        till.page.view.hide_banner()


def test_the_real_client_with_a_lost_answer_charges_once(till: TillDriver) -> None:
    machine = Machine(now=system_clock, faults=[Fault.NONE, Fault.CUT_MID_FRAME])
    with TcpMachine(machine) as served:
        till.devices.terminal = open_terminal(f"zvt://127.0.0.1:{served.port}")  # type: ignore[assignment]
        for sku in ("COFFEE", "MILK"):
            _by_card(till, sku)
            _wait(till, lambda: till.page.view.page() == "change")
        papers = till.devices.printer.papers if till.devices.printer else []
        _wait(till, lambda: len(papers) == 2)
    assert machine.asked == [("payment", 1290), ("payment", 119)]
    assert machine.total() == 1290 + 119
    assert _intents(till) == [("payment", "approved", 1290), ("payment", "approved", 119)]
    assert "**** **** **** 1111" in str(papers[0].blocks)
