"""A template at the till: one tile, a grid of large buttons, one tap into the cart."""

from __future__ import annotations

import pytest

from app.catalog.drafts import AxisDraft, ValueDraft
from app.inventory.operations import adjust_stock
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.shop import TODAY
from tests.integration.catalog.test_templates import COLOURS, SIZES, make_shirt, template
from tests.ui.conftest import TillDriver
from ui.till.panels_variants import VariantsPanel


@pytest.fixture
def shirts(till: TillDriver) -> TillDriver:
    """A till with a shirt in six variants, seven of the first."""
    product_id = make_shirt(till.shop, SIZES, COLOURS)
    first = template(till.shop, product_id).variants[0]
    till.shop.products["SHIRT"] = product_id
    till.shop.runtime.run(
        adjust_stock, actor=SYSTEM_ACTOR, product_id=first.product_id, quantity_milli=7000, reason="new",
        location_id=till.shop.locations["SHOP"], business_date=TODAY, cost_minor=7000,
    )  # fmt: skip
    return till


def open_grid(till: TillDriver) -> VariantsPanel:
    """Tap the template's tile."""
    till.page.parts.sell.product_chosen(till.shop.products["SHIRT"])
    till.settle()
    panel = till.panel
    assert isinstance(panel, VariantsPanel)
    return panel


def test_a_tap_on_the_template_opens_its_grid_and_a_tap_there_sells(shirts: TillDriver) -> None:
    panel = open_grid(shirts)
    texts = [w.text() for w in panel.grid.widgets.values()]  # type: ignore[attr-defined]
    assert texts == ["7\N{NO-BREAK SPACE}pc", *["sold out"] * 5]
    shirts.tap(next(iter(panel.grid.widgets.values())))
    assert shirts.lines == [("SHIRT-S-R", 1000)]
    assert shirts.panel is None


def test_sold_out_ones_are_sold_when_they_lie_on_the_counter(shirts: TillDriver) -> None:
    panel = open_grid(shirts)
    shirts.tap(list(panel.grid.widgets.values())[-1])
    assert shirts.lines == [("SHIRT-XL-B", 1000)]


def test_a_count_typed_before_counts_for_the_variant(shirts: TillDriver) -> None:
    shirts.page.parts.desk.state.quantity_milli = 3000
    panel = open_grid(shirts)
    shirts.tap(next(iter(panel.grid.widgets.values())))
    assert shirts.lines == [("SHIRT-S-R", 3000)]


def test_a_variants_own_code_goes_straight_into_the_cart(shirts: TillDriver) -> None:
    shirts.scan("SHIRT-M-R")
    shirts.settle()
    assert shirts.lines == [("SHIRT-M-R", 1000)]


def test_a_third_attribute_is_chosen_by_chips(till: TillDriver) -> None:
    fits = AxisDraft("Fit", (ValueDraft("Slim"), ValueDraft("Wide")))
    till.shop.products["SHIRT"] = make_shirt(till.shop, SIZES, COLOURS, fits)
    panel = open_grid(till)
    wide = list(panel.grid.widgets.values())[-1]
    assert not wide.isVisible()
    panel.grid.choose(str(panel.grid.cells()[-1][2]))
    till.tap(wide)
    assert till.lines == [("SHIRT-XL-B-WIDE", 1000)]
