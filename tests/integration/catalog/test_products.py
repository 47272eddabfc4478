"""Products: made, changed, found again; codes and categories."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.catalog.barcodes import EmptyScanError, parse_scan
from app.catalog.drafts import BarcodeDraft, PackagingDraft, PriceEntry, ProductDetails
from app.catalog.events import ProductsChanged
from app.catalog.gtin import CheckDigitError, check_digit
from app.catalog.operations import (
    add_barcode,
    create_category,
    create_product,
    link_code,
    quick_create,
    remove_barcode,
    remove_category,
    set_active,
    update_category,
    update_product,
)
from app.catalog.queries import (
    Barcode,
    ProductFilter,
    ProductSort,
    ProductView,
    count_products,
    get_product,
    list_all_categories,
    list_product_ids,
    list_products,
    list_tax_class_names,
    load_scan_patterns,
)
from app.catalog.refusals import (
    AgeError,
    CategoryInUseError,
    CategoryNameError,
    CategoryTakenError,
    CodeTakenError,
    CodeTwiceError,
    NoSuchCategoryError,
    NoSuchPackagingError,
    NoSuchProductError,
    NoSuchTaxClassError,
    PackagingQuantityError,
    PackagingTwiceError,
    ProductFieldError,
    SkuTakenError,
)
from app.catalog.scan_patterns import PRESETS
from app.catalog.states import ProductKind
from app.db.errors import ChangedElsewhereError
from app.kernel.events import Event
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.kernel.text import TextTooLongError
from app.organisation.operations import save_setting
from app.pricing.operations import PriceRangeError
from app.till.lookup import find_sellable, search
from tests.factories.shop import TODAY, Shop


def run(shop: Shop, operation: Any, **arguments: Any) -> Any:
    return shop.runtime.run(operation, actor=SYSTEM_ACTOR, **arguments)


def details(shop: Shop, name: str = "Tea", **values: Any) -> ProductDetails:
    return ProductDetails(name=name, category_id=shop.category_id, tax_class_id=shop.classes["B"], **values)


def view(shop: Shop, product_id: int, *, with_cost: bool = True) -> ProductView:
    return shop.runtime.ask(
        get_product, product_id=product_id, price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], with_cost=with_cost,
    )  # fmt: skip


def scanned(shop: Shop, raw: str) -> Any:
    return shop.runtime.ask(
        find_sellable, scan=parse_scan(raw), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip


def found(shop: Shop, text: str) -> list[str]:
    place = {"price_list_id": shop.price_list_id, "location_id": shop.locations["SHOP"], "on": TODAY}
    return [x.sku for x in shop.runtime.ask(search, text=text, limit=60, **place)]


def listed(shop: Shop, **wanted: Any) -> list[str]:
    options = {k: wanted.pop(k) for k in ("sort", "descending", "limit", "offset") if k in wanted}
    rows = shop.runtime.ask(
        list_products, wanted=ProductFilter(**wanted), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY, **options,
    )  # fmt: skip
    return [row.sku for row in rows]


TEA = {
    "barcodes": [BarcodeDraft("4006381333931"), BarcodeDraft("96385074", "Case")],
    "packagings": [PackagingDraft("Case", 12_000)],
}


def make_tea(shop: Shop) -> int:
    saved = run(
        shop, create_product,
        details=details(
            shop, sku="TEA", cost_minor=100, note="dry", attributes=(("Origin", "Assam"), ("Empty", "")),
        ),
        prices=[PriceEntry(shop.price_list_id, 250), PriceEntry(shop.price_list_id, 2500, "Case")], **TEA,
    )  # fmt: skip
    return int(saved.id)


def test_a_product_is_read_as_it_was_entered_and_sold_by_each_of_its_codes(
    shop: Shop, published: list[Event]
) -> None:
    product_id = make_tea(shop)
    seen = view(shop, product_id)
    assert seen.details == details(
        shop, sku="TEA", cost_minor=100, note="dry", attributes=(("Origin", "Assam"),)
    )
    assert seen.barcodes == (Barcode("4006381333931", ""), Barcode("96385074", "Case"))
    assert [(p.name, p.quantity_milli) for p in seen.packagings] == [("Case", 12_000)]
    assert sorted(p.price_minor for p in seen.prices) == [250, 2500]
    assert seen.on_hand_milli == 0
    assert scanned(shop, "4006381333931").unit_price_minor == 250
    case = scanned(shop, "96385074")
    assert (case.unit, case.pack_milli, case.unit_price_minor) == ("Case", 12_000, 2500)
    assert found(shop, "tea") == found(shop, "963850") == ["TEA"]
    assert ProductsChanged(product_ids=(product_id,)) in published


def test_cost_is_shown_only_when_asked_for(shop: Shop) -> None:
    product_id = make_tea(shop)
    assert view(shop, product_id, with_cost=False).details.cost_minor is None
    coffee = shop.products["COFFEE"]
    assert view(shop, coffee).average_cost_micro == 774_000_000
    assert view(shop, coffee, with_cost=False).average_cost_micro is None


def test_a_barcode_of_another_product_is_refused_by_its_name(shop: Shop) -> None:
    with pytest.raises(CodeTakenError, match="belongs to “Milk 1 l” already"):
        run(shop, create_product, details=details(shop), barcodes=[BarcodeDraft("0400000000022")])
    with pytest.raises(CodeTakenError, match="belongs to “Milk 1 l” already"):
        run(shop, add_barcode, product_id=shop.products["WINE"], code="00400000000060")
    assert listed(shop, text="tea") == []


def test_a_number_of_another_product_is_refused_by_its_name(shop: Shop) -> None:
    with pytest.raises(SkuTakenError, match="belongs to “Milk 1 l” already"):
        run(shop, create_product, details=details(shop, sku="MILK"))


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"name": " \x00"}, ProductFieldError),
        ({"unit": ""}, ProductFieldError),
        ({"name": "x" * 201}, TextTooLongError),
        ({"min_age": -1}, AgeError),
        ({"min_age": 100}, AgeError),
        ({"cost_minor": -1}, PriceRangeError),
        ({"category_id": 1}, NoSuchCategoryError),
        ({"tax_class_id": 1}, NoSuchTaxClassError),
    ],
)
def test_what_cannot_be_a_product_is_refused(
    shop: Shop, values: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        run(shop, create_product, details=replace(details(shop), **values))


@pytest.mark.parametrize(
    ("parts", "refusal"),
    [
        ({"barcodes": [BarcodeDraft("4006381333932")]}, CheckDigitError),
        ({"barcodes": [BarcodeDraft("  ")]}, EmptyScanError),
        ({"barcodes": [BarcodeDraft("X1"), BarcodeDraft("X1")]}, CodeTwiceError),
        ({"barcodes": [BarcodeDraft("X1", "Box")]}, NoSuchPackagingError),
        ({"packagings": [PackagingDraft("Box", 0)]}, PackagingQuantityError),
        ({"packagings": [PackagingDraft("Box", 10**9)]}, PackagingQuantityError),
        ({"packagings": [PackagingDraft("Box", 1), PackagingDraft("Box", 2)]}, PackagingTwiceError),
        ({"packagings": [PackagingDraft(" ", 1)]}, ProductFieldError),
    ],
)
def test_a_bad_part_leaves_nothing_of_the_product(
    shop: Shop, parts: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        run(shop, create_product, details=details(shop), **parts)
    assert listed(shop, text="tea") == []


@pytest.mark.parametrize("minor", [-1, 10**12])
def test_a_price_that_cannot_be_leaves_nothing_of_the_product(shop: Shop, minor: int) -> None:
    with pytest.raises(PriceRangeError):
        run(
            shop, create_product, details=details(shop),
            prices=[PriceEntry(shop.price_list_id, minor)],
        )  # fmt: skip
    assert listed(shop, text="tea") == []


def test_a_product_without_a_number_gets_one(shop: Shop) -> None:
    first = run(shop, create_product, details=details(shop, "One"))
    run(shop, create_product, details=details(shop, "Odd", sku="P12-A"))
    second = run(shop, create_product, details=details(shop, "Two"))
    coded = run(
        shop, create_product, details=details(shop, "Three"), barcodes=[BarcodeDraft("4006381333931")]
    )
    assert [x.sku for x in (first, second, coded)] == ["P000001", "P000002", "4006381333931"]


def test_a_change_takes_words_codes_and_packagings_along(shop: Shop) -> None:
    product_id = make_tea(shop)
    saved = run(
        shop, update_product, product_id=product_id, version=1, details=details(shop, "Green leaves"),
        barcodes=[BarcodeDraft("SHELF-9")], packagings=[], prices=[PriceEntry(shop.price_list_id, 199)],
    )  # fmt: skip
    assert (saved.sku, saved.version) == ("TEA", 2)
    assert found(shop, "green") == found(shop, "shelf 9") == ["TEA"]
    assert found(shop, "assam") == found(shop, "400638") == []
    assert scanned(shop, "4006381333931") is None
    assert scanned(shop, "SHELF-9").unit_price_minor == 199
    assert [p.price_minor for p in view(shop, product_id).prices] == [199]


def test_a_change_on_what_somebody_else_changed_is_refused(shop: Shop) -> None:
    product_id = make_tea(shop)
    run(shop, set_active, product_id=product_id, version=1, active=False)
    with pytest.raises(ChangedElsewhereError):
        run(shop, update_product, product_id=product_id, version=1, details=details(shop, "Other"))
    assert view(shop, product_id).details.name == "Tea"
    with pytest.raises(NoSuchProductError):
        run(shop, update_product, product_id=1, version=1, details=details(shop))


def test_an_unknown_code_becomes_a_product_taxed_as_its_category_is(shop: Shop) -> None:
    saved = run(
        shop, quick_create, code="4006381333931", name="Pencil", price_minor=120,
        category_id=shop.category_id, price_list_id=shop.price_list_id,
    )  # fmt: skip
    item = scanned(shop, "4006381333931")
    assert (item.product_id, item.name, item.unit_price_minor) == (saved.id, "Pencil", 120)
    assert item.tax_class_id == shop.classes["A"]


def test_a_label_is_linked_by_its_item_to_weighed_goods_and_as_it_is_to_others(shop: Shop) -> None:
    label = "281111100500" + str(check_digit("281111100500"))
    other = "281111100750" + str(check_digit("281111100750"))
    run(shop, link_code, product_id=shop.products["APPLE"], raw=label)
    assert scanned(shop, other).preset_quantity_milli == 750
    fixed = "212222200500" + str(check_digit("212222200500"))
    run(shop, link_code, product_id=shop.products["WINE"], raw=fixed)
    assert scanned(shop, fixed).sku == "WINE"
    assert scanned(shop, "212222200750" + str(check_digit("212222200750"))) is None


def test_linking_twice_changes_nothing_and_a_code_can_be_taken_off(shop: Shop) -> None:
    for _ in range(2):
        run(shop, link_code, product_id=shop.products["WINE"], raw="]C10104006381333931" + "10A")
    assert scanned(shop, "4006381333931").sku == "WINE"
    run(shop, remove_barcode, product_id=shop.products["WINE"], code="4006381333931")
    assert scanned(shop, "4006381333931") is None
    assert found(shop, "400638") == []
    with pytest.raises(NoSuchProductError):
        run(shop, link_code, product_id=1, raw="X")


def test_every_change_of_the_catalogue_needs_the_right(shop: Shop) -> None:
    cashier = shop.actor("cashier")
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(create_product, actor=cashier, details=details(shop))
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(link_code, actor=cashier, product_id=shop.products["WINE"], raw="X")


def test_the_list_narrows_sorts_and_pages(shop: Shop) -> None:
    assert listed(shop) == ["APPLE", "COFFEE", "WRAP", "MILK", "STAMP", "WINE"]
    assert listed(shop, limit=2, offset=2) == ["WRAP", "MILK"]
    assert listed(shop, text="wi") == ["WINE"]
    assert listed(shop, text="!!") == []
    assert listed(shop, tax_class_id=shop.classes["B"]) == ["APPLE", "MILK"]
    assert listed(shop, category_id=1) == []
    assert listed(shop, sort=ProductSort.SKU)[:2] == ["APPLE", "COFFEE"]
    assert listed(shop, sort=ProductSort.PRICE) == ["STAMP", "MILK", "WRAP", "APPLE", "WINE", "COFFEE"]
    assert listed(shop, sort=ProductSort.PRICE, descending=True)[0] == "COFFEE"
    assert listed(shop, sort=ProductSort.STOCK)[0] == "WRAP"
    assert len(listed(shop, sort=ProductSort.CATEGORY)) == len(listed(shop, sort=ProductSort.CHANGED)) == 6


def test_the_list_shows_what_has_no_price_and_what_is_out_of_use(shop: Shop) -> None:
    bare = run(shop, create_product, details=details(shop, "Bare", sku="BARE"))
    assert listed(shop, without_price=True) == ["BARE"]
    run(shop, set_active, product_id=bare.id, version=1, active=False)
    assert listed(shop, without_price=True) == []
    assert listed(shop, active=False, text="bare") == ["BARE"]
    wanted = ProductFilter(active=None)
    assert shop.runtime.ask(count_products, wanted=wanted, price_list_id=shop.price_list_id) == 7
    ids = shop.runtime.ask(list_product_ids, wanted=ProductFilter(text="wine"), price_list_id=1)
    assert ids == [shop.products["WINE"]]


def test_a_row_of_the_list_has_price_stock_and_barcode(shop: Shop) -> None:
    rows = shop.runtime.ask(
        list_products, wanted=ProductFilter(text="coffee"), price_list_id=shop.price_list_id,
        location_id=shop.locations["SHOP"], on=TODAY,
    )  # fmt: skip
    assert [(r.price_minor, r.on_hand_milli, r.barcode, r.tax_class, r.category) for r in rows] == [
        (1290, 100_000, "400000000015", "Standard", "All")
    ]


def test_categories_are_made_changed_and_removed_when_empty(shop: Shop) -> None:
    first = run(shop, create_category, name="Drinks")
    with pytest.raises(CategoryTakenError):
        run(shop, create_category, name=" Drinks ")
    with pytest.raises(CategoryNameError):
        run(shop, create_category, name="\t")
    run(shop, update_category, category_id=first, name="Hot drinks", position=0, colour=3)
    assert [c.name for c in shop.runtime.ask(list_all_categories)] == ["Hot drinks", "All"]
    with pytest.raises(CategoryInUseError, match="“All” still has products"):
        run(shop, remove_category, category_id=shop.category_id)
    run(shop, remove_category, category_id=first)
    with pytest.raises(NoSuchCategoryError):
        run(shop, remove_category, category_id=first)
    assert [c.code for c in shop.runtime.ask(list_tax_class_names)] == ["A", "B", "C"]


def test_layouts_of_labels_and_receipts_are_the_shops(shop: Shop) -> None:
    patterns = shop.runtime.ask(load_scan_patterns)
    assert patterns.receipt.fullmatch("T02-000001")
    assert not patterns.receipt.fullmatch("AB-000001")
    run(shop, save_setting, name="scan.patterns", value={"preset": "de", "separators": ["|"]})
    patterns = shop.runtime.ask(load_scan_patterns)
    assert (patterns.embedded, patterns.separators) == (PRESETS["de"], ("|",))
    run(shop, save_setting, name="scan.patterns", value={"layouts": [["27PPPPPVVVVVX", "weight", 3]]})
    patterns = shop.runtime.ask(load_scan_patterns)
    assert [p.layout for p in patterns.embedded] == ["27PPPPPVVVVVX"]


def test_a_service_has_no_stock(shop: Shop) -> None:
    saved = run(shop, create_product, details=details(shop, "Repair", kind=ProductKind.SERVICE))
    assert view(shop, saved.id).on_hand_milli is None
