"""Prices: chips on top, one page below."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.chip_bar import ChipBar
from ui.widgets.pages import Pages
from ui.widgets.text import label, line

_P: Final = Permission
# id, module, class, rights of which one is enough
_PAGES: Final = (
    ("lists", "ui.pricing.lists_page", "ListsPage", (_P.EDIT_CATALOG,)),
    ("rules", "ui.pricing.rules_page", "RulesPage", (_P.SETTINGS,)),
    ("groups", "ui.pricing.groups_page", "GroupsPage", (_P.EDIT_PARTIES,)),
    ("agreements", "ui.pricing.agreements_page", "AgreementsPage", (_P.ORDERS,)),
    ("changes", "ui.pricing.changes_page", "ChangesPage", (_P.EDIT_CATALOG,)),
    ("labels", "ui.pricing.labels_page", "LabelsPage", (_P.EDIT_CATALOG, _P.VIEW_STOCK)),
)


class PricesSection(Section):
    """The pages about prices that who is signed in may see."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.chips = ChipBar(self.tr("Prices"))
        self.stack = Pages()
        self._made: dict[str, SettingsPage] = {}
        self._current = ""
        self.body.addLayout(line(label(self.tr("Prices"), tokens.KEY, 700), None))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.stack, 1)
        self.chips.chosen.connect(self.choose)

    def _texts(self) -> dict[str, str]:
        return {
            "lists": self.tr("Price lists"), "rules": self.tr("Who gets which list"),
            "groups": self.tr("Groups of customers"), "changes": self.tr("Planned changes"),
            "labels": self.tr("Labels"), "agreements": self.tr("Agreements"),
        }  # fmt: skip

    def page_ids(self) -> list[str]:
        """The pages that may be seen."""
        return [name for name, _m, _c, rights in _PAGES if self.desk.may(*rights)]

    def entered(self) -> None:
        """Show the page that was shown last."""
        allowed, texts = self.page_ids(), self._texts()
        if not allowed:
            return
        current = self._current if self._current in allowed else allowed[0]
        self.chips.set_chips([(name, texts[name]) for name in allowed], current)
        self.choose(current)

    def show_item(self, what: str) -> None:
        """A page by its id."""
        if what in self.page_ids():
            self.choose(what)

    def page(self) -> SettingsPage | None:
        """The page that is shown."""
        return self._made.get(self._current)

    def choose(self, name: str) -> None:
        """Show a page."""
        if name not in self.page_ids():
            return
        if name not in self._made:
            _id, module, class_name, _rights = next(p for p in _PAGES if p[0] == name)
            made = getattr(import_module(module), class_name)(self.desk, self)
            self._made[name] = made
            self.stack.addWidget(made)
        self._current = name
        self.chips.select(name)
        self.stack.setCurrentWidget(self._made[name])
        self._made[name].entered()

    def scanned(self, raw: str) -> bool:
        """A page that looks for goods takes what was scanned."""
        taken = getattr(self.panel() or self.page(), "scanned", None)
        if taken is None:
            return False
        taken(raw)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 shows, F9 prints the labels."""
        keys = {Qt.Key.Key_F8: "show_preview", Qt.Key.Key_F9: "print_labels"}
        done = getattr(self.page(), keys.get(Qt.Key(event.key()), ""), None)
        if done is not None:
            done()
        else:
            super().keyPressEvent(event)

    def escape(self) -> bool:
        """Esc: the panel, then a paper that lies over the page."""
        if super().escape():
            return True
        over = getattr(self.page(), "paper_over", None)
        if over is not None and over.isVisible():
            over.leave()
            return True
        return False

    def panel_closed(self) -> None:
        """Read again what a panel may have changed."""
        page = self.page()
        if page is not None:
            page.entered()
        table = getattr(page, "table", None)
        if isinstance(table, QWidget):
            table.setFocus()
