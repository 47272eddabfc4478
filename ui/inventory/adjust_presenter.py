"""Reads a product's stock and its moves, and books corrections."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from app.catalog.queries import ProductView, get_product
from app.inventory.operations import adjust_stock
from app.kernel.refusal import Refusal
from app.reporting.stock import MoveMark, MovePage, MoveRow, page_of_moves
from ui.inventory.adjust_panel import AdjustPanel
from ui.inventory.words import move_kind
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.widgets.data_table import TableRow

_PAGE: Final = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stock", text)


class AdjustPresenter(QObject):
    """Drives the panel of one product; it lives as long as the panel."""

    def __init__(self, desk: OfficeDesk, panel: AdjustPanel, product_id: int) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._product_id = product_id
        self._view: ProductView | None = None
        self._mark: MoveMark | None = None
        panel.saved.connect(self._book)
        self._moves: dict[str, MoveRow] = {}
        panel.move_opened.connect(self._open_document)
        panel.more_wanted.connect(lambda _have: self._ask_moves(self._mark))

    def load(self) -> None:
        """Read the product and its newest moves."""
        context = self._desk.services.context
        self._desk.ask(
            get_product, self._have, product_id=self._product_id, price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, with_cost=False,
        )  # fmt: skip
        self._ask_moves(None)

    def _have(self, view: ProductView) -> None:
        self._view = view
        details = view.details
        self._panel.show_product(f"{details.name} · {details.sku}", details.unit, view.on_hand_milli)
        if view.on_hand_milli is not None:
            self._panel.take_focus()

    def _ask_moves(self, mark: MoveMark | None) -> None:
        self._desk.report(
            page_of_moves, lambda page: self._have_moves(page, older=mark is not None),
            product_id=self._product_id, location_id=self._desk.services.context.stock_location_id,
            mark=mark, limit=_PAGE,
        )  # fmt: skip

    def _have_moves(self, page: MovePage, *, older: bool) -> None:
        self._mark = page.mark
        self._moves.update((str(move.id), move) for move in page.rows)
        rows = [self._row(move) for move in page.rows]
        show = self._panel.add_moves if older else self._panel.set_moves
        show(rows, more=page.mark is not None)

    def _row(self, move: MoveRow) -> TableRow:
        formats = self._desk.formats
        tones = {"quantity": "danger" if move.quantity_milli < 0 else "ok"}
        if move.balance_milli < 0:
            tones["after"] = "danger"
        return TableRow(
            str(move.id),
            (
                formats.date_time(move.at), move_kind(move), move.number,
                formats.signed_quantity(move.quantity_milli), formats.quantity(move.balance_milli),
                move.reason, move.who,
            ),
            tones,
        )  # fmt: skip

    def _open_document(self, key: str) -> None:
        """The document behind a move, on its own page."""
        move = self._moves.get(key)
        pages = {"goods_receipt": "receipt", "transfer": "transfer", "assembly": "assembly"}
        if move is None:
            return
        if move.document_type in pages:
            self._desk.go_to.emit("stock", f"{pages[move.document_type]}:{move.document_id}")
        elif move.document_type == "shipment":
            self._desk.go_to.emit("warehouse", f"ship:{move.document_id}")
        elif move.document_type == "sale" and move.number:
            self._desk.go_to.emit("sales", move.number)

    def _book(self) -> None:
        difference = self._panel.typed_difference()
        if difference is None:
            self._panel.refuse(
                self._panel.typing_error() or _tr("Type the new quantity or the difference first.")
            )
            return
        context = self._desk.services.context
        self._panel.save_button.setEnabled(False)
        self._desk.run(
            adjust_stock, lambda _move: self._booked(difference), self._refused,
            product_id=self._product_id, location_id=context.stock_location_id, quantity_milli=difference,
            reason=self._panel.reason.text(), business_date=context.on,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        self._panel.save_button.setEnabled(True)
        if not isinstance(error, Refusal):
            raise error
        self._panel.refuse(describe(error))

    def _booked(self, difference: int) -> None:
        details = self._view.details if self._view else None
        amount = self._desk.formats.signed_quantity(difference, details.unit if details else "")
        name = details.name if details else ""
        self._desk.say(_tr("{name}: {amount} is booked.").format(name=name, amount=amount))
        self._panel.clear()
        self.load()
