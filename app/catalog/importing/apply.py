"""A batch of records against the database: what is new, what changes, what stays; and writing it.

Everything is read and written in a few statements for the whole batch: a product costs some forty
microseconds, not some milliseconds as one operation each would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.catalog.barcodes import shown_code
from app.catalog.importing.records import LineError, Record
from app.catalog.search import index_products, word_rows
from app.catalog.states import ProductKind
from app.catalog.tables import barcode, product, product_attribute, search_word
from app.catalog.words import product_words, search_text
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import take_ids
from app.kernel.text import fold
from app.pricing.operations import PriceDraft
from app.pricing.tables import price

_CHUNK: Final = 500
_COMPARED: Final = (
    "name", "category_id", "tax_class_id", "cost_minor", "unit", "kind", "min_age", "discountable", "active",
    "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """What the batch is read by: ids of categories and tax classes by what files call them."""

    price_list_id: int
    tax_classes: Mapping[str, int]
    tax_class_names: str  # for the sentence that one is unknown
    default_tax_class: int
    default_category: str


@dataclass(slots=True)
class Existing:
    """A product that is there already."""

    id: int
    values: Mapping[str, Any]
    codes: frozenset[str]
    price_minor: int | None
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Plan:
    """What a batch would do."""

    new: list[Record] = field(default_factory=list)
    changed: list[tuple[Existing, Record, dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0
    errors: list[LineError] = field(default_factory=list)
    categories: dict[str, int] = field(default_factory=dict)  # folded name -> id; 0: to be made
    names: dict[str, str] = field(default_factory=dict)  # folded name -> as the file writes it
    states: dict[int, str] = field(default_factory=dict)  # line -> "new", "changed", "unchanged"


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Parts small enough for one statement."""
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]


class Planner:
    """Sorts the records of a file, batch after batch; remembers which keys it has met."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._met: dict[int, int] = {}  # hash of a key -> line; 60 bytes a product, not the product

    def plan(self, connection: Connection, records: Sequence[Record], categories: dict[str, int]) -> Plan:
        """What the records would do.

        Args:
            connection: in the transaction that will write, or a snapshot.
            records: of one batch.
            categories: folded name -> id of those that are there.
        """
        plan = Plan(categories=categories)
        fresh = [record for record in records if self._first_time(record, plan)]
        by_sku, by_code, goods = _existing(connection, fresh, self._rules.price_list_id)
        for record in fresh:
            self._sort(record, by_sku, by_code, goods, plan)
        return plan

    def _first_time(self, record: Record, plan: Plan) -> bool:
        keys = [hash((record.number,)), *map(hash, record.codes)]
        for key in keys:
            line = self._met.get(key)
            if line not in {None, record.line}:  # the same line again: the batch is run once more
                plan.errors.append(
                    LineError(
                        record.line, f"{record.number} is on line {line} already; this line was left out."
                    )
                )
                return False
        self._met.update(dict.fromkeys(keys, record.line))
        return True

    def _sort(
        self, record: Record, by_sku: Mapping[str, int], by_code: Mapping[str, int],
        goods: Mapping[int, Existing], plan: Plan,
    ) -> None:  # fmt: skip
        owners = {by_code[code] for code in record.codes if code in by_code}
        product_id = by_sku.get(record.sku) if record.sku else next(iter(owners), None)
        if product_id is None and not record.sku:
            product_id = by_sku.get(record.number)
        strangers = [goods[owner].values["name"] for owner in owners if owner != product_id]
        if strangers:
            code = next(c for c in record.codes if by_code.get(c) != product_id and c in by_code)
            text = f"The barcode {shown_code(code)} belongs to “{strangers[0]}” already."
            plan.errors.append(LineError(record.line, text))
            return
        tax_class_id = self._tax_class(record, plan)
        if tax_class_id == 0:
            return
        if product_id is None:
            self._category(record.category or self._rules.default_category, plan)
            plan.new.append(record)
            plan.states[record.line] = "new"
            return
        changes = self._changes(goods[product_id], record, tax_class_id, plan)
        if changes:
            plan.changed.append((goods[product_id], record, changes))
            plan.states[record.line] = "changed"
        else:
            plan.unchanged += 1
            plan.states[record.line] = "unchanged"

    def _tax_class(self, record: Record, plan: Plan) -> int | None:
        """Its id; None when the file does not say; 0 when it is unknown."""
        if record.tax_class is None:
            return None
        found = self._rules.tax_classes.get(tax_key(record.tax_class))
        if found is None:
            text = f"There is no tax class “{record.tax_class}”. Tax classes: {self._rules.tax_class_names}."
            plan.errors.append(LineError(record.line, text))
            return 0
        return found

    def _category(self, name: str, plan: Plan) -> int:
        key = fold(name)
        plan.names.setdefault(key, name)
        return plan.categories.setdefault(key, 0)

    def _changes(
        self, there: Existing, record: Record, tax_class_id: int | None, plan: Plan
    ) -> dict[str, Any]:
        wanted = wanted_values(record)
        wanted["tax_class_id"] = tax_class_id
        if record.category is not None:
            wanted["category_id"] = self._category(record.category, plan)
        changes = {
            name: value
            for name in _COMPARED
            if (value := wanted.get(name)) is not None and there.values[name] != value
        }
        if record.price_minor is not None and record.price_minor != there.price_minor:
            changes["price"] = record.price_minor
        codes = [code for code in record.codes if code not in there.codes]
        if codes:
            changes["codes"] = codes
        attributes = {n: v for n, v in record.attributes if there.attributes.get(n) != v}
        if attributes:
            changes["attributes"] = attributes
        return changes


def tax_key(text: str) -> str:
    """What tax classes are compared by: "19 %", "19.0" and "19" are one."""
    folded = fold(text).replace(" ", "").removesuffix("%").replace(",", ".")
    return folded.rstrip("0").rstrip(".") if "." in folded else folded


def wanted_values(record: Record) -> dict[str, Any]:
    """The product's own columns that the record names."""
    kind = None
    if record.weighed is not None:
        kind = str(ProductKind.WEIGHED if record.weighed else ProductKind.COUNTED)
    return {
        "name": record.name, "cost_minor": record.cost_minor, "unit": record.unit, "kind": kind,
        "min_age": record.min_age, "discountable": record.discountable, "active": record.active,
        "note": record.note,
    }  # fmt: skip


