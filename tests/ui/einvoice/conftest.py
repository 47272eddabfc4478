"""The wholesaler's back office, ready for e-invoices."""

from __future__ import annotations

import pytest

from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale
from tests.integration.einvoice.conftest import ready
from tests.support.judge import outside, passes
from tests.ui.office_driver import MakeOffice, OfficeDriver, make_office

__all__ = ["make_office", "outside", "passes"]


@pytest.fixture
def trade(ui_shop: Shop) -> Wholesale:
    """Net prices, an account, electronic addresses."""
    return ready(ui_shop)


@pytest.fixture
def desk(trade: Wholesale, make_office: MakeOffice) -> OfficeDriver:
    """The manager of the wholesaler."""
    del trade
    return make_office(local={"sound": "off"})
