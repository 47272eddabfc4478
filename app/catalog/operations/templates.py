"""Templates and their variants: attributes, the variants of a grid, their prices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import delete, insert, select, update

from app.audit.operations import note
from app.catalog.drafts import AxisDraft, PriceEntry, ProductDetails, SavedProduct, ValueDraft, VariantPrice
from app.catalog.events import ProductsChanged
from app.catalog.operations.products import create_product, take_version
from app.catalog.refusals import (
    AxesError,
    AxisInUseError,
    NoSuchProductError,
    NoSuchValueError,
    NotATemplateError,
    TooManyVariantsError,
    ValueInUseError,
    ValueTwiceError,
)
from app.catalog.states import ProductKind
from app.catalog.tables import product, template_axis, template_value, variant
from app.catalog.templates import Axis, Cell, Value, all_cells, list_axes
from app.catalog.variant_prices import carry_prices
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field, fold
from app.pricing.operations import PriceDraft, write_prices
from app.pricing.tables import price, variant_extra

MOST_AXES: Final = 3
MOST_VARIANTS: Final = 400
_SUFFIX: Final = 12


@permitted(Permission.EDIT_CATALOG)
def set_axes(uow: UnitOfWork, *, product_id: int, version: int, axes: Sequence[AxisDraft]) -> SavedProduct:
    """Make these the attributes of a template, with their values in this order.

    Attributes and values can be renamed and put in another order whatever variants there are; a value goes
    only while no variant has it. The names of variants that are there stay.

    Raises:
        NotATemplateError, AxesError, ValueTwiceError, ValueInUseError, AxisInUseError, TextTooLongError,
        ChangedElsewhereError, NoSuchProductError: see their sentences.
    """
    head = _template(uow, product_id, version)
    there = list_axes(uow.connection, template_id=product_id)
    wanted = [_clean(axis) for axis in axes]
    names = {fold(axis.name) for axis in wanted}
    if not 0 < len(wanted) <= MOST_AXES or len(names) < len(wanted) or not all(a.values for a in wanted):
        raise AxesError
    used = _used(uow, product_id)
    if used and len(there) != len(wanted):
        raise AxisInUseError(name=head["name"])
    _check_gone(there, wanted, used)
    uow.connection.execute(delete(template_axis).where(template_axis.c.template_id == product_id))
    uow.connection.execute(
        insert(template_axis),
        [{"template_id": product_id, "axis": i, "name": a.name} for i, a in enumerate(wanted, start=1)],
    )
    _write_values(uow, product_id, there, wanted)
    note(
        uow, kind="template.axes", document_type="product", document_id=product_id,
        payload={"axes": [[a.name, [v.name for v in a.values]] for a in wanted]},
    )  # fmt: skip
    uow.record(ProductsChanged(product_ids=(product_id,)))
    return SavedProduct(product_id, str(head["sku"]), version + 1)


def _template(uow: UnitOfWork, product_id: int, version: int) -> Mapping[str, Any]:
    head = take_version(uow, product_id, version)
    if head["kind"] != ProductKind.TEMPLATE:
        raise NotATemplateError(name=head["name"])
    return head


def _clean(axis: AxisDraft) -> AxisDraft:
    name = clean_field(axis.name, field="Attribute", limit=NAME)
    values: list[ValueDraft] = []
    seen: set[str] = set()
    for draft in axis.values:
        text = clean_field(draft.name, field="Value", limit=NAME)
        if not text:
            continue
        if fold(text) in seen:
            raise ValueTwiceError(value=text, axis=name)
        seen.add(fold(text))
        suffix = clean_field(draft.suffix, field="Number", limit=SHORT) or _suffix(text)
        values.append(ValueDraft(text, suffix, draft.value_id))
    if not name:
        raise AxesError
    return AxisDraft(name, tuple(values))


def _suffix(name: str) -> str:
    """What a value adds to the number of its variants, when nobody says: "-XL", "-DARKBLUE"."""
    letters = "".join(c for c in fold(name).upper() if c.isalnum())
    return f"-{letters[:_SUFFIX]}" if letters else ""


def _used(uow: UnitOfWork, template_id: int) -> set[int]:
    """Ids of the values that variants have."""
    rows = uow.connection.execute(
        select(variant.c.value1_id, variant.c.value2_id, variant.c.value3_id)
        .join_from(variant, product, product.c.id == variant.c.product_id)
        .where(product.c.template_id == template_id)
    )
    return {value for row in rows for value in row if value}


def _check_gone(there: Sequence[Axis], wanted: Sequence[AxisDraft], used: set[int]) -> None:
    kept = {(i, v.value_id) for i, a in enumerate(wanted, start=1) for v in a.values if v.value_id}
    for axis in there:
        for value in axis.values:
            if (axis.axis, value.id) not in kept and value.id in used:
                raise ValueInUseError(value=value.name)


def _write_values(
    uow: UnitOfWork, template_id: int, there: Sequence[Axis], wanted: Sequence[AxisDraft]
) -> None:
    known = {v.id for a in there for v in a.values}
    kept = {v.value_id for a in wanted for v in a.values if v.value_id is not None} & known
    gone = sorted(known - kept)
    if gone:
        uow.connection.execute(delete(template_value).where(template_value.c.id.in_(gone)))
    # out of the way first: two values may change their names with each other
    for value_id in sorted(kept):
        uow.connection.execute(
            update(template_value).where(template_value.c.id == value_id).values(name=f"#{value_id}")
        )
    for i, axis in enumerate(wanted, start=1):
        for position, value in enumerate(axis.values, start=1):
            row = {"axis": i, "position": position, "name": value.name, "suffix": value.suffix}
            if value.value_id in kept:
                uow.connection.execute(
                    update(template_value).where(template_value.c.id == value.value_id).values(**row)
                )
            else:
                uow.connection.execute(
                    insert(template_value), {"id": next_id(), "template_id": template_id, **row}
                )


@permitted(Permission.EDIT_CATALOG)
def make_variants(
    uow: UnitOfWork, *, product_id: int, version: int, cells: Sequence[Cell] | None = None
) -> tuple[int, ...]:
    """Make the variants of these cells of the grid, or of all; those that are there stay as they are.

    A variant is a product of its own: named after the template and its values, numbered by their suffixes,
    with the template's category, tax and prices, which it follows until it is given its own.

    Returns:
        The ids of the products that were made, in the order of the grid.

    Raises:
        NotATemplateError, AxesError, NoSuchValueError, TooManyVariantsError, SkuTakenError,
        ChangedElsewhereError, NoSuchProductError: see their sentences.
    """
    head = _template(uow, product_id, version)
    axes = list_axes(uow.connection, template_id=product_id)
    known = all_cells(axes)
    if not known:
        raise AxesError
    if cells is not None and not set(cells) <= set(known):
        raise NoSuchValueError
    there = {
        (r.value1_id, r.value2_id, r.value3_id)
        for r in uow.connection.execute(
            select(variant)
            .join_from(variant, product, product.c.id == variant.c.product_id)
            .where(product.c.template_id == product_id)
        )
    }
    wanted = [c for c in known if c not in there and (cells is None or c in set(cells))]
    if len(wanted) > MOST_VARIANTS:
        raise TooManyVariantsError(count=len(wanted), limit=MOST_VARIANTS)
    prices = _base_prices(uow, product_id)
    values = {v.id: v for a in axes for v in a.values}
    made = tuple(_make(uow, head, axes, values, cell, prices) for cell in wanted)
    for list_id in prices:
        carry_prices(uow, price_list_id=list_id, template_id=product_id)
    note(
        uow, kind="template.variants", document_type="product", document_id=product_id,
        payload={"made": list(made)},
    )  # fmt: skip
    return made


def _base_prices(uow: UnitOfWork, template_id: int) -> list[int]:
    """The price lists in which the template has a price."""
    found = uow.connection.execute(
        select(price.c.price_list_id)
        .where(price.c.product_id == template_id, price.c.packaging_id.is_(None))
        .distinct()
    ).scalars()
    return sorted(int(x) for x in found)


def _make(
    uow: UnitOfWork, head: Mapping[str, Any], axes: Sequence[Axis], values: Mapping[int, Value], cell: Cell,
    price_lists: Sequence[int],
) -> int:  # fmt: skip
    chosen = [values[i] for i in cell if i]
    saved = create_product(
        uow,
        details=ProductDetails(
            name=" ".join([head["name"], *(v.name for v in chosen)])[:NAME], category_id=head["category_id"],
            tax_class_id=head["tax_class_id"], sku=head["sku"] + "".join(v.suffix for v in chosen),
            unit=head["unit"], min_age=head["min_age"], cost_minor=head["cost_minor"],
            discountable=head["discountable"],
            attributes=tuple((a.name, v.name) for a, v in zip(axes, chosen, strict=True)),
        ),
    )  # fmt: skip
    uow.connection.execute(update(product).where(product.c.id == saved.id).values(template_id=head["id"]))
    uow.connection.execute(
        insert(variant),
        {"product_id": saved.id, "value1_id": cell[0], "value2_id": cell[1], "value3_id": cell[2]},
    )
    for list_id in price_lists:
        uow.connection.execute(
            insert(variant_extra),
            {
                "product_id": saved.id, "price_list_id": list_id, "template_id": head["id"],
                "extra_minor": 0,
            },
        )  # fmt: skip
    return saved.id


@permitted(Permission.EDIT_CATALOG)
def set_variant_prices(
    uow: UnitOfWork, *, product_id: int, price_list_id: int, base_minor: int | None,
    prices: Sequence[VariantPrice],
) -> None:  # fmt: skip
    """Set the price of a template in a list and those of its variants, as the grid says.

    Args:
        uow: the transaction.
        product_id: the template.
        price_list_id: of which list.
        base_minor: its own price; None: it stays as it is.
        prices: of variants: an extra that follows, or a price of its own.

    Raises:
        NotATemplateError, PriceRangeError, NoSuchPriceListError, NoSuchProductError: see their sentences.
    """
    row = uow.connection.execute(
        select(product.c.kind, product.c.name).where(product.c.id == product_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchProductError
    if row.kind != ProductKind.TEMPLATE:
        raise NotATemplateError(name=row.name)
    mine = set(
        uow.connection.execute(select(product.c.id).where(product.c.template_id == product_id)).scalars()
    )
    if not {p.product_id for p in prices} <= mine:
        raise NoSuchProductError
    if base_minor is not None:
        write_prices(uow, price_list_id=price_list_id, drafts=[PriceDraft(product_id, base_minor)])
    _set_extras(uow, product_id, price_list_id, prices)
    own = [PriceDraft(p.product_id, p.minor) for p in prices if not p.follows]
    if own:
        write_prices(uow, price_list_id=price_list_id, drafts=own)
    carry_prices(uow, price_list_id=price_list_id, template_id=product_id)
    note(
        uow, kind="template.prices", document_type="product", document_id=product_id,
        payload={
            "price_list_id": price_list_id, "base_minor": base_minor, "prices": [asdict(p) for p in prices],
        },
    )  # fmt: skip
    uow.record(ProductsChanged(product_ids=(product_id, *sorted(mine))))


def _set_extras(
    uow: UnitOfWork, template_id: int, price_list_id: int, prices: Sequence[VariantPrice]
) -> None:
    if not prices:
        return
    uow.connection.execute(
        delete(variant_extra).where(
            variant_extra.c.price_list_id == price_list_id,
            variant_extra.c.product_id.in_([p.product_id for p in prices]),
        )
    )
    rows = [
        {
            "product_id": p.product_id, "price_list_id": price_list_id, "template_id": template_id,
            "extra_minor": p.minor,
        }
        for p in prices
        if p.follows
    ]  # fmt: skip
    if rows:
        uow.connection.execute(insert(variant_extra), rows)


@permitted(Permission.EDIT_CATALOG)
def create_template(
    uow: UnitOfWork, *, details: ProductDetails, axes: Sequence[AxisDraft], prices: Sequence[PriceEntry] = (),
    with_variants: bool = True,
) -> tuple[SavedProduct, tuple[int, ...]]:  # fmt: skip
    """A template with its attributes and, at once, all its variants; returns it and their ids.

    Raises as create_product, set_axes and make_variants.
    """
    saved = create_product(uow, details=details, prices=prices)
    saved = set_axes(uow, product_id=saved.id, version=saved.version, axes=axes)
    if not with_variants:
        return saved, ()
    made = make_variants(uow, product_id=saved.id, version=saved.version)
    return SavedProduct(saved.id, saved.sku, saved.version + 1), made
