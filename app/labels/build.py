"""A label as data: what stands where, for any size."""

from __future__ import annotations

from app.devices.label import Label, LabelCode, LabelPart, LabelText
from app.documents.formats import money
from app.kernel.text import clean
from app.labels.queries import LabelGoods
from app.labels.rules import LabelKind

_EDGE = 2.0
_TALL = 30.0  # from this height on a name has two lines
_UNITS = {"de": {"pc": "Stück"}, "en": {"pc": "piece"}}


def build_label(
    goods: LabelGoods, *, kind: LabelKind, width: float, height: float, language: str, copies: int = 1
) -> Label:
    """The label of a product.

    On a shelf label the price is large and the barcode small, on an item label the other way round.

    Args:
        goods: what it says.
        kind: where it hangs.
        width: of the label, millimetres.
        height: of the label, millimetres.
        language: of amounts.
        copies: so many of it.
    """
    inner = width - 2 * _EDGE
    lines = 2 if height >= _TALL else 1
    name_height = min(max(height * 0.1, 2.4), 3.8)
    price_height = height * (0.34 if kind is LabelKind.SHELF else 0.15)
    small = min(max(height * 0.07, 1.9), 2.6)
    price = money(goods.price_minor, goods.currency, language)
    parts: list[LabelPart] = [LabelText(clean(goods.name), _EDGE, 1.4, inner, name_height, lines, bold=True)]
    y = 1.4 + lines * name_height + 0.5
    parts.append(LabelText(price, _EDGE, y, inner, price_height, bold=True))
    y += price_height + 0.4
    told = "   ".join(x for x in (base_text(goods, language), clean(goods.sku)) if x)
    parts.append(LabelText(told, _EDGE, y, inner, small))
    y += small + 0.6
    data = clean(goods.code or goods.sku)
    bars = height - y - _BELOW
    if data and bars >= _LEAST_BARS:
        tallest = _SMALL_BARS if kind is LabelKind.SHELF else _TALL_BARS
        parts.append(LabelCode(data, _EDGE, y, min(bars, tallest), inner))
    return Label(width, height, tuple(parts), max(copies, 1))


_BELOW = 3.6  # the digits under the bars, and the edge
_LEAST_BARS = 3.0
_SMALL_BARS, _TALL_BARS = 7.5, 14.0


def base_text(goods: LabelGoods, language: str) -> str:
    """The price of a kilogramme or litre, "1 l = 10.65 €"; "" where the price says it."""
    if goods.base_minor is None:
        return ""
    words = _UNITS.get(language[:2], _UNITS["en"])
    unit = words.get(goods.base_unit, goods.base_unit)
    return f"1 {unit} = {money(goods.base_minor, goods.currency, language)}"
