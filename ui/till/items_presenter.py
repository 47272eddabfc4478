"""Goods beside the usual scan: open items, codes nobody knows, what something costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.kernel.card_numbers import refuse_card_number
from app.kernel.permission import Approval, Permission
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean
from app.runtime.approvals import about_code, about_sale
from app.tax.queries import TaxClass, list_tax_classes
from app.till.cart import Sellable
from app.till.lookup import list_categories, search
from ui.shell.errors import describe
from ui.till.desk import Desk
from ui.till.panels_lists import UnknownCodePanel
from ui.till.panels_money import OpenItemPanel
from ui.till.panels_show import PriceCheckPanel
from ui.widgets.row_list import Row

if TYPE_CHECKING:
    from ui.till.sell_presenter import SellPresenter

_SHOWN_CODE = 60
_FOUND = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("Items", text)


class OpenItemPresenter:
    """Something that is not in the catalogue."""

    def __init__(self, desk: Desk, add: Callable[[Sellable], None]) -> None:
        self.desk = desk
        self._add = add

    @cached_property
    def _panel(self) -> OpenItemPanel:
        panel = OpenItemPanel(self.desk.formats)
        panel.added.connect(self.added)
        return panel

    def show(self) -> None:
        """Ask what it is; who lacks the right asks somebody who has it."""
        if self.desk.may(Permission.OPEN_ITEM):
            self._ask()
        elif self.desk.ask_approval is not None:

            def approved(approval: object) -> None:
                self.desk.state.approval = approval  # type: ignore[assignment]
                self._ask()

            self.desk.ask_approval(
                Permission.OPEN_ITEM, _tr("Sell an open item"), approved,
                about=about_sale(self.desk.state.cart.uuid),
            )  # fmt: skip

    def _ask(self) -> None:
        self.desk.services.gateway.ask(list_tax_classes, on_done=self._show, on_error=self.desk.refuse)

    def _show(self, classes: list[TaxClass]) -> None:
        known = self.desk.services.context.taxes
        self._panel.set_tax_classes([(c.id, c.name) for c in classes if c.id in known])
        self._panel.clear()
        self.desk.view.show_panel(self._panel)

    def added(self, name: str, minor: int, quantity_milli: int, tax_class_id: int) -> None:
        """Put it into the cart."""
        try:
            called = refuse_card_number(clean(name), field=_tr("Name"))
        except Refusal as refusal:
            self.desk.refuse(refusal)
            return
        item = Sellable(
            product_id=None, sku="", name=called, unit="pc", pack_milli=ONE, unit_price_minor=minor,
            includes_tax=self._includes_tax(), tax_class_id=tax_class_id, category_id=None,
        )  # fmt: skip
        self.desk.state.quantity_milli = quantity_milli
        self.desk.view.close_panel()
        self._add(item)

    def _includes_tax(self) -> bool:
        lines = self.desk.state.cart.lines
        return lines[0].item.includes_tax if lines else True


class UnknownCodePresenter:
    """A code that nobody knows: a new product, one that is there, or go on without."""

    def __init__(self, desk: Desk, sell: SellPresenter) -> None:
        self.desk = desk
        self._sell = sell
        self._code = ""
        self._approval: Approval | None = None  # for this code alone
        self._busy = False

    @cached_property
    def _panel(self) -> UnknownCodePanel:
        panel = UnknownCodePanel(self.desk.formats)
        panel.create_requested.connect(self.create)
        panel.link_search_changed.connect(self._search)
        panel.link_requested.connect(self.link)
        panel.ignored.connect(self.desk.view.close_panel)
        return panel

    def show(self, raw: str) -> None:
        """Say that the item was not added, and offer what can be done."""
        self._code, self._approval = raw, None
        shown = clean(raw)[:_SHOWN_CODE]
        may_edit = self.desk.may(Permission.EDIT_CATALOG)
        text = _tr("Unknown code {code}: the item was not added.").format(code=shown)
        if not may_edit:
            self.desk.say(text, "error", action=_tr("Ask a manager"), on_action=lambda: self._ask_right(raw))
            return
        self.desk.say(text, "error")
        self._open(shown)

    def _ask_right(self, raw: str) -> None:
        if self.desk.ask_approval is not None:

            def approved(approval: Approval) -> None:
                self._approval = approval
                self._code = raw
                self._open(clean(raw)[:_SHOWN_CODE])

            self.desk.ask_approval(
                Permission.EDIT_CATALOG,
                _tr("Create or link the code {code}").format(code=clean(raw)),
                approved,
                about=about_code(raw),
            )

    def _open(self, shown: str) -> None:
        self._panel.ask(shown)
        self._panel.set_message("")
        self.desk.services.gateway.ask(
            list_categories, on_done=self._set_categories, on_error=self.desk.refuse
        )
        self.desk.view.show_panel(self._panel)

    def _set_categories(self, found: list[tuple[int, str, int]]) -> None:
        self._panel.set_categories([(key, name) for key, name, _colour in found])

    def _search(self, text: str) -> None:
        if not text.strip():
            self._panel.set_products([])
            return
        self.desk.services.gateway.ask(
            search, text=text, limit=_FOUND, on_done=self._found, on_error=self._failed, **self._sell.place()
        )

    def _found(self, items: list[Sellable]) -> None:
        formats = self.desk.formats
        self._panel.set_products(
            [
                Row(str(x.product_id), x.name, x.sku, formats.money(x.unit_price_minor), icon="sell")
                for x in items
            ]
        )

    def create(self, _shown: str, name: str, minor: int, category_id: int) -> None:
        """A new product with this code, and into the cart with it."""
        context = self.desk.services.context
        if self._busy or not context.taxes:
            return
        self._busy = True
        from app.catalog.operations import quick_create

        self.desk.run(
            quick_create, code=self._code, name=name, price_minor=minor, category_id=category_id,
            price_list_id=context.till.price_list_id, tax_class_id=next(iter(context.taxes)),
            approval=self._approval, on_done=self._known, on_error=self._failed,
        )  # fmt: skip

    def link(self, _shown: str, product_id: str) -> None:
        """The code belongs to a product that is there."""
        if self._busy:
            return
        self._busy = True
        from app.catalog.operations import link_code

        self.desk.run(
            link_code, product_id=int(product_id), raw=self._code, approval=self._approval,
            on_done=self._known, on_error=self._failed,
        )  # fmt: skip

    def _known(self, _answer: object) -> None:
        self._busy = False
        self.desk.view.close_panel()
        self.desk.view.hide_banner()
        self._sell.show_tiles()
        self._sell.scanned(self._code)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.desk.sound.play("error")
        self._panel.set_message(describe(error))


class PriceCheckPresenter:
    """What something costs, without selling it."""

    def __init__(self, desk: Desk, sell: SellPresenter) -> None:
        self.desk = desk
        self._sell = sell
        self._item: Sellable | None = None
        sell.catch_item = self.catch

    @cached_property
    def _panel(self) -> PriceCheckPanel:
        panel = PriceCheckPanel()
        panel.add_requested.connect(self._add)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether the panel is on the screen."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    def show(self) -> None:
        """Wait for a scan."""
        self._item = None
        self._panel.show_waiting()
        self.desk.view.show_panel(self._panel)

    def catch(self, item: Sellable) -> bool:
        """Take an item that was scanned or tapped while the panel is open."""
        if not self.is_open:
            return False
        formats = self.desk.formats
        self._item = item
        details = [f"{_tr('Number')}: {item.sku}"]
        if item.on_hand_milli is not None:
            stock = formats.quantity(item.on_hand_milli, item.unit)
            details.append(_tr("In stock: {amount}").format(amount=stock))
        if item.min_age:
            details.append(_tr("From {age} years").format(age=item.min_age))
        price = formats.money(item.unit_price_minor)
        if item.unit != "pc":
            price = f"{price} / {formats.unit(item.unit)}"
        self._panel.show_product(item.product_id or 0, item.name, price, details)
        self.desk.sound.play("good")
        if item.on_hand_milli is not None and item.product_id is not None:
            self._ask_elsewhere(item, price, details)
        return True

    def _ask_elsewhere(self, item: Sellable, price: str, details: list[str]) -> None:
        """What the other stores have of it, once that is known."""
        from app.inventory.elsewhere import PlaceStock, list_elsewhere

        def have(found: list[PlaceStock]) -> None:
            if self._item is not item or not found:
                return
            quantity = self.desk.formats.quantity
            places = [f"{x.name} {quantity(x.available_milli, item.unit)}" for x in found[:_FOUND]]
            told = _tr("Free elsewhere: {places}").format(places=", ".join(places))
            self._panel.show_product(item.product_id or 0, item.name, price, [*details, told])

        self.desk.services.gateway.ask(
            list_elsewhere, on_done=have, on_error=self.desk.refuse, product_id=item.product_id,
            location_id=self.desk.services.context.stock_location_id,
        )  # fmt: skip

    def catch_unknown(self, raw: str) -> bool:
        """Take a code that nobody knows while the panel is open."""
        if not self.is_open:
            return False
        self._panel.show_unknown(clean(raw)[:_SHOWN_CODE])
        self.desk.sound.play("error")
        return True

    def _add(self, _product_id: int) -> None:
        item = self._item
        if item is None:
            return
        self.desk.view.close_panel()
        try:
            self._sell.add(item)
        except Refusal as refusal:
            self.desk.refuse(refusal)
