"""Ctrl+K: type what you are looking for - a page, a product, a customer, a receipt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.kernel.text import fold
from ui.office.section import OfficeDesk
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.side_panel import SidePanel

_FOUND = 6
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Command:
    """Something the palette can do."""

    key: str
    title: str
    icon: str
    do: Callable[[], None]


class Palette(SidePanel):
    """A line and what fits; Enter opens."""

    once = True

    def __init__(self, desk: OfficeDesk, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Go to"), parent)
        self._desk = desk
        self._commands = list(commands)
        self._asked = 0
        self._waiting = 0  # answers that are still to come
        self._opens = False  # Enter was pressed before they were there
        self._rows: list[Row] = []
        self._text: str | None = None
        self.line = SearchLine(
            self.tr("Page, product, customer, or the number of a document"), own_enter=True
        )
        self.list = RowList(self.tr("Results"))
        self.content.addWidget(self.line)
        self.content.addWidget(self.list, 1)
        self.first = self.line
        self.line.searched.connect(self._search)
        self.line.entered.connect(self._enter)
        self.line.down_pressed.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self._search("")

    def _enter(self) -> None:
        """Open what is chosen; while answers are still to come, once they are there."""
        chosen = self.list.current()
        self._opens = self._waiting > 0 and not chosen.startswith("do:")
        if chosen and not self._opens:
            self._choose(chosen)

    def _search(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._asked += 1
        self._waiting, self._opens = 0, False
        wanted = fold(text.strip())
        self._rows = [
            Row(f"do:{c.key}", c.title, icon=c.icon) for c in self._commands if wanted in fold(c.title)
        ]
        self.list.set_rows(self._rows)
        if len(text.strip()) >= 2:  # noqa: PLR2004 - one letter finds everything
            self._ask(text.strip())

    def _ask(self, text: str) -> None:
        p = Permission
        sources: tuple[tuple[tuple[Permission, ...], Callable[[str], None]], ...] = (
            ((p.EDIT_CATALOG, p.VIEW_STOCK), self._products),
            ((p.VIEW_STOCK, p.RECEIVE_GOODS, p.TRANSFER_STOCK), self._stock),
            ((p.PICK, p.SHIP), self._warehouse),
            ((p.EDIT_PARTIES,), self._customers),
            ((p.VIEW_REPORTS, p.REPRINT), self._receipts),
            ((p.ORDERS, p.RELEASE_ORDER, p.CANCEL_ORDER), self._orders),
            ((p.INVOICE, p.RELEASE_INVOICE, p.CREDIT_NOTE), self._invoices),
            ((p.RECEIVE_PAYMENT, p.UNDO_PAYMENT), self._payments),
        )
        for rights, search in sources:
            if self._desk.may(*rights):
                search(text)

    def _find(self, query: Callable[..., Sequence[F]], row: Callable[[F], Row], **arguments: Any) -> None:
        """Ask for some of a kind; each found becomes a row."""
        asked = self._asked
        self._waiting += 1

        def failed(error: Exception) -> None:
            self._came(asked, [])
            self._desk.failed(error)

        self._desk.ask(
            query, lambda found: self._came(asked, [row(x) for x in found]), failed,
            limit=_FOUND, **arguments,
        )  # fmt: skip

    def _orders(self, text: str) -> None:
        from app.orders.queries import OrderRow, list_orders

        def row(o: OrderRow) -> Row:
            number = o.number or o.quote_number or self.tr("Draft")
            figure = self._desk.formats.money(o.gross_minor)
            return Row(f"orders:{o.id}", number, o.party_name, figure, icon="edit_note")

        self._find(list_orders, row, text=text.lstrip("#"))

    def _invoices(self, text: str) -> None:
        from app.invoicing.screen_queries import ListedInvoice, search_invoices

        def row(x: ListedInvoice) -> Row:
            figure = self._desk.formats.money(x.row.gross_minor)
            number = x.row.number or self.tr("Draft")
            return Row(f"invoices:{x.row.id}", number, x.row.party_name, figure, icon="account_balance")

        self._find(search_invoices, row, text=text.lstrip("#"), on=self._desk.services.context.on)

    def _payments(self, text: str) -> None:
        from app.payments.queries import PaymentRow
        from app.payments.screen_queries import search_payments

        def row(x: PaymentRow) -> Row:
            figure = self._desk.formats.money(x.amount_minor)
            return Row(f"payments:{x.id}", x.number, x.party_name, figure, icon="payments")

        self._find(search_payments, row, text=text.lstrip("#"))

    def _products(self, text: str) -> None:
        from app.catalog.queries import ProductFilter, list_products

        context = self._desk.services.context
        self._find(
            list_products, lambda p: Row(f"products:{p.id}", p.name, p.sku, icon="inventory_2"),
            wanted=ProductFilter(text=text, active=None), price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on,
        )  # fmt: skip

    def _stock(self, text: str) -> None:
        from app.fulfilment.stock_search import search_stock_documents

        self._find(
            search_stock_documents,
            lambda x: Row(f"stock:{x.kind}:{x.id}", x.number, x.detail, icon="swap_horiz"),
            text=text.lstrip("#"),
        )

    def _warehouse(self, text: str) -> None:
        from app.fulfilment.stock_search import StockDocument, search_warehouse
        from ui.orders.words import document_icon, document_status

        def row(x: StockDocument) -> Row:
            is_list = x.kind == "pick"
            detail = document_status(x.detail) if is_list else x.detail
            icon = document_icon("pick_list" if is_list else "shipment")
            return Row(f"warehouse:{x.kind}:{x.id}", x.number, detail, icon=icon)

        self._find(search_warehouse, row, text=text.lstrip("#"))

    def _customers(self, text: str) -> None:
        from app.parties.queries import search_customers

        self._find(
            search_customers, lambda c: Row(f"customers:{c.id}", c.name, c.number, icon="person"),
            text=text, active=None,
        )  # fmt: skip

    def _receipts(self, text: str) -> None:
        from app.till.queries import list_recent_sales

        formats = self._desk.formats
        self._find(
            list_recent_sales,
            lambda s: Row(
                f"sales:{s.id}", s.number, formats.date_time(s.completed_at), formats.money(s.gross_minor),
                icon="receipt_long",
            ),
            text=text.lstrip("#"),
        )  # fmt: skip

    def _came(self, asked: int, rows: list[Row]) -> None:
        """An answer; what is called exactly as it was typed goes before what only resembles it."""
        if asked != self._asked:
            return
        self._waiting -= 1
        if rows:
            self._add(rows)
        if self._opens and not self._waiting:
            self._enter()

    def _add(self, rows: list[Row]) -> None:
        kept = self.list.current()
        wanted = fold((self._text or "").strip().lstrip("#"))
        exact = {row.key for row in (*self._rows, *rows) if wanted in {fold(row.title), fold(row.detail)}}
        self._rows = sorted((*self._rows, *rows), key=lambda row: row.key not in exact)
        self.list.set_rows(self._rows)
        if self.list.hasFocus() or not exact:
            self.list.select(kept)

    def _choose(self, key: str) -> None:
        kind, _, what = key.partition(":")
        self.closed.emit()
        if kind != "do":
            self._desk.go_to.emit(kind, what)
            return
        next(c for c in self._commands if c.key == what).do()
