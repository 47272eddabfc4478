"""What a tile says of the stock, however little room it has."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from app.runtime.changes import Elsewhere
from app.till.cart import Sellable
from tests.ui.conftest import TillDriver
from ui.formatting import Formats
from ui.theme.fonts import font
from ui.till.rows import tile
from ui.widgets.tile_grid import Tile, TileGrid, stock_text

APPLES = Sellable(
    product_id=1, sku="A", name="Apples", unit="kg", pack_milli=1000, unit_price_minor=299,
    includes_tax=True, tax_class_id=1, category_id=None, weighed=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("on_hand_milli", "said", "short"),
    [
        (19_523, "19.5\N{NO-BREAK SPACE}kg", "19.5"), (9_523, "9.523\N{NO-BREAK SPACE}kg", "9.523"),
        (19_960, "20\N{NO-BREAK SPACE}kg", "20"),
        (-12_340, "only \N{MINUS SIGN}12.3\N{NO-BREAK SPACE}kg", "\N{MINUS SIGN}12.3"),
    ],
)  # fmt: skip
def test_much_weighed_stock_is_said_to_the_tenth(
    qtbot: QtBot, on_hand_milli: int, said: str, short: str
) -> None:
    shown = tile(replace(APPLES, on_hand_milli=on_hand_milli), Formats("en_GB", "GBP", ZoneInfo("UTC")))
    assert (shown.stock, shown.stock_short) == (said, short)


def test_a_number_is_never_cut_on_a_narrow_tile(qtbot: QtBot) -> None:
    shown = tile(replace(APPLES, on_hand_milli=-2_730), Formats("de_DE", "EUR", ZoneInfo("UTC")))
    metrics = QFontMetrics(font(13, 600))
    wide, narrow = metrics.horizontalAdvance(shown.stock), metrics.horizontalAdvance(shown.stock_short)
    assert stock_text(shown, metrics, wide) == shown.stock
    assert stock_text(shown, metrics, wide - 1) == shown.stock_short
    assert stock_text(shown, metrics, narrow - 1) == ""


def _stock(till: TillDriver, sku: str) -> str:
    grid = till.page.view.sell.tiles
    wanted = till.shop.products[sku]
    found = [grid._tiles.tile(row) for row in range(grid.count())]
    (stock,) = (t.stock_short for t in found if t is not None and t.product_id == wanted)
    return stock


def test_the_tiles_tell_what_is_left_after_a_sale_here_and_after_one_at_another_station(
    till: TillDriver, qtbot: QtBot
) -> None:
    before = int(_stock(till, "COFFEE"))
    till.scan_sku("COFFEE")
    till.pay_exact()
    qtbot.waitUntil(lambda: _stock(till, "COFFEE") == str(before - 1))
    other = till.shop.open_shift("T02")
    till.shop.sell(till.shop.cart(("COFFEE", 2000)), other, till="T02")
    till.page.services.bridge.elsewhere.emit(Elsewhere(kinds=frozenset({"sale.completed"})))
    qtbot.waitUntil(lambda: _stock(till, "COFFEE") == str(before - 3))


def test_tiles_are_renewed_where_they_are(qtbot: QtBot) -> None:
    grid = TileGrid()
    qtbot.addWidget(grid)
    grid.resize(400, 200)
    grid.show()
    grid.set_tiles([Tile(n, f"Item {n}", "1.00", "5 pc") for n in range(100)], more=True)
    bar = grid.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert grid.product_ids(3) == [0, 1, 2]
    grid.renew_tiles([Tile(1, "Item 1", "1.00", "only 4 pc", low=True), Tile(777, "Stranger", "9.00")])
    assert (bar.value(), grid.count()) == (place, 100)
    shown = grid._tiles.tile(1)
    assert shown is not None
    assert shown.stock == "only 4 pc"
