"""One product, new or there already: reads it, saves it, says why not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.catalog.drafts import SavedProduct
from app.catalog.operations import create_product, set_active, update_product
from app.catalog.queries import ProductView, get_product
from app.catalog.states import ProductKind
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.pricing.limits import limits_of, set_product_limit
from app.pricing.queries import list_prices
from app.pricing.rules import PriceLine, ProductLimit
from ui.catalog.product_form import ProductChoices, ProductForm, empty_values
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.editor_panel import EditorPanel


class ProductEditor(EditorPanel):
    """The panel of a product.

    Signals:
        done(object): it was saved; the SavedProduct.
        history_wanted(object): what its prices were; the ProductView.
        more_wanted(object): its parts, or of a template its variants; the ProductView.
    """

    done = Signal(object)
    history_wanted = Signal(object)
    more_wanted = Signal(object)

    def __init__(
        self, desk: OfficeDesk, choices: ProductChoices, parent: QWidget | None = None, **known: Any
    ) -> None:
        self.form = ProductForm(desk.formats, choices)
        super().__init__(self.tr("New product"), self.form, parent=parent)
        self._desk = desk
        self._choices = choices
        self._view: ProductView | None = None
        self._limit = self._wanted = ProductLimit()  # as it is kept, and as it was typed
        self._prices: dict[int, Sequence[PriceLine]] = {}
        self.first = self.form.name
        self.active_button = Button(self.tr("Take out of use"), icon="visibility_off")
        self.active_button.clicked.connect(self._toggle_active)
        self.active_button.setVisible(False)
        self.history_button = Button(self.tr("Price history"), icon="history")
        self.history_button.setVisible(False)
        self.history_button.clicked.connect(self._show_history)
        self.foot.insertWidget(0, self.history_button)
        self.foot.insertWidget(0, self.active_button)
        self.more_button = Button("", icon="category", hint="F6")
        self.more_button.clicked.connect(self.open_more)
        self.more_button.setVisible(False)
        self.foot.insertWidget(1, self.more_button)
        if not desk.may(Permission.EDIT_CATALOG):
            self.save_button.setVisible(False)
        self.saved.connect(self._write)
        empty_values(self.form, **known)
        self.watch(self.form.fields())
        for rows in self.form.line_rows():
            rows.changed.connect(self.touch)

    def load(self, product_id: int) -> None:
        """Read a product and show it."""
        context = self._desk.services.context
        self._desk.ask(
            get_product, self._have, product_id=product_id, price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, with_cost=True,  # kept, and shown to who may see it
        )  # fmt: skip

    def _have(self, view: ProductView) -> None:
        self._view = view
        self._desk.ask(limits_of, self._have_limits, product_ids=[view.id])
        self._prices = {self._choices.price_list_id: view.prices}
        others = [x.id for x in self._choices.price_lists if x.id != self._choices.price_list_id]
        if not others:
            self._show()
        for list_id in others:
            have = partial(self._have_prices, list_id, len(others))
            self._desk.ask(list_prices, have, product_id=view.id, price_list_id=list_id)

    def _have_limits(self, found: dict[int, ProductLimit]) -> None:
        if self._view is not None:
            self._limit = self._wanted = found.get(self._view.id, ProductLimit())
            self.form.show_limit(self._limit)
            self.clean()

    def _have_prices(self, list_id: int, others: int, found: Sequence[PriceLine]) -> None:
        self._prices[list_id] = found
        if len(self._prices) == others + 1:
            self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        self.form.fill(self._view, self._prices)
        self.set_title(self._view.details.name)
        may = self._desk.may(Permission.EDIT_CATALOG)
        template = self._view.details.kind is ProductKind.TEMPLATE
        self.more_button.setText(self.tr("Variants…") if template else self.tr("Made of…"))
        self.more_button.setVisible(may)
        self.active_button.setVisible(may)
        self.history_button.setVisible(True)
        self.active_button.setText(
            self.tr("Take out of use") if self._view.active else self.tr("Put into use")
        )
        self.clean()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 goes on to the parts or the variants."""
        if event.key() == Qt.Key.Key_F6 and self.more_button.isVisible():
            self.open_more()
        else:
            super().keyPressEvent(event)

    def open_more(self) -> None:
        """What it is made of, or its variants; what was typed is saved first."""
        if self._dirty:
            self.refuse(self.tr("Save the product first."))
        elif self._view is not None:
            self.more_wanted.emit(self._view)

    def kind(self) -> ProductKind:
        """The kind that is chosen."""
        return ProductKind(self.form.kind.value())

    def scanned(self, raw: str) -> None:
        """A scan adds the code as it is read at the till."""
        from app.catalog.operations.products import code_of_scan

        try:
            code = code_of_scan(raw, weighed=False)
        except Refusal as refusal:
            self.refuse(describe(refusal))
            return
        self.form.add_barcode(code.lstrip("0") if len(code) == 14 else code)  # noqa: PLR2004 - GTIN-14
        self.touch()

    def _write(self) -> None:
        try:
            draft = self.form.read()
            self._wanted = self.form.limit()
        except Refusal as refusal:
            self.refuse(describe(refusal))
            return
        parts = {"details": draft.details, "barcodes": draft.barcodes, "packagings": draft.packagings,
                 "prices": draft.prices}  # fmt: skip
        if self._view is None:
            self._desk.run(create_product, self._written, self._refused, **parts)
        else:
            self._desk.run(
                update_product, self._written, self._refused, product_id=self._view.id,
                version=self._view.version, **parts,
            )  # fmt: skip

    def _show_history(self) -> None:
        if self._view is None:
            return
        if self.dirty:
            self.refuse(self.tr("Save or throw away what was changed first."))
        else:
            self.history_wanted.emit(self._view)

    def _toggle_active(self) -> None:
        if self._view is not None:
            self._desk.run(
                set_active, self._written, self._refused, product_id=self._view.id,
                version=self._view.version, active=not self._view.active,
            )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            self.save_button.setEnabled(True)
            raise error
        self.refuse(describe(error))

    def _written(self, saved: SavedProduct) -> None:
        self.clean()
        if self._wanted == self._limit:
            self.done.emit(saved)
            return
        self._desk.run(
            set_product_limit, lambda _none: self.done.emit(saved), self._refused, product_id=saved.id,
            limit=self._wanted,
        )  # fmt: skip
