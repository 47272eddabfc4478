"""A wholesaler with a bank account and two open invoices, at the bank's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.banking.operations.accounts import AccountDraft, save_bank_account
from tests.factories.wholesale import Wholesale
from tests.integration.banking.conftest import IBAN, Mt940, mt940
from tests.ui.office_driver import MakeOffice, OfficeDriver, make_office
from tests.ui.trade_driver import trade
from ui.banking.bank_section import BankSection

__all__ = ["make_office", "mt940", "trade"]
CUSTOMER = "Unlimited Ltd"


@pytest.fixture
def bank(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager with two open invoices of 11.90 and 8.33, and a bank account."""
    for sku in ("COFFEE", "WINE"):
        trade.bill(trade.ship_all(trade.order((sku, 1)).order_id))
    trade.run(save_bank_account, draft=AccountDraft("Main", IBAN, "EUR"))
    return make_office(local={"sound": "off"})


def section(office: OfficeDriver) -> BankSection:
    """The bank's page."""
    office.go("bank")
    found = office.page.section()
    assert isinstance(found, BankSection)
    return found


def statement(
    tmp_path: Path, make: Mt940, *lines: tuple[int, str], name: str = "march.sta", **more: object
) -> Path:
    """A statement as a file."""
    path = tmp_path / name
    path.write_bytes(make(*lines, **more))
    return path


def words(text: str, name: str = "UNLIMITED LTD", iban: str = "DE21500500009876543210") -> str:
    """As a German bank writes them."""
    return f"166?00GUTSCHRIFT?20SVWZ+{text}?31{iban}?32{name}"
