"""The small shop's office, and the stock of a wholesaler."""

from __future__ import annotations

import pytest

from tests.factories.wholesale import Wholesale
from tests.ui.inventory.stock_driver import StockDriver
from tests.ui.office_driver import MakeOffice, make_office, office
from tests.ui.trade_driver import trade

__all__ = ["keeper", "make_office", "office", "trade"]


@pytest.fixture
def keeper(trade: Wholesale, make_office: MakeOffice) -> StockDriver:
    """The manager, who sees what goods cost, at the stock pages of a wholesaler."""
    return StockDriver(make_office(local={"sound": "off"}), trade)