def _existing(
    connection: Connection, records: Sequence[Record], price_list_id: int
) -> tuple[dict[str, int], dict[str, int], dict[int, Existing]]:
    """Ids by number and by barcode, and what stands in the products that the records may mean."""
    skus = [record.number for record in records]
    by_sku: dict[str, int] = {}
    for chunk in chunks(skus):
        rows = connection.execute(select(product.c.sku, product.c.id).where(product.c.sku.in_(chunk)))
        by_sku.update({row.sku: row.id for row in rows})
    by_code: dict[str, int] = {}
    for chunk in chunks([code for record in records for code in record.codes]):
        rows = connection.execute(
            select(barcode.c.code, barcode.c.product_id).where(barcode.c.code.in_(chunk))
        )
        by_code.update({row.code: row.product_id for row in rows})
    ids = sorted({*by_sku.values(), *by_code.values()})
    goods: dict[int, Existing] = {}
    for chunk in chunks(ids):
        goods.update(_load(connection, chunk, price_list_id))
    return by_sku, by_code, goods


def _load(connection: Connection, ids: Sequence[int], price_list_id: int) -> dict[int, Existing]:
    codes: dict[int, set[str]] = {}
    for row in connection.execute(
        select(barcode.c.product_id, barcode.c.code).where(barcode.c.product_id.in_(ids))
    ):
        codes.setdefault(row.product_id, set()).add(row.code)
    attributes: dict[int, dict[str, str]] = {}
    for each in connection.execute(select(product_attribute).where(product_attribute.c.product_id.in_(ids))):
        attributes.setdefault(each.product_id, {})[each.name] = each.value
    prices = {
        row.product_id: row.price_minor
        for row in connection.execute(
            select(price.c.product_id, price.c.price_minor).where(
                price.c.price_list_id == price_list_id, price.c.product_id.in_(ids),
                price.c.packaging_id.is_(None), price.c.min_quantity_milli == 0, price.c.valid_from.is_(None),
            )
        )
    }  # fmt: skip
    columns = [product.c.id, *(product.c[name] for name in _COMPARED)]
    return {
        row.id: Existing(
            row.id, dict(row._mapping), frozenset(codes.get(row.id, ())),  # noqa: SLF001 - public name
            prices.get(row.id), attributes.get(row.id, {}),
        )
        for row in connection.execute(select(*columns).where(product.c.id.in_(ids)))
    }  # fmt: skip


