"""The server's shop, with PINs, for windows."""

from __future__ import annotations

import pytest

from tests.factories.shop import Shop
from tests.integration.stations.conftest import server_shop, server_url
from tests.ui.conftest import _set_pins
from tests.ui.office_driver import make_office, office

__all__ = ["make_office", "office", "server_shop", "server_url", "shop_with_pins"]


@pytest.fixture
def shop_with_pins(server_shop: Shop) -> Shop:
    """The shop at the server."""
    _set_pins(server_shop)
    return server_shop
