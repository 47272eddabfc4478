"""Variants go into a file and come out of one; what is missing is made, what is there stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.catalog.operations.variant_import import ImportedVariants, import_variants
from app.catalog.queries import find_ids_by_sku
from app.catalog.variant_files import VariantFileError, VariantLineError, read_variants, template_table
from app.kernel.permission import SYSTEM_ACTOR
from tests.factories.shop import Shop
from tests.integration.catalog.test_templates import make_shirt, template

FILE = """template,template name,sku,Size,Colour,barcode,price
SHIRT,,,S,Red,4006381333931,22.50
SHIRT,,SHIRT-GREEN,S,Green,,
HAT,Straw hat,HAT-1,One,,,15.00
"""


def run(shop: Shop, path: Path, like: int) -> ImportedVariants:
    """Import a file."""
    done: ImportedVariants = shop.runtime.run(
        import_variants, actor=SYSTEM_ACTOR, rows=read_variants(path, currency="EUR"),
        price_list_id=shop.price_list_id, like_id=like,
    )  # fmt: skip
    return done


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two templates, one of them new, with a new value."""
    path = tmp_path / "variants.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_missing_templates_values_and_variants_are_made(shop: Shop, file: Path) -> None:
    shirt = make_shirt(shop)
    assert run(shop, file, shirt) == ImportedVariants(1, 2, 2)
    found = template(shop, shirt)
    assert [v.name for v in found.axes[1].values] == ["Red", "Dark blue", "Green"]
    by_sku = {v.sku: v for v in found.variants}
    assert (by_sku["SHIRT-S-R"].price_minor, by_sku["SHIRT-S-R"].barcode) == (2250, "4006381333931")
    assert by_sku["SHIRT-GREEN"].price_minor == 2000
    hat = template(shop, shop.runtime.ask(find_ids_by_sku, skus=["HAT"])["HAT"])
    assert [(v.sku, v.name, v.price_minor) for v in hat.variants] == [("HAT-1", "Straw hat One", 1500)]


def test_the_same_file_again_makes_nothing_twice(shop: Shop, file: Path) -> None:
    shirt = make_shirt(shop)
    run(shop, file, shirt)
    assert run(shop, file, shirt) == ImportedVariants(0, 0, 2)


def test_what_was_saved_is_read_again(shop: Shop, tmp_path: Path) -> None:
    shirt = make_shirt(shop)
    heads, rows = template_table(template(shop, shirt))
    path = tmp_path / "saved.csv"
    text = [heads, *[[_text(cell) for cell in row] for row in rows]]
    path.write_text("\n".join(";".join(map(str, line)) for line in text), encoding="utf-8")
    found = read_variants(path, currency="EUR")
    assert [(x.sku, dict(x.values), x.price_minor) for x in found][1] == (
        "SHIRT-S-B", {"Size": "S", "Colour": "Dark blue"}, 2000,
    )  # fmt: skip
    assert run(shop, path, shirt) == ImportedVariants(0, 0, 6)


def _text(cell: Any) -> str:
    return f"{cell / 100:.2f}" if isinstance(cell, int) else str(cell or "")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("sku,price\nA,1\n", VariantFileError),
        ("template,Size\nSHIRT,\n", VariantLineError),
        ("template,Size,price\nSHIRT,S,dear\n", VariantLineError),
        ("template,Size\nCOFFEE,S\n", VariantLineError),
    ],
    ids=["no columns", "no value", "no number", "no template"],
)
def test_a_file_that_cannot_be_meant_changes_nothing(
    shop: Shop, tmp_path: Path, text: str, refusal: type[Exception]
) -> None:
    shirt = make_shirt(shop)
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(refusal):
        run(shop, path, shirt)
    assert len(template(shop, shirt).variants) == 6
