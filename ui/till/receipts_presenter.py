"""Receipts that were made: print one again, or take its goods back at the price that was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.devices.paper import Paper
from app.documents.build import build_paper
from app.kernel.money import round_half_up
from app.kernel.permission import Approval, Permission
from app.kernel.quantity import ONE
from app.till.cart import Cart, CartLine, Discount, DiscountKind, Sellable
from app.till.queries import (
    NoSuchReceiptError,
    SaleLineView,
    SaleSummary,
    SaleView,
    find_sale_id,
    get_sale,
    list_recent_sales,
)
from ui.till.cash_presenter import preview_job
from ui.till.desk import Desk
from ui.till.panels_lists import ReprintPanel
from ui.till.panels_receipt import ReceiptPanel
from ui.till.paper_text import paper_text
from ui.till.print_presenter import PrintPresenter
from ui.widgets.row_list import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Receipts", text)


class ReprintPresenter:
    """The list of receipts with a preview."""

    def __init__(self, desk: Desk, printing: PrintPresenter) -> None:
        self.desk = desk
        self._printing = printing
        self._asked = 0

    @cached_property
    def _panel(self) -> ReprintPanel:
        panel = ReprintPanel()
        panel.search_changed.connect(self._search)
        panel.preview_wanted.connect(self._preview)
        for signal in (panel.print_requested, panel.chosen):
            signal.connect(self._print)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    def show(self) -> None:
        """The newest receipts of this till."""
        self._panel.search.clear()
        self._panel.set_message("")
        self.desk.view.show_panel(self._panel)
        self._search("")

    def find(self, number: str) -> None:
        """A receipt was scanned while the list is open."""
        self._panel.search.setText(number)

    def _search(self, text: str) -> None:
        self._asked += 1
        asked = self._asked

        def show(found: list[SaleSummary]) -> None:
            if asked == self._asked:
                self._panel.set_rows([self._row(sale) for sale in found])

        self.desk.services.gateway.ask(
            list_recent_sales, text=text.strip().upper(), on_done=show, on_error=self.desk.refuse
        )

    def _row(self, sale: SaleSummary) -> Row:
        formats = self.desk.formats
        return Row(
            str(sale.id), sale.number, f"{formats.date_time(sale.completed_at)} · {sale.cashier}",
            formats.money(sale.gross_minor), _tr("Return") if sale.kind == "return" else "",
            tone="danger" if sale.gross_minor < 0 else "text",
        )  # fmt: skip

    def _preview(self, key: str) -> None:
        if not key:
            self._panel.show_text("")
            return

        def show(paper: Paper) -> None:
            if self._panel.list.current() == key:
                self._panel.show_text(paper_text(paper))

        self.desk.services.gateway.ask(
            build_paper, job=preview_job(self.desk, "receipt", "sale", int(key)), on_done=show,
            on_error=self.desk.refuse,
        )  # fmt: skip

    def _print(self, key: str) -> None:
        if key:
            self._printing.copy("receipt", "sale", int(key))


class ReturnPresenter:
    """Goods that come back, with the receipt or without."""

    def __init__(self, desk: Desk, printing: PrintPresenter) -> None:
        self.desk = desk
        self._printing = printing
        self._sale: SaleView | None = None
        self._taken: dict[int, int] = {}  # position -> thousandths that are in the cart already

    @cached_property
    def _panel(self) -> ReceiptPanel:
        panel = ReceiptPanel()
        panel.chosen.connect(lambda key: self._take(int(key), None))
        panel.all_requested.connect(self._take_all)
        panel.print_requested.connect(self._copy)
        return panel

    @property
    def is_open(self) -> bool:
        """Whether a receipt is on the screen."""
        return "_panel" in self.__dict__ and self.desk.view.panel() is self._panel

    # --- without a receipt ---

    def toggle(self) -> None:
        """Goods come back, or do not after all."""
        state = self.desk.state
        if not state.cart.is_empty:
            text = _tr("A return begins with an empty cart: finish this one, park it or void it first.")
            self.desk.say(text, "error")
        elif state.returning:
            self.desk.new_cart()
            self.desk.view.hide_banner()
        else:
            self._allowed(_tr("Take goods back without a receipt"), self._begin)

    def _begin(self) -> None:
        self._set_returning()
        text = _tr("Return: scan what comes back, or scan the receipt.")
        self.desk.say(text, "warn", action=_tr("Stop"), on_action=self.toggle)

    def _set_returning(self) -> None:
        self.desk.state.returning = True
        self.desk.set_cart(self.desk.state.cart, keep=False)

    def _allowed(self, what: str, go_on: Callable[[], None]) -> None:
        given = self.desk.state.approval
        if self.desk.may(Permission.RETURN) or (given and Permission.RETURN in given.permissions):
            go_on()
        elif self.desk.ask_approval is not None:

            def approved(approval: Approval) -> None:
                self.desk.state.approval = approval
                go_on()

            self.desk.ask_approval(Permission.RETURN, what, approved)

    # --- with a receipt ---

    def scanned(self, number: str) -> None:
        """A receipt was scanned."""

        def found(sale_id: int | None) -> None:
            if sale_id is None:
                self.desk.refuse(NoSuchReceiptError(number=number))
            else:
                self.desk.services.gateway.ask(
                    get_sale, sale_id=sale_id, on_done=self._show, on_error=self.desk.refuse
                )

        self.desk.services.gateway.ask(find_sale_id, number=number, on_done=found, on_error=self.desk.refuse)

    def _show(self, sale: SaleView) -> None:
        if self._sale is None or self._sale.id != sale.id or self.desk.state.cart.is_empty:
            self._taken = {}
        self._sale = sale
        self.desk.sound.play("good")
        self._panel.set_title(_tr("Receipt {number}").format(number=sale.number))
        self._panel.set_returnable(on=self._may_begin())
        self._panel.set_message("")
        self._fill()
        self.desk.view.show_panel(self._panel)

    def _may_begin(self) -> bool:
        state = self.desk.state
        return (
            self._sale is not None and self._sale.kind == "sale" and (state.cart.is_empty or state.returning)
        )

    def _fill(self) -> None:
        sale, formats = self._sale, self.desk.formats
        if sale is None:
            return
        self._panel.set_rows(
            [
                Row(
                    str(x.position), x.name,
                    formats.times(x.quantity_milli, x.unit_price_minor, "" if x.unit == "pc" else x.unit),
                    formats.money(x.gross_minor), self._remark(x),
                )
                for x in sale.lines
            ]
        )  # fmt: skip

    def _remark(self, line: SaleLineView) -> str:
        taken = self._taken.get(line.position, 0)
        return _tr("{amount} come back").format(amount=self.desk.formats.quantity(taken)) if taken else ""

    def catch(self, item: Sellable) -> bool:
        """An item was scanned while a receipt is open: it comes back, one of it."""
        if not self.is_open or self._sale is None or not self._may_begin():
            return False
        left = [
            x for x in self._sale.lines
            if x.product_id == item.product_id and self._left(x) > 0 and x.unit == item.unit
        ]  # fmt: skip
        if not left:
            self.desk.sound.play("error")
            self._panel.set_message(_tr("{name} is not on this receipt any more.").format(name=item.name))
            return True
        one = None if item.weighed else ONE
        self._take(left[0].position, one)
        return True

    def _left(self, line: SaleLineView) -> int:
        return line.quantity_milli - self._taken.get(line.position, 0)

    def _take_all(self) -> None:
        sale = self._sale
        if sale is not None and self._may_begin():
            self._with_right(self._add_all)

    def _add_all(self) -> None:
        for line in self._sale.lines if self._sale else ():
            if self._left(line) > 0:
                self._add(line, self._left(line))

    def _take(self, position: int, quantity_milli: int | None) -> None:
        sale = self._sale
        if sale is None or not self._may_begin():
            return
        line = next(x for x in sale.lines if x.position == position)
        quantity = min(quantity_milli or self._left(line), self._left(line))
        if quantity > 0:
            self._with_right(lambda: self._add(line, quantity))

    def _with_right(self, work: Callable[[], object]) -> None:
        sale = self._sale
        if sale is None:
            return

        def go_on() -> None:
            work()
            self._panel.set_message("")
            self._fill()
            if not self.is_open:
                self.desk.view.show_panel(self._panel)

        self._allowed(_tr("Take back goods of receipt {number}").format(number=sale.number), go_on)

    def _add(self, line: SaleLineView, quantity_milli: int) -> None:
        """One line comes back, at the price and with the share of the discount that was paid."""
        desk, sale = self.desk, self._sale
        actor = desk.services.gateway.actor
        if actor is None or sale is None:
            return
        desk.state.returning = True
        cart = desk.state.cart
        if cart.is_empty and not cart.note:
            cart = cart.set_note(_tr("Return of {number}").format(number=sale.number))
        approver = desk.state.approval.user_id if desk.state.approval else actor.user_id
        made = _line_back(line, quantity_milli, self._taken.get(line.position, 0), actor.user_id, approver)
        self._taken[line.position] = self._taken.get(line.position, 0) + quantity_milli
        desk.set_cart(_with_line(cart, made), select=made.line_id)
        desk.sound.play("good")

    def _copy(self) -> None:
        if self._sale is not None:
            self._printing.copy("receipt", "sale", self._sale.id)


def _line_back(
    line: SaleLineView, quantity_milli: int, before_milli: int, cashier_id: int, approver_id: int
) -> CartLine:
    base = line.base_quantity_milli or line.quantity_milli
    pack = round_half_up(base * ONE, line.quantity_milli)
    item = Sellable(
        product_id=line.product_id, sku=line.sku, name=line.name, unit=line.unit, pack_milli=abs(pack),
        unit_price_minor=line.unit_price_minor, includes_tax=line.includes_tax,
        tax_class_id=line.tax_class_id, category_id=line.category_id,
        weighed=bool(line.quantity_milli % ONE), barcode=line.barcode,
    )  # fmt: skip
    whole = line.line_discount_minor + line.sale_discount_minor

    def share(milli: int) -> int:
        return round_half_up(whole * milli, line.quantity_milli)

    # the last part takes the remainder, so that the parts never come to more than the whole
    minor = share(before_milli + quantity_milli) - share(before_milli)
    made = Cart().add(item, cashier_id=cashier_id, quantity_milli=quantity_milli).lines[0]
    if not minor:
        return made
    return replace(made, discount=Discount(DiscountKind.AMOUNT, minor, approver_id=approver_id))


def _with_line(cart: Cart, line: CartLine) -> Cart:
    return replace(cart, lines=(*cart.lines, line))
