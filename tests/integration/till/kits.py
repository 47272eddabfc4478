"""Kits in the shop of the tests."""

from __future__ import annotations

from app.catalog.barcodes import parse_scan
from app.catalog.drafts import PartDraft, PriceEntry, ProductDetails
from app.catalog.operations import create_product, set_parts
from app.catalog.states import ProductKind
from app.kernel.permission import SYSTEM_ACTOR
from app.till.cart import Sellable
from app.till.lookup import find_sellable
from tests.factories.shop import TODAY, Shop


def make_kit(
    shop: Shop, sku: str, price_minor: int, *parts: tuple[str, int], tax_class: str = "A",
    kind: ProductKind = ProductKind.KIT,
) -> int:  # fmt: skip
    """A product made of (SKU, base units in thousandths); returns its id, its item is in shop.items."""
    saved = shop.runtime.run(
        create_product, actor=SYSTEM_ACTOR,
        details=ProductDetails(
            name=sku.title(), category_id=shop.category_id, tax_class_id=shop.classes[tax_class], sku=sku,
            kind=kind,
        ),
        prices=[PriceEntry(shop.price_list_id, price_minor)],
    )  # fmt: skip
    shop.products[sku] = saved.id
    shop.runtime.run(
        set_parts, actor=SYSTEM_ACTOR, product_id=saved.id, version=saved.version,
        parts=[PartDraft(shop.products[name], milli) for name, milli in parts],
    )  # fmt: skip
    found = look_up(shop, sku)
    assert found is not None
    shop.items[sku] = found
    return saved.id


def look_up(shop: Shop, code: str) -> Sellable | None:
    """What the till finds for a code."""
    return shop.runtime.ask(
        find_sellable, scan=parse_scan(code), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip
