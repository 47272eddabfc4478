"""From priced carts and sellables to what the views show: texts in the user's locale."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.kernel.quantity import ONE
from app.till.cart import Discount, DiscountKind, Sellable
from app.till.rules import PricedCart, PricedLine
from ui.formatting import Formats
from ui.till.cart_panel import Totals
from ui.widgets.cart_list import CartRow
from ui.widgets.tile_grid import Tile

_LOW_STOCK_MILLI = 5 * ONE


def _discount_badge(discount: Discount, formats: Formats) -> str:
    if discount.kind is DiscountKind.PERCENT:
        return formats.discount(discount.value)
    return formats.signed_money(-discount.value)


def cart_row(priced: PricedLine, formats: Formats, *, returning: bool) -> CartRow:
    """One line of the cart."""
    line = priced.line
    shown = priced.list_minor - priced.line_discount_minor
    return CartRow(
        line_id=line.line_id,
        name=line.item.name,
        detail=formats.times(line.quantity_milli, line.unit_price_minor, _unit(line.item)),
        total=formats.money(-shown if returning else shown),
        badge=_discount_badge(line.discount, formats) if line.discount else "",
        note=line.note,
        struck=returning,
    )


def _unit(item: Sellable) -> str:
    return "" if item.unit == "pc" else item.unit


def cart_rows(priced: PricedCart, formats: Formats, *, returning: bool) -> list[CartRow]:
    """All lines of the cart."""
    return [cart_row(line, formats, returning=returning) for line in priced.lines]


def totals(priced: PricedCart, formats: Formats, *, returning: bool) -> Totals:
    """The sums under the cart."""
    tr = QCoreApplication.translate
    sign = -1 if returning else 1
    included = all(line.line.item.includes_tax for line in priced.lines)
    return Totals(
        items=formats.number(priced.item_count),
        total=formats.money(sign * priced.gross_minor),
        discount=formats.signed_money(-sign * priced.discount_minor) if priced.discount_minor else "",
        tax=formats.money(sign * priced.tax_minor) if priced.tax_minor else "",
        tax_label=tr("Till", "VAT incl.") if included else tr("Till", "VAT"),
    )


def tiles(items: Iterable[Sellable], formats: Formats) -> list[Tile]:
    """Products for the grid."""
    return [tile(item, formats) for item in items if item.product_id is not None]


def tile(item: Sellable, formats: Formats) -> Tile:
    """One product for the grid; little stock is said in the warning colour."""
    stock, low = "", False
    if item.on_hand_milli is not None:
        low = item.on_hand_milli < _LOW_STOCK_MILLI
        amount = formats.quantity(item.on_hand_milli, item.unit)
        stock = QCoreApplication.translate("Till", "only {amount}").format(amount=amount) if low else amount
    return Tile(
        product_id=item.product_id or 0,
        name=item.name,
        price=formats.money(item.unit_price_minor),
        stock=stock,
        low=low,
        colour=max(item.colour - 1, 0),
    )
