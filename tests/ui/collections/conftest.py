"""A wholesaler's back office for these tests."""

from __future__ import annotations

import pytest

from tests.conftest import SteadyClock
from tests.factories.wholesale import Wholesale
from tests.ui.office_driver import MakeOffice, OfficeDriver, make_office, office
from tests.ui.trade_driver import trade

__all__ = ["make_office", "office", "trade"]


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice, clock: SteadyClock) -> OfficeDriver:
    """The manager, thirty days after an invoice of 119.00 that was due after fourteen, and one of 23.80."""
    trade.bill(trade.ship_all(trade.order(("COFFEE", 10)).order_id))
    trade.bill(trade.ship_all(trade.order(("COFFEE", 2), customer="Limited Ltd").order_id))
    clock.advance(days=30)
    return make_office(local={"sound": "off"})
