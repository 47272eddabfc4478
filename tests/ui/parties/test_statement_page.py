"""A customer's account: all movements, or only what is still open, on the screen and as PDF."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from app.invoicing.operations.settle import record_payment
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from tests.factories.wholesale import make_wholesale
from tests.ui.office_driver import OfficeDriver
from ui.parties.statement_page import StatementPage

NAME = "Unlimited Ltd"


@pytest.fixture
def page(office: OfficeDriver, qtbot: QtBot) -> StatementPage:
    """Two invoices, of which one is paid."""
    trade = make_wholesale(office.shop)
    party_id = office.shop.parties[NAME]
    for sku in ("COFFEE", "WINE"):
        trade.bill(trade.ship_all(trade.order((sku, 1), customer=NAME).order_id))
    draft = PaymentDraft(party_id=party_id, method=PaymentMethod.BANK, amount_minor=1190)
    trade.run(record_payment, uuid="paid", draft=draft)
    made = StatementPage(office.page.desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.until.setDate(QDate(2026, 3, 31))
    made.load(party_id)
    office.settle()
    return made


def test_all_movements_or_only_what_is_open(office: OfficeDriver, page: StatementPage) -> None:
    assert page.period()[1] == date(2026, 3, 31)
    assert page.table.count() == 4  # opening, two invoices, the payment
    balance = page.closing.text()
    page.which.choose("open")
    office.settle()
    assert page.table.count() == 1
    assert page.closing.text() == balance
    assert not page.since.isEnabled()
    page.show_pdf()
    office.settle()
    assert page.paper.isVisible()
