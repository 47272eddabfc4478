"""The small shop of the windows, as a wholesaler."""

from __future__ import annotations

import pytest

from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(ui_shop: Shop) -> Wholesale:
    """Net prices, bins, customers with terms."""
    return make_wholesale(ui_shop)
