"""The fields of a product: what the editor shows and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from PySide6.QtWidgets import QLineEdit, QWidget

from app.catalog.drafts import BarcodeDraft, PackagingDraft, PriceEntry, ProductDetails
from app.catalog.queries import Category, ProductView, TaxClassName
from app.catalog.states import ProductKind
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.pricing.queries import PriceList
from app.pricing.rules import PriceLine, ProductLimit, unit_price
from ui.formatting import Formats
from ui.widgets.edits import MoneyEdit, NumberEdit, PercentEdit, QuantityEdit
from ui.widgets.form import Choice, Form, NumberBox, Tick, note_field, text_field
from ui.widgets.line_rows import LineRows
from ui.widgets.text import label


class FieldNotReadableError(Refusal):
    """A number that is none."""

    message = "“{text}” in the field “{field}” is no number. Correct it first."


@dataclass(frozen=True, slots=True)
class ProductChoices:
    """What a product may be given."""

    categories: Sequence[Category]
    tax_classes: Sequence[TaxClassName]
    price_lists: Sequence[PriceList]
    price_list_id: int  # of this till
    on: date
    with_cost: bool = False


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """What stands in the fields."""

    details: ProductDetails
    barcodes: list[BarcodeDraft] = field(default_factory=list)
    packagings: list[PackagingDraft] = field(default_factory=list)
    prices: list[PriceEntry] = field(default_factory=list)


class ProductForm(Form):
    """All fields of one product."""

    def __init__(self, formats: Formats, choices: ProductChoices, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self._formats = formats
        self._choices = choices
        self._shown_prices: dict[tuple[int, str], int | None] = {}
        self._cost: int | None = None
        self._general()
        self._money()
        self._codes()
        self._more()
        self.end()

    def _general(self) -> None:
        tr, choices = self.tr, self._choices
        self.name = text_field()
        self.sku = text_field(placeholder=tr("made by itself"))
        self.category = Choice([(c.id, c.name) for c in choices.categories])
        self.tax_class = Choice([(t.id, f"{t.code} {t.name}") for t in choices.tax_classes])
        self.kind = Choice([
            (ProductKind.COUNTED, tr("Counted")),
            (ProductKind.WEIGHED, tr("Weighed")),
            (ProductKind.SERVICE, tr("Service, no stock")),
            (ProductKind.KIT, tr("Kit of other products")),
            (ProductKind.TEMPLATE, tr("Template with variants")),
        ])  # fmt: skip
        self.unit = text_field(self._formats.unit("pc"), limit=12)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.section(tr("What it is"))
        self.add(tr("Name"), self.name, wide=True)
        self.add(tr("Number (SKU)"), self.sku)
        self.add(tr("Category"), self.category)
        self.add(tr("Tax class"), self.tax_class)
        self.add(tr("Kind"), self.kind)
        self.add(tr("Unit"), self.unit)
        self.min_age = NumberBox(0, 99)
        self.min_age.setSpecialValueText(tr("none"))
        self.add(tr("Age limit"), self.min_age)

    def _money(self) -> None:
        tr = self.tr
        self.section(tr("Prices"))
        self.price_fields: dict[int, MoneyEdit] = {}
        for price_list in self._choices.price_lists:
            words = tr("with tax") if price_list.includes_tax else tr("without tax")
            edit = MoneyEdit(price_list.name, self._formats)
            self.price_fields[price_list.id] = edit
            self.add(f"{price_list.name} ({words})", edit)
        self.cost = MoneyEdit(tr("Cost"), self._formats)
        if self._choices.with_cost:
            self.add(tr("Cost (supplier's price)"), self.cost)
        self.floor = MoneyEdit(tr("Lowest price at the till"), self._formats)
        self.most = PercentEdit(tr("Largest discount"), self._formats)
        self.add(tr("Lowest price at the till"), self.floor)
        self.add(tr("Largest discount"), self.most)
        self.stock = label("", tone="text2")
        self.add(tr("Stock"), self.stock)
        self.discountable = Tick(tr("Discounts allowed"), on=True)
        self.favourite = Tick(tr("On the till's favourite tiles"))
        self.tile_place = NumberBox(1, 999, 1)
        self.favourite.toggled.connect(self.tile_place.setEnabled)
        self.tile_place.setEnabled(False)
        self.add_wide(self.discountable)
        self.add_wide(self.favourite)
        self.add(tr("Place among the tiles"), self.tile_place)

    def _codes(self) -> None:
        tr = self.tr
        self.section(tr("Packagings and barcodes"))
        self.packagings = LineRows(
            tr("Packagings"), [tr("Packaging"), tr("Units in it"), tr("Price of it")], self._packaging_line,
            tr("Add a packaging"), (2, 1, 1),
        )  # fmt: skip
        self.barcodes = LineRows(
            tr("Barcodes"), [tr("Barcode"), tr("Packaging")], self._barcode_line, tr("Add a barcode"), (2, 1)
        )
        self.packagings.changed.connect(self._names_changed)
        self.add_wide(self.packagings)
        self.add_wide(self.barcodes)

    def _more(self) -> None:
        tr = self.tr
        self.section(tr("More"))
        self.attributes = LineRows(
            tr("Attributes"), [tr("Name"), tr("Value")], lambda: [text_field(), text_field()],
            tr("Add an attribute"), (1, 2),
        )  # fmt: skip
        self.note = note_field()
        self.add_wide(self.attributes)
        self.add(tr("Note for the staff"), self.note, wide=True)

    def fields(self) -> list[QWidget]:
        """What a change is watched in; the lines send `changed` themselves."""
        return [
            self.name, self.sku, self.category, self.tax_class, self.kind, self.unit, self.min_age,
            self.cost, self.floor, self.most, self.discountable, self.favourite, self.tile_place, self.note,
            *self.price_fields.values(),
        ]  # fmt: skip

    def line_rows(self) -> list[LineRows]:
        """Barcodes, packagings, attributes."""
        return [self.packagings, self.barcodes, self.attributes]

    def show_limit(self, limit: ProductLimit) -> None:
        """How far the price may go down by hand."""
        self.floor.set_value(limit.floor_minor)
        self.most.set_value(limit.max_discount)

    def limit(self) -> ProductLimit:
        """The same as it stands in the fields; raises FieldNotReadableError."""
        return ProductLimit(_number(self.floor), _number(self.most))

    def fill(self, view: ProductView, prices: dict[int, Sequence[PriceLine]]) -> None:
        """Show a product; `prices` by price list."""
        details = view.details
        self.name.setText(details.name)
        self.sku.setText(details.sku)
        self.category.choose(details.category_id)
        self.tax_class.choose(details.tax_class_id)
        self.kind.choose(details.kind)
        self.unit.setText(self._formats.unit(details.unit))
        self.min_age.setValue(details.min_age)
        self._cost = details.cost_minor
        self.cost.set_value(details.cost_minor)
        self.discountable.setChecked(details.discountable)
        self.favourite.setChecked(details.tile_position is not None)
        self.tile_place.setValue(details.tile_position or 1)
        self.note.setPlainText(details.note)
        on_hand = view.on_hand_milli
        self.stock.setText(
            self.tr("No stock is kept") if on_hand is None else self._formats.quantity(on_hand, details.unit)
        )
        self._fill_lines(view, prices)

    def _fill_lines(self, view: ProductView, prices: dict[int, Sequence[PriceLine]]) -> None:
        own = prices.get(self._choices.price_list_id, ())
        for list_id, edit in self.price_fields.items():
            minor = self._price(prices.get(list_id, ()), None, ONE)
            edit.set_value(minor)
            self._shown_prices[list_id, ""] = minor
        self.packagings.clear()
        for pack in view.packagings:
            name, quantity, price = self.packagings.add_line()
            cast("QLineEdit", name).setText(pack.name)
            cast("NumberEdit", quantity).set_value(pack.quantity_milli)
            minor = next((p.price_minor for p in own if p.packaging_id == pack.id), None)
            cast("NumberEdit", price).set_value(minor)
            self._shown_prices[self._choices.price_list_id, pack.name] = minor
        self.barcodes.clear()
        for code in view.barcodes:
            self.add_barcode(code.code, code.packaging)
        self.attributes.clear()
        for attribute, value in view.details.attributes:
            name, text = self.attributes.add_line()
            cast("QLineEdit", name).setText(attribute)
            cast("QLineEdit", text).setText(value)

    def add_barcode(self, code: str, packaging: str = "") -> None:
        """One more barcode."""
        field_, choice = self.barcodes.add_line()
        cast("QLineEdit", field_).setText(code)
        cast("Choice", choice).choose(packaging)

    def read(self) -> ProductDraft:
        """What stands in the fields; raises FieldNotReadableError."""
        packs = self._read_packagings()
        prices = [
            PriceEntry(list_id, minor)
            for list_id, edit in self.price_fields.items()
            if (minor := _number(edit)) is not None and minor != self._shown_prices.get((list_id, ""))
        ]
        own = self._choices.price_list_id
        prices += [
            PriceEntry(own, minor, name)
            for name, _quantity, minor in packs
            if minor is not None and minor != self._shown_prices.get((own, name))
        ]
        codes = [
            BarcodeDraft(text, str(cast("Choice", choice).value() or ""))
            for edit, choice in self.barcodes.lines()
            if (text := cast("QLineEdit", edit).text().strip())
        ]
        drafts = [PackagingDraft(name, quantity) for name, quantity, _ in packs]
        return ProductDraft(self._read_details(), codes, drafts, prices)

    def _read_details(self) -> ProductDetails:
        pairs = [tuple(cast("QLineEdit", edit).text() for edit in row) for row in self.attributes.lines()]
        return ProductDetails(
            name=self.name.text(), category_id=self.category.value(), tax_class_id=self.tax_class.value(),
            sku=self.sku.text(), kind=self.kind.value(),
            unit=self._formats.unit_code(self.unit.text()), min_age=self.min_age.value(),
            cost_minor=_number(self.cost) if self._choices.with_cost else self._cost,
            discountable=self.discountable.isChecked(),
            tile_position=self.tile_place.value() if self.favourite.isChecked() else None,
            note=self.note.toPlainText(), attributes=tuple((name, value) for name, value in pairs),
        )  # fmt: skip

    def _read_packagings(self) -> list[tuple[str, int, int | None]]:
        found = []
        for name, quantity, price in self.packagings.lines():
            text = cast("QLineEdit", name).text().strip()
            amount, minor = _number(cast("NumberEdit", quantity)), _number(cast("NumberEdit", price))
            if text or amount is not None or minor is not None:
                found.append((text, amount or 0, minor))
        return found

    def _packaging_line(self) -> list[QWidget]:
        return [
            text_field(limit=60),
            QuantityEdit("", self._formats),
            MoneyEdit("", self._formats),
        ]

    def _barcode_line(self) -> list[QWidget]:
        return [text_field(), Choice(self._packaging_names())]

    def _packaging_names(self) -> list[tuple[str, str]]:
        names = [cast("QLineEdit", row[0]).text().strip() for row in self.packagings.lines()]
        return [("", self.tr("one unit")), *((name, name) for name in names if name)]

    def _names_changed(self) -> None:
        for _edit, choice in self.barcodes.lines():
            picked = cast("Choice", choice)
            picked.set_options(self._packaging_names(), picked.value())

    def _kind_changed(self) -> None:
        usual = {ProductKind.WEIGHED: "kg"}.get(self.kind.value(), "pc")
        if self._formats.unit_code(self.unit.text()) in {"pc", "kg"}:
            self.unit.setText(self._formats.unit(usual))

    def _price(self, lines: Sequence[PriceLine], packaging_id: int | None, pack: int) -> int | None:
        return unit_price(
            lines, packaging_id=packaging_id, pack_milli=pack, quantity_milli=pack, on=self._choices.on
        )


def _number(edit: NumberEdit) -> int | None:
    if edit.error():
        raise FieldNotReadableError(text=edit.text(), field=edit.accessibleName())
    return edit.value()


def empty_values(form: ProductForm, **values: Any) -> None:
    """Fill a new product's form with what is known of it."""
    if "name" in values:
        form.name.setText(str(values["name"]))
    if values.get("category_id"):
        form.category.choose(values["category_id"])
    if values.get("code"):
        form.add_barcode(str(values["code"]))
