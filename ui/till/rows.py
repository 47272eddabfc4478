"""From priced carts and sellables to what the views show: texts in the user's locale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from app.kernel.quantity import ONE
from app.pricing.choosing import OWN
from app.till.cart import CartLine, Discount, DiscountKind, Sellable
from app.till.rules import PricedCart, PricedLine
from ui.formatting import Formats
from ui.till.cart_panel import Totals
from ui.widgets.cart_list import CartRow
from ui.widgets.tile_grid import Tile

_LOW_STOCK_MILLI = 5 * ONE
_ROUGH_FROM_MILLI = 10 * ONE


def _discount_badge(discount: Discount, formats: Formats) -> str:
    if discount.kind is DiscountKind.PERCENT:
        return formats.discount(discount.value)
    return formats.signed_money(-discount.value)


def shown_minor(priced: PricedLine) -> int:
    """What a line says it comes to: less than nothing for goods that come back."""
    before = priced.list_minor - priced.line_discount_minor
    return before if priced.line.back is None else priced.sale_discount_minor - before


def _badge(priced: PricedLine, formats: Formats) -> str:
    """What is taken off the line: by promotions, then by hand."""
    line = priced.line
    by_promotion = formats.signed_money(-priced.promotion_minor) if priced.promotion_minor else ""
    by_hand = _discount_badge(line.discount, formats) if line.discount else ""
    return " ".join(x for x in (by_promotion, by_hand) if x)


def _note(priced: PricedLine, formats: Formats, promotions: Sequence[str]) -> str:
    """Why it costs what it costs, and what was noted."""
    line = priced.line
    own = line.note or (line.back.reason if line.back else "")
    seller = line.seller.name if line.seller else ""
    sold = QCoreApplication.translate("Till", "sold by {name}").format(name=seller) if seller else ""
    told = (why_this_price(line, formats), *promotions, *_mark_words(line, formats), sold, own)
    return " · ".join(x for x in told if x)


def _mark_words(line: CartLine, formats: Formats) -> list[str]:
    """Serial numbers, those that are missing, the lot and its last day."""
    tr, mark = QCoreApplication.translate, line.mark
    if mark is None:
        return []
    words = []
    if line.serials_missing > 0:
        words.append(tr("Till", "%n serial number(s) missing", "", line.serials_missing))
    if mark.serials:
        words.append(tr("Till", "No. {codes}").format(codes=", ".join(mark.serials)))
    if mark.lot:
        words.append(tr("Till", "Lot {lot}").format(lot=mark.lot))
    if mark.expires_on is not None:
        words.append(tr("Till", "until {day}").format(day=formats.date(mark.expires_on)))
    return words


def why_this_price(line: CartLine, formats: Formats) -> str:
    """The list, the break and the days that a price comes from; "" for the till's plain price."""
    step = line.step
    if step is None:
        return ""
    tr, item = QCoreApplication.translate, line.item
    told = [step.list_name] if step.list_name else []
    if step.break_milli:
        unit = _unit(item) if step.how == OWN else ""
        told.append(tr("Till", "from {quantity}").format(quantity=formats.quantity(step.break_milli, unit)))
    if step.valid_to is not None:
        told.append(tr("Till", "until {day}").format(day=formats.date(step.valid_to)))
    elif step.valid_from is not None:
        told.append(tr("Till", "since {day}").format(day=formats.date(step.valid_from)))
    return ", ".join(told)


def cart_row(priced: PricedLine, formats: Formats, promotions: Sequence[str] = ()) -> CartRow:
    """One line of the cart; `promotions` are the names of those that work on it."""
    line = priced.line
    return CartRow(
        line_id=line.line_id,
        name=line.item.name,
        detail=_detail(line, formats),
        total=formats.money(shown_minor(priced)),
        badge=_badge(priced, formats),
        note=_note(priced, formats, promotions),
        struck=line.back is not None,
    )


def _detail(line: CartLine, formats: Formats) -> str:
    if line.taking is not None:
        return line.taking.reference
    return formats.times(line.quantity_milli, line.unit_price_minor, _unit(line.item))


def _unit(item: Sellable) -> str:
    return "" if item.unit == "pc" else item.unit


def cart_rows(priced: PricedCart, formats: Formats) -> list[CartRow]:
    """All lines of the cart."""
    if not priced.cart.reductions:
        return [cart_row(line, formats) for line in priced.lines]
    names: dict[str, list[str]] = {}
    for r in priced.cart.reductions:
        names.setdefault(r.line_key, []).append(r.name)
    return [cart_row(line, formats, names.get(line.line.line_id, ())) for line in priced.lines]


def totals(priced: PricedCart, formats: Formats) -> Totals:
    """The sums under the cart."""
    tr = QCoreApplication.translate
    included = all(line.line.item.includes_tax for line in priced.lines)
    return Totals(
        items=formats.number(priced.item_count),
        total=formats.money(priced.gross_minor),
        discount=formats.signed_money(-priced.discount_minor) if priced.discount_minor else "",
        tax=formats.money(priced.tax_minor) if priced.tax_minor else "",
        tax_label=tr("Till", "VAT incl.") if included else tr("Till", "VAT"),
    )


def tiles(items: Iterable[Sellable], formats: Formats) -> list[Tile]:
    """Products for the grid."""
    return [tile(item, formats) for item in items if item.product_id is not None]


def _rough(milli: int) -> int:
    """From ten on to the tenth: "19.5 kg" is what one wants to know of a barrel, and fits."""
    size = abs(milli)
    rough = (size + 50) // 100 * 100 if size >= _ROUGH_FROM_MILLI else size
    return rough if milli >= 0 else -rough


def tile(item: Sellable, formats: Formats) -> Tile:
    """One product for the grid; little stock is said in the warning colour."""
    stock, short, low = "", "", False
    if item.on_hand_milli is not None:
        low = item.on_hand_milli < _LOW_STOCK_MILLI
        seen = _rough(item.on_hand_milli)
        amount, short = formats.quantity(seen, item.unit), formats.quantity(seen)
        stock = QCoreApplication.translate("Till", "only {amount}").format(amount=amount) if low else amount
    return Tile(
        product_id=item.product_id or 0,
        name=item.name,
        price=formats.money(item.unit_price_minor),
        stock=stock,
        stock_short=short,
        low=low,
        colour=max(item.colour - 1, 0),
    )
