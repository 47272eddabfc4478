"""The wholesaler of tests.factories.wholesale."""

from __future__ import annotations

import pytest

from tests.factories.shop import Shop
from tests.factories.wholesale import Wholesale, make_wholesale


@pytest.fixture
def trade(shop: Shop) -> Wholesale:
    """Net prices, bins, customers with terms."""
    return make_wholesale(shop)
