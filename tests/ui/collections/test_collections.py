"""Late money on the screen: called, promised, disputed, spread, let go, reminded; how old it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.collections.letter_queries import list_letters
from app.collections.levels import list_rates, list_texts
from app.collections.queries import list_disputes, list_plans, list_promises
from app.collections.settings import load_settings
from app.collections.states import DisputeOutcome, PromiseStatus, ReductionKind
from app.credit.operations import stop_credit
from app.credit.queries import hold_after_days, is_stopped
from app.invoicing.operations.settle import record_payment
from app.mailing.queries import get_message, list_messages
from app.mailing.settings import MailSettings, save_mail_settings
from app.mailing.states import MailKind
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.receivables.queries import list_open_items, owed_minor
from app.terms.operations import add_contact
from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver
from ui.collections.ageing_view import AgedItemsPanel
from ui.collections.collections_section import CollectionsSection
from ui.collections.dispute_forms import DisputeForm, ResolveForm
from ui.collections.forms import ContactForm, PauseForm, PlanForm, PromiseForm, ReduceForm
from ui.collections.party_panel import PartyPanel
from ui.collections.rules_view import LevelForm, RateForm, TolerancesForm
from ui.collections.run_panel import RunPanel
from ui.payments.record_panel import RecordPanel

CONTROL = Qt.KeyboardModifier.ControlModifier


def section(office: OfficeDriver) -> CollectionsSection:
    found = office.go("collections")
    assert isinstance(found, CollectionsSection)
    return found


def cells(table: Any, column: int) -> list[str]:
    return [table.row(i).cells[column] for i in range(table.count())]


def open_first(office: OfficeDriver) -> PartyPanel:
    section(office)
    office.key(Qt.Key.Key_Return)
    return office.panel(PartyPanel)


def history(panel: PartyPanel) -> list[str]:
    return [row.title for row in panel.history._rows.rows]


def test_whom_to_call_is_sorted_by_what_is_at_stake_and_a_note_takes_him_off(desk: OfficeDriver) -> None:
    page = section(desk)
    table = page.views["today"].table
    assert cells(table, 0) == ["Unlimited Ltd", "Limited Ltd"]
    assert cells(table, 1) == ["€119.00", "€23.80"]
    assert cells(table, 3) == ["16", "16"]
    assert cells(table, 4) == ["newly overdue"] * 2
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(PartyPanel)
    assert "€119.00 at stake · 16 day(s) late" in panel.about.text()
    desk.key(Qt.Key.Key_F3)
    form = desk.panel(ContactForm)
    desk.type("the boss is ill")
    form.action.setFocus()
    desk.type("call again")
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(PartyPanel)
    assert history(panel) == ["Call: the boss is ill"]
    desk.key(Qt.Key.Key_Escape)
    assert cells(table, 0) == ["Limited Ltd"]
    desk.key(Qt.Key.Key_2, CONTROL)
    assert cells(page.views["all"].table, 5)[0].endswith("call again")


def test_a_promise_is_written_down_and_broken(
    desk: OfficeDriver, trade: Wholesale, clock: SteadyClock
) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F4)
    form = desk.panel(PromiseForm)
    assert form.amount.text() == "119.00"
    form.amount.setFocus()
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(PartyPanel)
    assert "€0.00 at stake" in panel.about.text()
    clock.advance(days=10)
    on = clock().date()
    assert [p.status for p in trade.ask(list_promises, on=on)] == [PromiseStatus.BROKEN]
    panel.history.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)  # Enter on the yes that has the keyboard
    assert [p.status for p in trade.ask(list_promises, on=on)] == [PromiseStatus.WITHDRAWN]


def test_a_dispute_takes_a_part_out_and_ends_in_a_discount(desk: OfficeDriver, trade: Wholesale) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F6)
    form = desk.panel(DisputeForm)
    form.amount.setFocus()
    form.amount.selectAll()
    desk.type("23.80")
    form.remark.setFocus()
    desk.key(Qt.Key.Key_Return)
    assert form.message() == "Say why. Nothing was changed."
    desk.type("two bags were damp")
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(PartyPanel)
    assert "€95.20 at stake" in panel.about.text()
    assert panel.table.row(0).cells[3] == "€23.80"
    panel.table.setFocus()
    desk.key(Qt.Key.Key_F6)
    ending = desk.panel(ResolveForm)
    ending.remark.setFocus()
    desk.type("sold as seconds")
    desk.key(Qt.Key.Key_Return)
    desk.panel(PartyPanel)
    (dispute,) = trade.ask(list_disputes, open_only=False)
    assert dispute.outcome is DisputeOutcome.DISCOUNT
    assert trade.ask(owed_minor, party_id=dispute.party_id) == 9520


def test_a_dispute_ends_in_a_credit_note_over_a_line(desk: OfficeDriver, trade: Wholesale) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F6)
    form = desk.panel(DisputeForm)
    form.remark.setFocus()
    desk.type("never came")
    desk.key(Qt.Key.Key_S, CONTROL)
    page = section(desk)
    desk.key(Qt.Key.Key_Escape)
    page.choose("disputes")
    desk.settle()
    assert cells(page.views["disputes"].table, 2) == ["€119.00"]
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_F6)
    ending = desk.panel(ResolveForm)
    ending.outcome.choose(DisputeOutcome.CREDIT_NOTE)
    ending.remark.setFocus()
    desk.type("one was missing")
    ending.quantity.setFocus()
    desk.type("1")
    desk.key(Qt.Key.Key_S, CONTROL)
    panel = desk.panel(PartyPanel)
    assert panel.table.row(0).cells[2] == "€107.10"


def test_instalments_take_the_place_of_the_due_date(desk: OfficeDriver, trade: Wholesale) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F5)
    form = desk.panel(PlanForm)
    assert cells(form.table, 2) == ["€39.66", "€39.66", "€39.68"]
    form.count.setFocus()
    desk.key(Qt.Key.Key_Down)
    assert cells(form.table, 2) == ["€59.50", "€59.50"]
    desk.key(Qt.Key.Key_S, CONTROL)
    panel = desk.panel(PartyPanel)
    assert cells(panel.table, 2) == ["€59.50", "€59.50"]
    assert history(panel) == ["Payment plan PP-2026-000001"]
    assert trade.ask(list_plans)[0].open_minor == 11_900


def test_money_is_let_go_of_and_taken_back(desk: OfficeDriver, trade: Wholesale) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F8)
    form = desk.panel(ReduceForm)
    form.kind.choose(ReductionKind.WRITE_OFF)
    assert form.amount.text() == "119.00"
    form.reason.setFocus()
    desk.type("insolvent")
    desk.key(Qt.Key.Key_Return)
    panel = desk.panel(PartyPanel)
    assert history(panel) == ["Write-off RD-2026-000001"]
    party = panel.party_id
    assert trade.ask(list_open_items, party_id=party) == []
    panel.history.setFocus()
    desk.key(Qt.Key.Key_Return)
    panel.asking.field.setFocus()
    desk.type("he pays after all")
    desk.key(Qt.Key.Key_Return)
    assert trade.ask(owed_minor, party_id=party) == 11_900


def test_a_payment_is_recorded_from_here(desk: OfficeDriver) -> None:
    open_first(desk)
    desk.key(Qt.Key.Key_F10)
    assert desk.panel(RecordPanel).customer.text() == "Unlimited Ltd"


def test_reminders_are_looked_at_approved_done_and_never_sent_twice(
    desk: OfficeDriver, trade: Wholesale
) -> None:
    page = section(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(RunPanel)
    assert cells(panel.table, 0) == ["Unlimited Ltd", "Limited Ltd"]
    panel.table.selectRow(1)
    desk.key(Qt.Key.Key_Delete)
    assert cells(panel.table, 7) == ["to be sent", "left out"]
    assert panel.total.text() == "1 letter(s), €119.00 overdue, €0.00 charged"
    panel.table.selectRow(0)
    desk.key(Qt.Key.Key_F9)
    assert panel.paper.isVisible()
    assert panel.paper.pages == 1
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_F10)
    desk.key(Qt.Key.Key_F10)
    desk.tap(panel.asking.yes)
    assert panel.title().endswith("done")
    assert cells(panel.table, 6) == ["DL-2026-000001", ""]
    desk.tap(panel.print_button)
    assert panel.paper.pages == 1
    desk.key(Qt.Key.Key_Escape)
    desk.tap(panel.mail_button)
    assert "mail" in panel.message()
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_N, CONTROL)
    second = desk.panel(RunPanel)
    assert cells(second.table, 0) == ["Limited Ltd"]
    desk.tap(second.drop_button)
    desk.tap(second.asking.yes)
    assert second.title().endswith("thrown away")
    desk.key(Qt.Key.Key_Escape)
    assert cells(page.runs.table, 1) == ["thrown away", "done"]
    assert len(trade.ask(list_letters, party_id=trade.shop.parties["Unlimited Ltd"])) == 1


def test_a_pause_holds_reminders_back(desk: OfficeDriver) -> None:
    for _customer in range(2):
        open_first(desk)
        desk.key(Qt.Key.Key_F7)
        form = desk.panel(PauseForm)
        form.reason.setFocus()
        desk.type("court")
        desk.key(Qt.Key.Key_Return)
        desk.panel(PartyPanel)
        desk.key(Qt.Key.Key_Escape)
    section(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    assert desk.banner == "Nobody has to be reminded today."


def test_the_age_of_what_is_owed_on_a_past_day_with_the_items_behind_it(
    desk: OfficeDriver, trade: Wholesale, clock: SteadyClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    draft = PaymentDraft(party, 4000, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    page = section(desk)
    desk.key(Qt.Key.Key_3, CONTROL)
    table = page.ageing.table
    assert cells(table, 0) == ["All customers", "Unlimited Ltd", "Limited Ltd"]
    assert cells(table, 2) == ["102.80", "79.00", "23.80"]
    assert page.ageing.proof.text() == "Open items and receivable account agree: €102.80."
    page.ageing.day.setFocus()
    desk.key(Qt.Key.Key_Down)  # the day before the payment
    assert cells(table, 2) == ["142.80", "119.00", "23.80"]
    table.setFocus()
    table.selectRow(1)
    desk.key(Qt.Key.Key_Return)
    items = desk.panel(AgedItemsPanel)
    assert cells(items.table, 6) == ["€119.00"]
    assert items.title().startswith("Open items as of")
    desk.key(Qt.Key.Key_Escape)
    path = tmp_path / "ageing.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    desk.tap(page.ageing.save_button)
    desk.settle()
    assert "Unlimited Ltd;0.00;119.00;" in path.read_text("utf-8-sig")
    assert page.ageing.on() == clock().date() - timedelta(days=1)


def test_the_office_may_look_but_not_approve(
    trade: Wholesale, make_office: MakeOffice, clock: SteadyClock
) -> None:
    trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))
    clock.advance(days=30)
    office = make_office("office", local={"sound": "off"})
    office.go("collections")
    office.key(Qt.Key.Key_N, CONTROL)
    panel = office.panel(RunPanel)
    assert not panel.approve_button.isVisible()


def test_what_was_written_off_comes_after_all(desk: OfficeDriver, trade: Wholesale) -> None:
    panel = open_first(desk)
    desk.key(Qt.Key.Key_F8)
    form = desk.panel(ReduceForm)
    form.kind.choose(ReductionKind.WRITE_OFF)
    form.reason.setFocus()
    desk.type("insolvent")
    desk.key(Qt.Key.Key_Return)
    draft = PaymentDraft(panel.party_id, 5000, PaymentMethod.BANK)
    trade.run(record_payment, uuid=str(uuid4()), draft=draft)
    panel = desk.panel(PartyPanel)
    panel.reload()
    desk.settle()
    panel.table.setFocus()
    desk.key(Qt.Key.Key_F8)
    form = desk.panel(ReduceForm)
    form.kind.choose(ReductionKind.RECOVERY)
    assert form.amount.text() == "50.00"
    desk.key(Qt.Key.Key_S, CONTROL)
    assert history(desk.panel(PartyPanel))[0] == "Came after all RD-2026-000002"
    assert trade.ask(list_open_items, party_id=panel.party_id) == []


def test_levels_rates_and_tolerances_are_the_shops_own(desk: OfficeDriver, trade: Wholesale) -> None:
    page = section(desk)
    desk.key(Qt.Key.Key_7, CONTROL)
    rules = page.rules
    assert cells(rules.table, 1) == ["Reminder", "Second reminder", "Final notice"]
    assert rules.rate_table.row(0).cells[:2] == ("Jul 1, 2026", "10.4%")
    desk.key(Qt.Key.Key_Return)
    level = desk.panel(LevelForm)
    level.fee.setFocus()
    level.fee.selectAll()
    desk.type("2.50")
    level.words["en"][0].setText("A kind word")
    desk.key(Qt.Key.Key_S, CONTROL)
    assert rules.table.row(0).cells[3] == "2.50"
    assert trade.ask(list_texts)[1].title == "A kind word"
    desk.tap(rules.rate_button)
    rate = desk.panel(RateForm)
    rate.margin.setFocus()
    rate.margin.selectAll()
    desk.type("9")
    desk.key(Qt.Key.Key_Return)
    assert {r.valid_from.isoformat(): r.margin for r in trade.ask(list_rates)}["2026-01-01"] == 9000
    desk.tap(rules.other_button)
    others = desk.panel(TolerancesForm)
    others.tolerance.setFocus()
    others.tolerance.selectAll()
    desk.type("2")
    others.hold.setValue(10)
    desk.key(Qt.Key.Key_S, CONTROL)
    assert trade.ask(load_settings).tolerance_minor == 200
    assert trade.ask(hold_after_days) == 10


def test_a_stop_of_credit_is_lifted(desk: OfficeDriver, trade: Wholesale) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    trade.run(stop_credit, party_id=party, reason="DL-1")
    panel = open_first(desk)
    assert panel.why.text().endswith("credit is stopped")
    panel.history.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.tap(panel.asking.yes)
    assert not trade.ask(is_stopped, party_id=party)


def test_reminders_are_put_into_the_outbox_once(desk: OfficeDriver, trade: Wholesale) -> None:
    party = trade.shop.parties["Unlimited Ltd"]
    trade.run(add_contact, party_id=party, name="Ms Baker", email="baker@example.com", is_default=True)
    section(desk)
    desk.key(Qt.Key.Key_N, CONTROL)
    panel = desk.panel(RunPanel)
    desk.key(Qt.Key.Key_F10)
    desk.key(Qt.Key.Key_F10)
    desk.tap(panel.asking.yes)
    desk.tap(panel.mail_button)
    assert "mail" in panel.message()
    assert trade.ask(list_messages) == []
    settings = MailSettings(host="mail.example", sender_address="shop@example.com")
    trade.run(save_mail_settings, settings=settings)
    for _time in range(2):
        desk.tap(panel.mail_button)
        told = "1 letter(s) put into the outbox, 1 customer(s) without an e-mail address"
        assert desk.banner == told
    (message,) = trade.ask(list_messages)
    assert (message.to_addresses, message.kind) == ("baker@example.com", MailKind.REMINDER)
    body = trade.ask(get_message, message_id=message.id).body
    assert "- INV-2026-000001, Mar 16, 2026: €119.00" in body