def write_new(uow: UnitOfWork, plan: Plan, rules: Rules) -> list[tuple[int, Record]]:
    """Insert the new products with their codes, prices, words and attributes; returns their ids."""
    made = list(zip(take_ids(len(plan.new)), plan.new, strict=True))
    goods: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    for product_id, record in made:
        found = product_words(record.name, record.number, record.codes)
        words += word_rows(product_id, found)
        goods.append(_new_row(uow.now, product_id, record, plan, rules, search_text(found)))
    words.sort(key=lambda row: (row["word"], row["product_id"]))  # in the order of the B-tree
    _insert(uow, product, goods)
    _insert(uow, barcode, _code_rows([(i, r.codes, True) for i, r in made]))
    _insert(uow, search_word, words)
    _insert(uow, product_attribute, _attribute_rows([(i, dict(r.attributes)) for i, r in made]))
    drafts = [(i, r.price_minor) for i, r in made if r.price_minor is not None]
    _insert(uow, price, _price_rows(drafts, rules.price_list_id))
    return made


def _new_row(
    now: datetime, product_id: int, record: Record, plan: Plan, rules: Rules, text: str
) -> dict[str, Any]:
    tax = rules.tax_classes.get(tax_key(record.tax_class)) if record.tax_class else None
    weighed = bool(record.weighed)
    return {
        "id": product_id, "sku": record.number, "name": record.name, "search_key": fold(record.name)[:400],
        "search_text": text, "category_id": plan.categories[fold(record.category or rules.default_category)],
        "tax_class_id": tax or rules.default_tax_class,
        "kind": str(ProductKind.WEIGHED if weighed else ProductKind.COUNTED),
        "unit": record.unit or ("kg" if weighed else "pc"), "min_age": record.min_age or 0,
        "cost_minor": record.cost_minor, "discountable": record.discountable is not False,
        "tile_position": None, "note": record.note or "", "active": record.active is not False,
        "updated_at": now, "version": 1,
    }  # fmt: skip


def _code_rows(wanted: Sequence[tuple[int, Sequence[str], bool]]) -> list[dict[str, Any]]:
    rows = [
        {"code": code, "product_id": i, "packaging_id": None, "is_primary": first and at == 0}
        for i, codes, first in wanted
        for at, code in enumerate(codes)
    ]
    return [{"id": i, **row} for i, row in zip(take_ids(len(rows)), rows, strict=True)]


def _attribute_rows(wanted: Sequence[tuple[int, Mapping[str, str]]]) -> list[dict[str, Any]]:
    return [
        {"product_id": i, "name": name, "value": value}
        for i, found in wanted
        for name, value in found.items()
    ]


def _price_rows(wanted: Sequence[tuple[int, int]], price_list_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": i, "price_list_id": price_list_id, "product_id": product_id, "packaging_id": None,
            "min_quantity_milli": 0, "valid_from": None, "valid_to": None, "price_minor": minor,
        }
        for i, (product_id, minor) in zip(take_ids(len(wanted)), wanted, strict=True)
    ]  # fmt: skip


def _insert(uow: UnitOfWork, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        uow.connection.execute(insert(table), list(rows))


def write_changed(uow: UnitOfWork, plan: Plan) -> list[PriceDraft]:
    """Update the changed products; returns the prices that are to be set."""
    drafts: list[PriceDraft] = []
    for there, record, changes in plan.changed:
        values = {name: value for name, value in changes.items() if name in _COMPARED}
        if "category_id" in values:
            values["category_id"] = plan.categories[fold(record.category or "")]
        if "name" in values:
            values["search_key"] = fold(record.name)[:400]
        uow.connection.execute(
            update(product)
            .where(product.c.id == there.id)
            .values(**values, version=product.c.version + 1, updated_at=uow.now)
        )
        if "price" in changes:
            drafts.append(PriceDraft(there.id, changes["price"]))
        if "attributes" in changes:
            _replace_attributes(uow, there.id, changes["attributes"])
    _insert(
        uow,
        barcode,
        _code_rows([(t.id, c["codes"], not t.codes) for t, _, c in plan.changed if "codes" in c]),
    )
    touched = [there.id for there, _, changes in plan.changed if "name" in changes or "codes" in changes]
    index_products(uow.connection, touched)
    return drafts


_FORGET: Final = delete(product_attribute).where(
    product_attribute.c.product_id == bindparam("product_"), product_attribute.c.name == bindparam("name_")
)


def _replace_attributes(uow: UnitOfWork, product_id: int, found: Mapping[str, str]) -> None:
    uow.connection.execute(_FORGET, [{"product_": product_id, "name_": name} for name in found])
    _insert(uow, product_attribute, _attribute_rows([(product_id, found)]))
