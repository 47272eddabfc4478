"""Finds the customer and the items of an entry, by what is typed or scanned."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.catalog.queries import ProductFilter, ProductRow, list_products
from app.catalog.states import ProductKind
from app.catalog.templates import Template, get_template
from app.kernel.refusal import Refusal
from app.orders.screen_queries import ScannedGoods, find_goods
from app.parties.queries import CustomerRow, search_customers
from ui.orders.entry_lines import EntryLine
from ui.orders.matrix_page import MatrixPage
from ui.shell.errors import describe
from ui.widgets.row_list import Row
from ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from ui.orders.entry_panel import EntryPanel

_FOUND: Final = 30


class EntryFinder:
    """Two search lines over one list of results."""

    def __init__(self, panel: EntryPanel) -> None:
        self._panel = panel
        self._asked = 0
        self._goods: dict[str, ProductRow] = {}
        self._names: dict[str, CustomerRow] = {}
        panel.customer.searched.connect(self._customer_typed)
        panel.customer.entered.connect(self._customer_entered)
        panel.customer.down_pressed.connect(self._to_results)
        panel.item.searched.connect(self._item_typed)
        panel.item.entered.connect(self._item_entered)
        panel.item.down_pressed.connect(self._to_results)
        panel.results.chosen.connect(self._choose)

    def quiet(self, field: SearchLine, text: str) -> None:
        """Write into a search line without searching."""
        self._asked += 1
        field.blockSignals(True)
        field.setText(text)
        field.blockSignals(False)

    def scan(self, raw: str) -> None:
        """A scan: one more of it, the keyboard stays where items are typed."""
        self._find(raw, scanned=True)

    def _to_results(self) -> None:
        panel = self._panel
        shown = panel.stack.currentWidget() is panel.results
        (panel.results if shown else panel.table).setFocus()

    # --- customers ---

    def _customer_typed(self, text: str) -> None:
        if text.strip():
            self._ask_customers(text, take=False)

    def _customer_entered(self) -> None:
        if self._panel.customer.text().strip():
            self._ask_customers(self._panel.customer.text(), take=True)

    def _ask_customers(self, text: str, *, take: bool) -> None:
        self._asked += 1
        asked = self._asked
        self._panel.ask(
            search_customers, lambda found: self._have_customers(found, asked, take=take), text=text,
            limit=_FOUND,
        )  # fmt: skip

    def _have_customers(self, found: list[CustomerRow], asked: int, *, take: bool) -> None:
        if asked != self._asked:
            return
        panel = self._panel
        if take and found:
            panel.set_customer(found[0].id, found[0].name)
            return
        self._names = {f"party:{c.id}": c for c in found}
        panel.results.set_rows([Row(f"party:{c.id}", c.name, c.city, c.number, icon="person") for c in found])
        panel.show_results(found=bool(found))
        panel.refuse("" if found else panel.tr("No such customer."))

    # --- items ---

    def _item_typed(self, text: str) -> None:
        if text.strip():
            self._ask_goods(text, take=False)
        else:
            self._panel.show_results(found=False)

    def _item_entered(self) -> None:
        if self._panel.item.text().strip():
            self._find(self._panel.item.text(), scanned=False)

    def _find(self, raw: str, *, scanned: bool) -> None:
        self._asked += 1
        asked = self._asked

        def no_code(error: Exception) -> None:
            if not isinstance(error, Refusal):
                self._panel.failed(error)
            elif scanned:
                self._panel.refuse(describe(error))
            else:
                self._have_code(None, raw, asked, scanned=False)

        self._panel.desk.services.gateway.ask(
            find_goods, on_done=lambda found: self._have_code(found, raw, asked, scanned=scanned),
            on_error=no_code, raw=raw,
        )  # fmt: skip

    def _have_code(self, found: ScannedGoods | None, raw: str, asked: int, *, scanned: bool) -> None:
        if found is not None and found.kind is ProductKind.TEMPLATE:
            self.ask_grid(found.product_id)
        elif found is not None:
            entry = EntryLine(found.product_id, found.name, packaging_id=found.packaging_id)
            if found.packaging_id is None:
                entry.quantity_milli = found.quantity_milli
            self._panel.add(entry, scanned=scanned)
        elif scanned:
            self._panel.refuse(self._panel.tr("Nobody knows the code {code}.").format(code=raw.strip()))
        elif asked == self._asked:
            self._ask_goods(raw, take=True)

    def _ask_goods(self, text: str, *, take: bool) -> None:
        self._asked += 1
        asked = self._asked
        context = self._panel.desk.services.context
        self._panel.ask(
            list_products, lambda found: self._have_goods(found, asked, take=take),
            wanted=ProductFilter(text=text), price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on, limit=_FOUND,
        )  # fmt: skip

    def _have_goods(self, found: list[ProductRow], asked: int, *, take: bool) -> None:
        if asked != self._asked:
            return
        panel = self._panel
        if take and found:
            self._take(found[0])
            return
        self._goods = {f"product:{p.id}": p for p in found}
        formats = panel.desk.formats
        panel.results.set_rows(
            [
                Row(
                    f"product:{p.id}", p.name, p.sku,
                    "" if p.on_hand_milli is None else formats.quantity(p.on_hand_milli, p.unit),
                    panel.tr("on hand") if p.on_hand_milli is not None else "", icon="inventory_2",
                )
                for p in found
            ]
        )  # fmt: skip
        panel.show_results(found=bool(found))
        panel.refuse("" if found else panel.tr("No such item."))

    def _choose(self, key: str) -> None:
        if key in self._names:
            chosen = self._names[key]
            self._panel.set_customer(chosen.id, chosen.name)
        elif key in self._goods:
            self._take(self._goods[key])

    def _take(self, goods: ProductRow) -> None:
        if goods.kind == ProductKind.TEMPLATE:
            self.ask_grid(goods.id)
        else:
            self._panel.add(EntryLine(goods.id, goods.name), scanned=False)

    # --- variants ---

    @cached_property
    def grid(self) -> MatrixPage:
        """The grid of a template's variants: made when the first is ordered."""
        page = MatrixPage(self._panel.desk.formats)
        page.taken.connect(self._take_grid)
        page.left.connect(self._leave_grid)
        self._panel.stack.addWidget(page)
        return page

    def ask_grid(self, template_id: int) -> None:
        """Ask how many of each variant of a template."""
        context = self._panel.desk.services.context
        self._panel.ask(
            get_template, self._have_template, template_id=template_id,
            price_list_id=context.till.price_list_id, location_id=context.stock_location_id, on=context.on,
        )  # fmt: skip

    def _have_template(self, template: Template) -> None:
        panel = self._panel
        self.quiet(panel.item, "")
        panel.refuse("" if template.variants else panel.tr("No variants of it were made yet."))
        panel.stack.setCurrentWidget(self.grid)
        self.grid.show_template(template)

    def _take_grid(self, lines: list[EntryLine]) -> None:
        for entry in lines:
            self._panel.add(entry, scanned=True)

    def _leave_grid(self) -> None:
        self._panel.show_results(found=False)
        self._panel.item.setFocus()
