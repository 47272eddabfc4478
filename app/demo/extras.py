"""Goods of the demo shop that are more than one product: bags in variants, a basket of several things."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.catalog.drafts import AxisDraft, PartDraft, PriceEntry, ProductDetails, ValueDraft
from app.catalog.operations import create_product, create_template, set_parts
from app.catalog.states import ProductKind
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import SUPPLIERS, adjust_stock
from app.kernel.quantity import ONE

_BAG_PRICE = 990
_BAG_COST = 420
_BASKET_PRICE = 2490
_BASKET = (("1002", 1), ("1011", 1), ("6015", 1), ("8001", 1))  # number in the catalogue, how many
_TEXTS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "bag": "Cotton bag", "size": "Size", "sizes": ("Small", "Large"), "colour": "Colour",
        "colours": ("Natural", "Green", "Blue"), "basket": "Gift basket",
    },
    "de": {
        "bag": "Baumwolltasche", "size": "Größe", "sizes": ("Klein", "Groß"), "colour": "Farbe",
        "colours": ("Natur", "Grün", "Blau"), "basket": "Geschenkkorb",
    },
}  # fmt: skip


def add_extras(
    uow: UnitOfWork, *, products: Mapping[str, int], category_id: int, tax_class_id: int, price_list_id: int,
    location_id: int, on: date, language: str, reason: str,
) -> None:  # fmt: skip
    """Make them by their operations, the bags with stock."""
    texts = _TEXTS.get(language, _TEXTS["en"])
    suffixes = ("-S", "-L"), ("-N", "-G", "-B")
    axes = [
        AxisDraft(texts[name], tuple(ValueDraft(v, s) for v, s in zip(texts[values], ends, strict=True)))
        for (name, values), ends in zip((("size", "sizes"), ("colour", "colours")), suffixes, strict=True)
    ]
    _bag, variants = create_template(
        uow, axes=axes, prices=[PriceEntry(price_list_id, _BAG_PRICE)],
        details=ProductDetails(
            name=texts["bag"], category_id=category_id, tax_class_id=tax_class_id, sku="BAG",
            kind=ProductKind.TEMPLATE, cost_minor=_BAG_COST,
        ),
    )  # fmt: skip
    for count, product_id in enumerate(variants, start=3):
        adjust_stock(
            uow, product_id=product_id, location_id=location_id, quantity_milli=count * ONE, reason=reason,
            business_date=on, cost_minor=count * _BAG_COST, source=SUPPLIERS,
        )  # fmt: skip
    basket = create_product(
        uow, prices=[PriceEntry(price_list_id, _BASKET_PRICE)],
        details=ProductDetails(
            name=texts["basket"], category_id=category_id, tax_class_id=tax_class_id, sku="BASKET",
            kind=ProductKind.KIT,
        ),
    )  # fmt: skip
    set_parts(
        uow, product_id=basket.id, version=basket.version,
        parts=[PartDraft(products[sku], count * ONE) for sku, count in _BASKET],
    )  # fmt: skip
