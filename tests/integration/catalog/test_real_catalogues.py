"""The real catalogues, through the profiles that come with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.catalog.importing.run import ImportResult, import_products
from app.catalog.tables import barcode, category, product, search_word
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.operations import create_price_list
from app.pricing.tables import price
from tests.conftest import DATA
from tests.factories.shop import Shop

pytestmark = pytest.mark.realdata


def take(shop: Shop, path: Path, profile: str) -> ImportResult:
    return import_products(shop.runtime, actor=SYSTEM_ACTOR, path=path, profile=profile)


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.new, result.changed, result.unchanged, result.error_count


def state(shop: Shop) -> tuple[tuple[int, ...], int]:
    """How many rows there are, and the sum of the versions of all products."""
    with shop.runtime.factory.read() as connection:
        sizes = tuple(
            connection.execute(select(func.count()).select_from(t)).scalar_one()
            for t in (product, barcode, price, category, search_word)
        )
        return sizes, int(connection.execute(select(func.sum(product.c.version))).scalar_one())


def test_the_gift_shop_comes_in_whole_and_again_without_a_change(shop: Shop) -> None:
    pounds = shop.runtime.run(
        create_price_list, actor=SYSTEM_ACTOR, code="gbp", name="Pounds", currency="GBP", includes_tax=True
    )
    with shop.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(barcode.delete())  # the small shop has in-house codes of the same range
    path = DATA / "demo-giftshop-gbp" / "catalogue.csv"
    assert counts(take(shop, path, "gift-shop")) == (3406, 0, 0, 0)
    with shop.runtime.factory.read() as connection:
        total = select(func.sum(price.c.price_minor)).where(price.c.price_list_id == pounds)
        assert connection.execute(total).scalar_one() == 1_147_011  # 11,470.11, as its README says
        names = select(category.c.name)
        assert len(set(connection.execute(names).scalars()) - {"All"}) == 13
    before = state(shop)
    assert counts(take(shop, path, "gift-shop")) == (0, 0, 3406, 0)
    assert state(shop) == before


def test_the_american_catalogue_comes_in_but_for_its_one_bad_code(shop: Shop) -> None:
    result = take(shop, DATA / "catalog-datakick-cc0" / "items.csv", "datakick")
    with shop.runtime.factory.read() as connection:
        row = select(product.c.name).where(product.c.sku == "009800895007")
        assert connection.execute(row).scalar_one() == "Ferrero Nutella 13 oz"
    assert result.new + result.error_count == 6561
    assert result.new >= 6550
    assert counts(take(shop, DATA / "catalog-datakick-cc0" / "items.csv", "datakick")) == (
        0, 0, result.new, result.error_count,
    )  # fmt: skip


def test_groceries_priced_in_another_currency_are_left_out_in_words(shop: Shop) -> None:
    result = take(shop, DATA / "openprices-grocery-demo" / "catalogue_priced.csv", "open-prices")
    foreign = [e for e in result.errors if "the price list in EUR" in e.text]
    assert len(foreign) == 163  # 790 products, 627 of them in EUR
    assert result.new + result.error_count == 790
    assert result.new >= 623


@pytest.mark.parametrize(
    ("file", "profile"),
    [
        ("shopify/apparel.csv", "shopify"),
        ("shopify/bicycles.csv", "shopify"),
        ("woocommerce/sample_products.csv", "woocommerce"),
    ],
)
def test_exports_of_other_systems_come_in_and_never_double(shop: Shop, file: str, profile: str) -> None:
    path = DATA / "pos-import-templates" / file
    first = take(shop, path, profile)
    assert first.new > first.error_count
    before = state(shop)
    again = take(shop, path, profile)
    assert (again.new, again.changed) == (0, 0)
    assert state(shop) == before
