"""A template is sold in variants: made from a grid, priced by it, found at the till."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.catalog.drafts import AxisDraft, PriceEntry, ProductDetails, ValueDraft, VariantPrice
from app.catalog.operations import (
    BulkChange,
    bulk_edit,
    create_template,
    make_variants,
    set_axes,
    set_variant_prices,
    update_product,
)
from app.catalog.queries import ProductFilter, get_product, list_product_ids
from app.catalog.refusals import AxesError, AxisInUseError, NoSuchValueError, ValueInUseError, ValueTwiceError
from app.catalog.states import ProductKind
from app.catalog.templates import Template, get_template
from app.kernel.permission import SYSTEM_ACTOR
from app.pricing.operations import remove_price, set_price
from app.till.cart import Cart, TemplateError
from app.till.lookup import list_tiles, search, sellable_by_product
from app.till.variants import template_matrix
from tests.factories.shop import TODAY, Shop
from tests.integration.till.kits import look_up

SIZES = AxisDraft("Size", (ValueDraft("S"), ValueDraft("M"), ValueDraft("XL")))
COLOURS = AxisDraft("Colour", (ValueDraft("Red", "-R"), ValueDraft("Dark blue", "-B")))


def place(shop: Shop) -> dict[str, Any]:
    """Where the till looks."""
    return {
        "price_list_id": shop.price_list_id, "location_id": shop.locations["SHOP"], "on": TODAY,
    }  # fmt: skip


def make_shirt(shop: Shop, *axes: AxisDraft, with_variants: bool = True) -> int:
    """A template at 20.00; returns its id."""
    saved, _made = shop.runtime.run(
        create_template, actor=SYSTEM_ACTOR,
        details=ProductDetails(
            name="Linen shirt", category_id=shop.category_id, tax_class_id=shop.classes["A"], sku="SHIRT",
            kind=ProductKind.TEMPLATE,
        ),
        axes=axes or (SIZES, COLOURS), prices=[PriceEntry(shop.price_list_id, 2000)],
        with_variants=with_variants,
    )  # fmt: skip
    return saved.id


def template(shop: Shop, product_id: int) -> Template:
    """The template as the grid shows it."""
    return shop.runtime.ask(
        get_template, template_id=product_id, price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip


def test_all_variants_come_from_the_grid_in_its_order_with_numbers_names_and_the_price(shop: Shop) -> None:
    found = template(shop, make_shirt(shop))
    assert [v.sku for v in found.variants] == [
        "SHIRT-S-R", "SHIRT-S-B", "SHIRT-M-R", "SHIRT-M-B", "SHIRT-XL-R", "SHIRT-XL-B",
    ]  # fmt: skip
    assert found.variants[3].name == "Linen shirt M Dark blue"
    assert {v.price_minor for v in found.variants} == {2000}
    view = shop.runtime.ask(
        get_product, product_id=found.variants[3].product_id, price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"],
    )  # fmt: skip
    assert view.details.attributes == (("Colour", "Dark blue"), ("Size", "M"))


def test_only_chosen_variants_are_made_and_those_that_are_there_stay(shop: Shop) -> None:
    product_id = make_shirt(shop, with_variants=False)
    found = template(shop, product_id)
    first, last = found.cells[0], found.cells[-1]
    args: dict[str, Any] = {"actor": SYSTEM_ACTOR, "product_id": product_id}
    made = shop.runtime.run(make_variants, version=found.version, cells=[first, last], **args)
    assert len(made) == 2
    more = shop.runtime.run(make_variants, version=found.version + 1, cells=None, **args)
    assert len(more) == 4
    assert not set(made) & set(more)
    with pytest.raises(NoSuchValueError):
        shop.runtime.run(make_variants, version=found.version + 2, cells=[(1, 2, 3)], **args)


def test_a_variant_follows_the_price_of_its_template_until_it_has_its_own(shop: Shop) -> None:
    product_id = make_shirt(shop)
    small, _, _, _, large, largest = template(shop, product_id).variants
    shop.runtime.run(
        set_variant_prices, actor=SYSTEM_ACTOR, product_id=product_id, price_list_id=shop.price_list_id,
        base_minor=2100,
        prices=[
            VariantPrice(large.product_id, 300), VariantPrice(largest.product_id, 2999, follows=False),
        ],
    )  # fmt: skip
    assert [v.price_minor for v in template(shop, product_id).variants] == [2100] * 4 + [2400, 2999]
    view = shop.runtime.ask(
        get_product, product_id=product_id, price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"],
    )  # fmt: skip
    shop.runtime.run(
        update_product, actor=SYSTEM_ACTOR, product_id=product_id, version=view.version,
        details=view.details, prices=[PriceEntry(shop.price_list_id, 1900)],
    )  # fmt: skip
    assert [v.price_minor for v in template(shop, product_id).variants] == [1900] * 4 + [2200, 2999]
    shop.runtime.run(
        bulk_edit, actor=SYSTEM_ACTOR, product_ids=[product_id], on=TODAY,
        change=BulkChange(price_list_id=shop.price_list_id, price_percent=1000),
    )  # fmt: skip
    now = template(shop, product_id).variants
    assert [v.price_minor for v in now] == [2090] * 4 + [2390, 2999]
    assert (now[0].product_id, now[4].extra_minor, now[5].extra_minor) == (small.product_id, 300, None)


def test_values_are_renamed_and_moved_but_not_taken_from_variants(shop: Shop) -> None:
    product_id = make_shirt(shop)
    found = template(shop, product_id)
    size, colour = found.axes

    def drafts(*values: ValueDraft) -> list[AxisDraft]:
        kept = tuple(ValueDraft(v.name, v.suffix, v.id) for v in colour.values)
        return [AxisDraft("Grösse", values), AxisDraft(colour.name, kept)]

    s, m, xl = (ValueDraft(v.name, v.suffix, v.id) for v in size.values)
    args: dict[str, Any] = {"actor": SYSTEM_ACTOR, "product_id": product_id, "version": found.version}
    with pytest.raises(ValueInUseError):
        shop.runtime.run(set_axes, axes=drafts(s, m), **args)
    with pytest.raises(AxisInUseError):
        shop.runtime.run(set_axes, axes=drafts(s, m, xl)[:1], **args)
    renamed = ValueDraft("Extra large", "-XXL", xl.value_id)
    shop.runtime.run(set_axes, axes=drafts(renamed, s, m, ValueDraft("L")), **args)
    after = template(shop, product_id)
    assert [v.name for v in after.axes[0].values] == ["Extra large", "S", "M", "L"]
    assert [v.sku for v in after.variants][:2] == ["SHIRT-XL-R", "SHIRT-XL-B"]
    assert len(after.cells) == 8


@pytest.mark.parametrize(
    ("axes", "refusal"),
    [
        ([], AxesError),
        ([SIZES, COLOURS, AxisDraft("Fit", (ValueDraft("Slim"),)), AxisDraft("Age", (ValueDraft("9"),))],
         AxesError),
        ([AxisDraft("Size", (ValueDraft("S"), ValueDraft("s")))], ValueTwiceError),
        ([AxisDraft("Size", ())], AxesError),
    ],
    ids=["none", "four", "twice", "without values"],
)  # fmt: skip
def test_attributes_make_sense(shop: Shop, axes: list[AxisDraft], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        shop.runtime.run(
            create_template, actor=SYSTEM_ACTOR, axes=axes,
            details=ProductDetails(
                name="Shirt", category_id=shop.category_id, tax_class_id=shop.classes["A"],
                kind=ProductKind.TEMPLATE,
            ),
        )  # fmt: skip


def test_the_till_shows_the_template_on_one_tile_and_finds_both_by_a_word(shop: Shop) -> None:
    product_id = make_shirt(shop)
    for category in (None, shop.category_id):
        tiles = shop.runtime.ask(list_tiles, category_id=category, limit=60, offset=0, **place(shop))
        mine = [x for x in tiles if "shirt" in x.name]
        assert [(x.product_id, x.is_template) for x in mine] == [(product_id, True)]
    found = shop.runtime.ask(search, text="linen shi", limit=60, **place(shop))
    assert (len(found), found[0].product_id) == (7, product_id)
    assert [x.sku for x in shop.runtime.ask(search, text="shirt dark xl", limit=9, **place(shop))] == [
        "SHIRT-XL-B"
    ]


def test_a_template_is_not_sold_itself_its_variants_are(shop: Shop) -> None:
    product_id = make_shirt(shop)
    item = shop.runtime.ask(sellable_by_product, product_id=product_id, **place(shop))
    assert item is not None
    with pytest.raises(TemplateError):
        Cart().add(item, cashier_id=1)
    one = look_up(shop, "SHIRT-M-R")
    assert one is not None
    shop.items["SHIRT"] = one
    done = shop.sell(shop.cart("SHIRT"), shop.open_shift())
    assert done.gross_minor == 2000
    matrix = shop.runtime.ask(template_matrix, template_id=product_id, **place(shop))
    stock = {x.sku: x.on_hand_milli for x in matrix.items.values()}
    assert stock["SHIRT-M-R"] == -1000
    assert stock["SHIRT-S-R"] == 0
    assert [a.name for a in matrix.axes] == ["Size", "Colour"]


def test_the_list_shows_templates_or_the_variants_of_one(shop: Shop) -> None:
    product_id = make_shirt(shop)

    def ids(wanted: ProductFilter) -> list[int]:
        return shop.runtime.ask(list_product_ids, wanted=wanted, price_list_id=shop.price_list_id)

    assert len(ids(ProductFilter())) == 6 + 7
    assert len(ids(ProductFilter(grouped=True))) == 6 + 1
    assert len(ids(ProductFilter(template_id=product_id))) == 6
    assert ids(ProductFilter(kind=ProductKind.TEMPLATE)) == [product_id]


def test_a_price_planned_or_set_for_the_template_anywhere_is_followed(shop: Shop) -> None:
    product_id = make_shirt(shop)
    first = template(shop, product_id).variants[0].product_id
    later = TODAY + timedelta(days=7)
    own: dict[str, Any] = {
        "actor": SYSTEM_ACTOR, "price_list_id": shop.price_list_id, "product_id": product_id,
    }  # fmt: skip
    shop.runtime.run(set_price, price_minor=1500, valid_from=later, **own)
    assert {v.price_minor for v in template(shop, product_id).variants} == {2000}
    assert _price_on(shop, first, later) == 1500
    shop.runtime.run(remove_price, valid_from=later, **own)
    assert _price_on(shop, first, later) == 2000


def test_a_price_given_to_a_variant_by_itself_becomes_its_extra(shop: Shop) -> None:
    product_id = make_shirt(shop)
    first = template(shop, product_id).variants[0].product_id
    own: dict[str, Any] = {"actor": SYSTEM_ACTOR, "price_list_id": shop.price_list_id}
    shop.runtime.run(set_price, product_id=first, price_minor=2350, **own)
    shop.runtime.run(set_price, product_id=product_id, price_minor=2100, **own)
    assert [v.price_minor for v in template(shop, product_id).variants] == [2450, *[2100] * 5]


def _price_on(shop: Shop, product_id: int, on: date) -> int:
    where = {**place(shop), "on": on}
    item = shop.runtime.ask(sellable_by_product, product_id=product_id, **where)
    assert item is not None
    return item.unit_price_minor
