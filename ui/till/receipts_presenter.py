"""Receipts that were made: look at one, print it again, or take its goods back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from app.devices.paper import Paper
from app.till.queries import SaleSummary, list_recent_sales
from ui.till.cash_presenter import preview_job
from ui.till.desk import Desk
from ui.till.panels_lists import ReprintPanel
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
        self.take_back: Callable[[int], None] = lambda _sale_id: None
        self.for_gift: Callable[[int], None] = lambda _sale_id: None
        self._asked = 0

    @cached_property
    def _panel(self) -> ReprintPanel:
        panel = ReprintPanel()
        panel.search_changed.connect(self._search)
        panel.preview_wanted.connect(self._preview)
        for signal in (panel.print_requested, panel.chosen):
            signal.connect(self._print)
        panel.return_requested.connect(self._return)
        panel.gift_requested.connect(self._gift)
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
        from app.documents.build import build_paper

        def show(paper: Paper) -> None:
            if self._panel.list.current() == key:
                self._panel.show_text(paper_text(paper))

        self.desk.services.gateway.ask(
            build_paper, job=preview_job(self.desk, "receipt", "sale", int(key)), on_done=show,
            on_error=self.desk.refuse,
        )  # fmt: skip

    def _return(self, key: str) -> None:
        if key:
            self.take_back(int(key))

    def _gift(self, key: str) -> None:
        if key:
            self.for_gift(int(key))

    def _print(self, key: str) -> None:
        if key:
            self._printing.copy("receipt", "sale", int(key))
