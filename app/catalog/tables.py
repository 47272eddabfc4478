"""What we sell: products, variants, kits, packagings, barcodes, and the words they are found by."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, String, Table, Text, UniqueConstraint

from app.catalog.states import ProductKind
from app.db.columns import (
    NAME,
    KeyType,
    choice,
    code,
    flag,
    key,
    metadata,
    moment,
    number,
    one_of,
    partial_index,
    ref,
    text,
)


def folded(length: int) -> String:
    """A text compared byte by byte on both databases: ranges over it mean the same everywhere."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


category = Table(
    "category",
    metadata,
    key(),
    code("name", length=NAME, unique=True),
    number("position"),
    number("colour"),  # 1 to 8: the stripe on its tiles
)
product = Table(
    "product",
    metadata,
    key(),
    Column("sku", folded(NAME), nullable=False, unique=True),
    code("name", length=NAME),
    Column("search_key", folded(NAME * 2), nullable=False),  # folded name, for sorting and comparing
    # its words in search_word, each after a blank: a further word of a search is looked for in here
    Column("search_text", Text, nullable=False, default=""),
    ref("category_id", "category.id"),
    ref("tax_class_id", "tax_class.id"),
    ref("template_id", "product.id", null=True),  # of a variant: the template it is one of
    choice("kind", ProductKind),
    code("unit"),  # base unit of stock: "pc", "kg", "m"
    number("min_age"),  # years; 0: none
    number("cost_minor", null=True),  # what the supplier asks; the cost in stock is the average
    flag("discountable"),
    number("tile_position", null=True),  # set: shown among the favourites
    text("note"),
    flag("active"),
    moment("updated_at"),
    number("version"),
    one_of("kind", ProductKind),
    CheckConstraint("min_age >= 0", name="min_age_not_negative"),
    Index("ix_product__category_id_search_key_id", "category_id", "search_key", "id"),
    Index("ix_product__search_key_id", "search_key", "id"),
    partial_index("ix_product__tile_position", "tile_position", where="tile_position IS NOT NULL"),
    partial_index("ix_product__template_id", "template_id", "id", where="template_id IS NOT NULL"),
    CheckConstraint("template_id IS NULL OR kind <> 'template'", name="no_template_of_a_template"),
)
# a way the product is sold besides its base unit: six-pack, case, 100 g
packaging = Table(
    "packaging",
    metadata,
    key(),
    ref("product_id", "product.id", index=True),
    code("name", length=NAME),
    number("quantity_milli"),  # base units in one of it, thousandths
    UniqueConstraint("product_id", "name"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
)
barcode = Table(
    "barcode",
    metadata,
    key(),
    code("code", length=NAME, unique=True),  # GTIN-14 with leading zeros, or the literal code
    ref("product_id", "product.id", index=True),
    ref("packaging_id", "packaging.id", null=True),
    flag("is_primary"),
)
product_attribute = Table(
    "product_attribute",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    Column("name", String(NAME), primary_key=True),
    code("value", length=NAME),
)
# every folded word of name, SKU and barcodes: search as you type is a range over this
search_word = Table(
    "search_word",
    metadata,
    Column("word", folded(NAME), primary_key=True),
    Column("product_id", KeyType, primary_key=True, autoincrement=False),
    number("mask"),  # of all words of the product (words.mask_of): which further words it cannot have
    sqlite_with_rowid=False,
)
# what is asked of a template before it can be sold: size, colour, and at most one more
template_axis = Table(
    "template_axis",
    metadata,
    ref("template_id", "product.id", primary_key=True),
    Column("axis", KeyType, primary_key=True, autoincrement=False),  # 1, 2, 3
    code("name", length=NAME),
    CheckConstraint("axis >= 1 AND axis <= 3", name="axis_known"),
    UniqueConstraint("template_id", "name"),
)
template_value = Table(
    "template_value",
    metadata,
    key(),
    ref("template_id", "product.id"),
    number("axis"),
    number("position"),
    code("name", length=NAME),
    code("suffix"),  # what it adds to the template's number: "-XL"
    UniqueConstraint("template_id", "axis", "name"),
)
# which values a variant has; 0 for an axis that its template does not have
variant = Table(
    "variant",
    metadata,
    ref("product_id", "product.id", primary_key=True),
    number("value1_id"),
    number("value2_id"),
    number("value3_id"),
    UniqueConstraint("value1_id", "value2_id", "value3_id"),
)
# what a product is made of: of a kit what leaves the shop when it is sold, of any other its recipe
product_part = Table(
    "product_part",
    metadata,
    ref("owner_id", "product.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    ref("product_id", "product.id", index=True),
    number("quantity_milli"),  # base units of it in one base unit of the whole
    UniqueConstraint("owner_id", "product_id"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
    CheckConstraint("owner_id <> product_id", name="not_of_itself"),
)
