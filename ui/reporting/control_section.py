"""Control: cashiers, returns without receipt, the day of the store, gift cards, reports of plug-ins."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.office.section import OfficeDesk, Section
from ui.reporting.cashiers_page import CashiersPage
from ui.reporting.control_page import ControlPage
from ui.reporting.day_page import DayPage
from ui.reporting.loose_returns_page import LooseReturnsPage
from ui.reporting.other_reports_page import OtherReportsPage
from ui.reporting.vouchers_page import VouchersPage
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import label, line

_PAGES: Final = (
    ("cashiers", CashiersPage), ("returns", LooseReturnsPage), ("day", DayPage), ("vouchers", VouchersPage),
    ("others", OtherReportsPage),
)  # fmt: skip


def _names() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "cashiers": tr("Control", "Cashiers"),
        "returns": tr("Control", "Returns without receipt"),
        "day": tr("Control", "Day of the store"),
        "vouchers": tr("Control", "Gift cards"),
        "others": tr("Control", "Other reports"),
    }


class ControlSection(Section):
    """Some pages; each is read when it is chosen."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = ChipBar(self.tr("What to look at"))
        names = _names()
        self.chips.set_chips([(key, names[key]) for key, _page in _PAGES], _PAGES[0][0])
        self.pages: dict[str, ControlPage] = {key: page(desk) for key, page in _PAGES}
        self._stack = Pages()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.body.addLayout(line(label(self.tr("Control"), tokens.KEY, 700), self.chips))
        self.body.addWidget(self._stack, 1)
        self.chips.chosen.connect(self.choose)

    def choose(self, key: str) -> None:
        """Show another page."""
        self.chips.select(key)
        self._stack.setCurrentWidget(self.pages[key])
        self.pages[key].read()

    def current(self) -> ControlPage:
        """The page that is shown."""
        return self.pages[self.chips.selected() or _PAGES[0][0]]

    def entered(self) -> None:
        """Read what is shown."""
        self.current().read()

    def show_item(self, what: str) -> None:
        """One of the pages, by its key."""
        if what in self.pages:
            self.choose(what)
