"""Ctrl+K: type what you are looking for - a page, a product, a customer, a receipt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.kernel.text import fold
from ui.office.section import OfficeDesk
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.side_panel import SidePanel

_FOUND = 6


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
        if self.list.current():
            self._choose(self.list.current())

    def _search(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self._asked += 1
        wanted = fold(text.strip())
        self._rows = [
            Row(f"do:{c.key}", c.title, icon=c.icon) for c in self._commands if wanted in fold(c.title)
        ]
        self.list.set_rows(self._rows)
        if len(text.strip()) >= 2:  # noqa: PLR2004 - one letter finds everything
            self._ask(text.strip(), self._asked)

    def _ask(self, text: str, asked: int) -> None:
        p = Permission
        sources: tuple[tuple[tuple[Permission, ...], Callable[[str, int], None]], ...] = (
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
                search(text, asked)

    def _orders(self, text: str, asked: int) -> None:
        from app.orders.queries import list_orders

        money = self._desk.formats.money
        self._desk.ask(
            list_orders,
            lambda found: self._add(
                asked,
                [
                    Row(
                        f"orders:{o.id}", o.number or o.quote_number or self.tr("Draft"), o.party_name,
                        money(o.gross_minor), icon="edit_note",
                    )
                    for o in found
                ],
            ),
            text=text.lstrip("#"), limit=_FOUND,
        )  # fmt: skip

    def _invoices(self, text: str, asked: int) -> None:
        from app.invoicing.screen_queries import search_invoices

        money = self._desk.formats.money
        self._desk.ask(
            search_invoices,
            lambda found: self._add(
                asked,
                [
                    Row(
                        f"invoices:{x.row.id}", x.row.number or self.tr("Draft"), x.row.party_name,
                        money(x.row.gross_minor), icon="account_balance",
                    )
                    for x in found
                ],
            ),
            text=text.lstrip("#"), on=self._desk.services.context.on, limit=_FOUND,
        )  # fmt: skip

    def _payments(self, text: str, asked: int) -> None:
        from app.payments.screen_queries import search_payments

        money = self._desk.formats.money
        self._desk.ask(
            search_payments,
            lambda found: self._add(
                asked,
                [
                    Row(
                        f"payments:{x.id}", x.number, x.party_name, money(x.amount_minor), icon="payments"
                    )
                    for x in found
                ],
            ),
            text=text.lstrip("#"), limit=_FOUND,
        )  # fmt: skip

    def _products(self, text: str, asked: int) -> None:
        from app.catalog.queries import ProductFilter, list_products

        context = self._desk.services.context
        self._desk.ask(
            list_products,
            lambda found: self._add(
                asked, [Row(f"products:{p.id}", p.name, p.sku, icon="inventory_2") for p in found]
            ),
            wanted=ProductFilter(text=text, active=None), price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on, limit=_FOUND,
        )  # fmt: skip

    def _stock(self, text: str, asked: int) -> None:
        from app.fulfilment.stock_search import search_stock_documents

        self._desk.ask(
            search_stock_documents,
            lambda found: self._add(
                asked,
                [Row(f"stock:{x.kind}:{x.id}", x.number, x.detail, icon="swap_horiz") for x in found],
            ),
            text=text.lstrip("#"), limit=_FOUND,
        )  # fmt: skip

    def _warehouse(self, text: str, asked: int) -> None:
        from app.fulfilment.stock_search import StockDocument, search_warehouse
        from ui.orders.words import document_icon, document_status

        def row(x: StockDocument) -> Row:
            is_list = x.kind == "pick"
            detail = document_status(x.detail) if is_list else x.detail
            icon = document_icon("pick_list" if is_list else "shipment")
            return Row(f"warehouse:{x.kind}:{x.id}", x.number, detail, icon=icon)

        self._desk.ask(
            search_warehouse, lambda found: self._add(asked, [row(x) for x in found]),
            text=text.lstrip("#"), limit=_FOUND,
        )  # fmt: skip

    def _customers(self, text: str, asked: int) -> None:
        from app.parties.queries import search_customers

        self._desk.ask(
            search_customers,
            lambda found: self._add(
                asked, [Row(f"customers:{c.id}", c.name, c.number, icon="person") for c in found]
            ),
            text=text, limit=_FOUND, active=None,
        )  # fmt: skip

    def _receipts(self, text: str, asked: int) -> None:
        from app.till.queries import list_recent_sales

        money = self._desk.formats.money
        self._desk.ask(
            list_recent_sales,
            lambda found: self._add(
                asked,
                [
                    Row(
                        f"sales:{s.id}",
                        s.number,
                        self._desk.formats.date_time(s.completed_at),
                        money(s.gross_minor),
                        icon="receipt_long",
                    )
                    for s in found
                ],
            ),
            text=text.lstrip("#"),
            limit=_FOUND,
        )

    def _add(self, asked: int, rows: list[Row]) -> None:
        if asked == self._asked and rows:
            kept = self.list.current()
            self._rows += rows
            self.list.set_rows(self._rows)
            self.list.select(kept)

    def _choose(self, key: str) -> None:
        kind, _, what = key.partition(":")
        self.closed.emit()
        if kind != "do":
            self._desk.go_to.emit(kind, what)
            return
        next(c for c in self._commands if c.key == what).do()
