"""The ledger and the figures: chips over pages, the ledger of an account behind each line."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from ui.accounting.books_view import BooksView
from ui.accounting.expenses_view import ExpensesView
from ui.accounting.money_views import FiguresView, ForecastView
from ui.accounting.report_view import ReportView
from ui.accounting.statement_views import AccountPanel, BalanceView, ProfitView, TrialView
from ui.accounting.stock_value_view import StockValueView
from ui.accounting.tax_journal_views import JournalView, TaxView
from ui.collections.ageing_view import AgedItemsPanel
from ui.collections.form_panel import FormPanel
from ui.office.section import OfficeDesk, Section
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import label, line

FIGURES: Final = "figures"
_ORDER: Final = (
    FIGURES, "forecast", "trial", "profit", "balance", "taxes", "journal", "expenses", "books", "stock",
)  # fmt: skip
_KEYS: Final = 9


class AccountingSection(Section):
    """The page of the accounts."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self.chips = ChipBar(tr("What to see"))
        shown = [
            (FIGURES, tr("Figures")), ("forecast", tr("Cash forecast")), ("trial", tr("Trial balance")),
            ("profit", tr("Profit and loss")), ("balance", tr("Balance sheet")), ("taxes", tr("Taxes")),
            ("journal", tr("Journal")), ("expenses", tr("Expenses")), ("books", tr("Chart and closing")),
        ]  # fmt: skip
        if desk.may(Permission.VIEW_COST):
            shown.append(("stock", tr("Stock value")))
        self.chips.set_chips(shown, FIGURES)
        self.figures = FiguresView(desk)
        self.expenses = ExpensesView(desk)
        self.books = BooksView(desk)
        self.views: dict[str, FiguresView | ForecastView | ReportView | BooksView] = {
            FIGURES: self.figures, "forecast": ForecastView(desk), "trial": TrialView(desk),
            "profit": ProfitView(desk), "balance": BalanceView(desk), "taxes": TaxView(desk),
            "journal": JournalView(desk), "expenses": self.expenses, "books": self.books,
            "stock": StockValueView(desk),
        }  # fmt: skip
        self.stack = Pages()
        top = line(label(tr("Accounts"), tokens.KEY, 700), 4, self.chips, gap=8)
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.stack, 1)
        for view in self.views.values():
            self.stack.addWidget(view)
            if isinstance(view, ReportView):
                view.account_wanted.connect(self.open_account)
        self.chips.chosen.connect(self.choose)
        self.figures.list_wanted.connect(self.show_item)
        self.expenses.form_wanted.connect(self._open_form)
        self.books.form_wanted.connect(self._open_form)

    def entered(self) -> None:
        """Read what is shown."""
        if self.panel() is None:
            self.choose(self.chips.selected() or FIGURES)

    def choose(self, key: str) -> None:
        """Show another page."""
        self.chips.select(key)
        view = self.views[key]
        self.stack.setCurrentWidget(view)
        view.reload()
        view.setFocus()

    def show_item(self, what: str) -> None:
        """The key of a page, account:CODE, or aged:DAY:0."""
        kind, _, key = what.partition(":")
        if kind == "aged":
            day, _, party_id = key.partition(":")
            panel = AgedItemsPanel(self.desk)
            self.open_panel(panel)
            panel.load(date.fromisoformat(day), int(party_id or 0))
        elif kind == "account":
            today = self.desk.services.context.on
            self.open_account(key, date(today.year, 1, 1), today)
        elif kind in self.views and (kind != "stock" or self.desk.may(Permission.VIEW_COST)):
            self.choose(kind)

    def open_account(self, code: str, since: date, until: date) -> AccountPanel:
        """Show the ledger of an account."""
        panel = AccountPanel(self.desk, code, since, until)
        self.open_panel(panel)
        panel.reload()
        return panel

    def _open_form(self, form: FormPanel) -> None:
        self.open_panel(form)
        form.clean()
        form.done.connect(self.close_panel)

    def panel_closed(self) -> None:
        """Back to the page."""
        self.choose(self.chips.selected() or FIGURES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+1 to Ctrl+9 choose a page, Ctrl+N a new expense or account, F10 exports the journal."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        place = event.key() - Qt.Key.Key_1.value
        shown = self.chips.selected()
        if self.panel() is not None:
            super().keyPressEvent(event)
        elif control and 0 <= place < _KEYS:
            self.choose(_ORDER[place])
        elif control and event.key() == Qt.Key.Key_N and shown in {"expenses", "books"}:
            (self.expenses.new if shown == "expenses" else self.books.new)()
        elif event.key() == Qt.Key.Key_F10 and shown == "journal":
            view = self.views["journal"]
            if isinstance(view, JournalView):
                view.export()
        else:
            super().keyPressEvent(event)
