"""A kit at the till: one line, one price, its parts leave the stock and come back."""

from __future__ import annotations

from typing import cast

import pytest

from app.inventory.queries import on_hand
from tests.integration.till.kits import make_kit
from tests.ui.conftest import TillDriver
from ui.widgets.tile_grid import TileModel


@pytest.fixture
def counter(till: TillDriver) -> TillDriver:
    """A till with a breakfast of a coffee and two milk."""
    make_kit(till.shop, "BREAKFAST", 1499, ("COFFEE", 1000), ("MILK", 2000))
    return till


def there(till: TillDriver, sku: str) -> int:
    """What is on hand."""
    found: int = till.shop.runtime.ask(
        on_hand, product_id=till.shop.products[sku], location_id=till.shop.locations["SHOP"]
    )
    return found


def test_a_kit_is_scanned_and_paid_as_one_line(counter: TillDriver) -> None:
    counter.scan("BREAKFAST", "BREAKFAST")
    counter.settle()
    assert counter.lines == [("BREAKFAST", 2000)]
    assert counter.total == 2998
    counter.pay_exact()
    assert there(counter, "COFFEE") == 98_000
    assert there(counter, "MILK") == 96_000


def test_its_tile_says_how_many_can_be_made(counter: TillDriver) -> None:
    counter.page.parts.sell.show_tiles()
    counter.settle()
    grid = counter.page.parts.desk.view.sell.tiles
    model = cast("TileModel", grid.model())
    tiles = [model.tile(row) for row in range(model.rowCount())]
    assert [t.stock for t in tiles if t.name == "Breakfast"] == ["50\N{NO-BREAK SPACE}pc"]
