"""What a product shall be: plain values that screens, imports and demos hand to the operations."""

from __future__ import annotations

from dataclasses import dataclass

from app.catalog.states import ProductKind


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """The fields of a product.

    Attributes:
        name: as it is shown and printed.
        category_id: where it stands.
        tax_class_id: how it is taxed.
        sku: the shop's own number; "" makes one.
        kind: counted, weighed, or a service without stock.
        unit: base unit of stock and price: "pc", "kg".
        min_age: of the buyer, years; 0: none.
        cost_minor: what the supplier asks, per base unit.
        discountable: whether discounts may touch it.
        tile_position: its place among the favourites; None: not one.
        note: for the staff.
        attributes: names and values of whatever else the shop wants to keep.
    """

    name: str
    category_id: int
    tax_class_id: int
    sku: str = ""
    kind: ProductKind = ProductKind.COUNTED
    unit: str = "pc"
    min_age: int = 0
    cost_minor: int | None = None
    discountable: bool = True
    tile_position: int | None = None
    note: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PackagingDraft:
    """A way the product is sold besides its base unit."""

    name: str
    quantity_milli: int  # base units in it


@dataclass(frozen=True, slots=True)
class BarcodeDraft:
    """A code, and what it names: one base unit (packaging ""), or a packaging by its name."""

    code: str
    packaging: str = ""


@dataclass(frozen=True, slots=True)
class PriceEntry:
    """A price of the product in one list, of one base unit or of a packaging by its name."""

    price_list_id: int
    price_minor: int
    packaging: str = ""
    min_quantity_milli: int = 0


@dataclass(frozen=True, slots=True)
class PartDraft:
    """What a product is made of: so many base units of another in one of it."""

    product_id: int
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """A value of an attribute: "XL"; `suffix` is what it adds to the template's number, "" makes one."""

    name: str
    suffix: str = ""
    value_id: int | None = None  # one that is there, and may be renamed


@dataclass(frozen=True, slots=True)
class AxisDraft:
    """An attribute of a template with its values in their order."""

    name: str
    values: tuple[ValueDraft, ...]


@dataclass(frozen=True, slots=True)
class VariantPrice:
    """The price of a variant in a list, minor units: its own, or so much on its template's."""

    product_id: int
    minor: int
    follows: bool = True


@dataclass(frozen=True, slots=True)
class SavedProduct:
    """A product as it is now."""

    id: int
    sku: str
    version: int
