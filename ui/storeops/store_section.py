"""The store: its day, its checklists, counting in turns, commissions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from ui.office.section import OfficeDesk, Section
from ui.reporting.control_page import ControlPage
from ui.storeops.commission_page import CommissionPage
from ui.storeops.cycle_page import CyclePage
from ui.storeops.rates_page import RatesPage
from ui.storeops.runs_page import RunsPage
from ui.storeops.tasks_page import TasksPage
from ui.storeops.today_page import TodayPage
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import label, line

_P: Final = Permission
TODAY: Final = "today"
_PAGES: Final[dict[str, tuple[Callable[[OfficeDesk], ControlPage], tuple[Permission, ...]]]] = {
    TODAY: (TodayPage, (_P.SELL, _P.STORE_TASKS, _P.COUNT_STOCK)),
    "tasks": (TasksPage, (_P.STORE_TASKS,)),
    "cycle": (CyclePage, (_P.COUNT_STOCK,)),
    "commission": (CommissionPage, (_P.COMMISSION,)),
    "rates": (RatesPage, (_P.COMMISSION,)),
    "runs": (RunsPage, (_P.COMMISSION,)),
}


def _names() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        TODAY: tr("StorePages", "Today"), "tasks": tr("StorePages", "Checklists"),
        "cycle": tr("StorePages", "Counting in turns"), "commission": tr("StorePages", "Commission"),
        "rates": tr("StorePages", "Rates"), "runs": tr("StorePages", "Settlements"),
    }  # fmt: skip


class StoreSection(Section):
    """One page at a time, made and read when it is chosen."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = ChipBar(self.tr("What to look at"))
        self.pages: dict[str, ControlPage] = {}
        self._chosen = TODAY
        self._stack = Pages()
        self.body.addLayout(line(label(self.tr("Store"), tokens.KEY, 700), self.chips))
        self.body.addWidget(self._stack, 1)
        self.chips.chosen.connect(self.choose)

    def entered(self) -> None:
        """Show what who is signed in may see."""
        names = _names()
        shown = [key for key, (_make, rights) in _PAGES.items() if self.desk.may(*rights)]
        if self._chosen not in shown:
            self._chosen = shown[0]
        self.chips.set_chips([(key, names[key]) for key in shown], self._chosen)
        self.choose(self._chosen)

    def choose(self, key: str) -> None:
        """Show a page, and read it."""
        self._chosen = key
        self.chips.select(key)
        if key not in self.pages:
            self.pages[key] = _PAGES[key][0](self.desk)
            self._stack.addWidget(self.pages[key])
        self._stack.setCurrentWidget(self.pages[key])
        self.pages[key].read()

    def show_item(self, what: str) -> None:
        """One of the pages, by its key."""
        if what in _PAGES and self.desk.may(*_PAGES[what][1]):
            self.choose(what)

    def scanned(self, raw: str) -> bool:
        """A product for a rate."""
        page = self.pages.get(self._chosen)
        if not isinstance(page, RatesPage):
            return False
        page.take_scan(raw)
        return True
