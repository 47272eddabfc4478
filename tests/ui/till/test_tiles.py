"""What a tile says of the stock, however little room it has."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from app.till.cart import Sellable
from ui.formatting import Formats
from ui.theme.fonts import font
from ui.till.rows import tile
from ui.widgets.tile_grid import stock_text

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
