"""The pages of the office at its left: a few are listed, many lie in groups of which one is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.office.sections import SectionInfo, section_texts
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.scrolling import DragScroll
from ui.widgets.side_panel import scrolling
from ui.widgets.tips import plain_tip

_WIDE: Final = 196
_NARROW: Final = 64
_MANY: Final = 11  # more pages than that lie in groups, so that 768 pixels hold them
_LOW: Final = 44
_CLOSE: Final = 3
_DIGITS: Final = 9
_ARROWS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_REST: Final = "setup"  # the group of whatever no other group names
_GROUPS: Final = (
    ("goods", "shopping_basket", ("products", "categories", "stock", "warehouse")),
    ("selling", "sell", ("orders", "customers", "prices", "promotions", "sales", "cases", "store")),
    ("money", "savings", ("invoices", "einvoices", "payments", "bank", "collections", "accounting")),
    ("control", "monitor", ("order_to_cash", "shifts", "control", "journal")),
    (_REST, "tune", ()),
)  # fmt: skip
_ALONE: Final = ("dashboard",)


@dataclass(slots=True)
class _Group:
    """A head and the pages below it; a page that stands alone has no pages below."""

    head: Button
    pages: list[str]
    last: str = ""


def group_texts() -> dict[str, str]:
    """Names of the groups by id."""
    tr = QCoreApplication.translate
    return {
        "goods": tr("OfficeSections", "Goods"), "selling": tr("OfficeSections", "Selling"),
        "money": tr("OfficeSections", "Money"), "control": tr("OfficeSections", "Evaluation"),
        "setup": tr("OfficeSections", "Set-up"),
    }  # fmt: skip


def group_of(section_id: str) -> str:
    """The group a page lies in, "" for one that stands alone."""
    if section_id in _ALONE:
        return ""
    return next((name for name, _icon, pages in _GROUPS if section_id in pages), _REST)


class Navigation(QWidget):
    """The list of pages.

    Signals:
        chosen(str): a page was tapped, or its key pressed.
    Setters: fill, select, set_narrow.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {}
        self._order: list[str] = []
        self._groups: dict[str, _Group] = {}
        self._places: list[str] = []  # what Alt and a digit stands for: a page, or "group:NAME"
        self._current = ""
        self._narrow = False
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        area = scrolling(self._body)  # a low window does not hold all pages
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area, self._drag = area, DragScroll(area)
        self._one = QButtonGroup(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    # --- setters ---

    def fill(self, infos: Sequence[SectionInfo]) -> None:
        """Show these pages."""
        self._clear()
        by_id = {info.section_id: info for info in infos}
        if len(infos) > _MANY:
            self._list.setSpacing(_CLOSE)
            self._fill_groups(by_id)
        else:
            self._list.setSpacing(tokens.GAP)
            for info in infos:
                self._add_page(info)
            self._places = list(by_id)
        self._list.addStretch(1)
        self.set_narrow(narrow=self._narrow)

    def _clear(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.buttons.clear()
        self._groups.clear()
        self._order, self._places, self._current = [], [], ""

    def _fill_groups(self, by_id: dict[str, SectionInfo]) -> None:
        for section_id in (x for x in by_id if not group_of(x)):
            self._add_page(by_id[section_id]).setFixedHeight(_LOW)
            self._places.append(section_id)
        texts = group_texts()
        for name, icon, wanted in _GROUPS:
            others = [x for x in by_id if x not in wanted and group_of(x) == name]
            pages = [x for x in wanted if x in by_id] + others
            if not pages:
                continue
            head = self._add(texts[name], icon, "group")
            head.clicked.connect(lambda _=False, group=name: self._head_tapped(group))
            self._groups[name] = _Group(head, pages)
            self._places.append(f"group:{name}")
            for section_id in pages:
                self._add_page(by_id[section_id]).setFixedHeight(_LOW)
        self._open("")

    def _add_page(self, info: SectionInfo) -> Button:
        button = self._add(section_texts()[info.section_id], info.icon, "function")
        button.clicked.connect(lambda _=False, name=info.section_id: self._tapped(name))
        self._one.addButton(button)
        self.buttons[info.section_id] = button
        self._order.append(info.section_id)
        return button

    def _add(self, text: str, icon: str, look: str) -> Button:
        button = Button(text, look, icon=icon, checkable=look == "function")
        button.setToolTip(plain_tip(text))
        button.setAccessibleName(text)
        self._drag.watch(button)
        button.installEventFilter(self)
        self._list.addWidget(button)
        return button

    def select(self, section_id: str) -> None:
        """The page that is shown; its group is open."""
        self._current = section_id
        self.buttons[section_id].setChecked(True)
        group = self._groups.get(group_of(section_id))
        if group is not None:
            group.last = section_id
            self._open(group_of(section_id))
        self._area.ensureWidgetVisible(self.buttons[section_id], 0, 40)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, or the words as well."""
        self._narrow = narrow
        self.setFixedWidth(_NARROW if narrow else _WIDE)
        texts = {**section_texts(), **{f"group:{x}": word for x, word in group_texts().items()}}
        heads = {f"group:{name}": group.head for name, group in self._groups.items()}
        for name, button in {**self.buttons, **heads}.items():
            place = self._places.index(name) + 1 if name in self._places else 0
            button.setText("" if narrow else texts[name])
            button.set_hint(f"Alt+{place}" if 0 < place <= _DIGITS and not narrow else "")

    # --- keys and taps ---

    def by_digit(self, digit: int) -> bool:
        """Alt and a digit: a page, or the page of a group that was shown last; False for none."""
        if not 0 < digit <= len(self._places):
            return False
        name = self._places[digit - 1]
        if name.startswith("group:"):
            group = self._groups[name.removeprefix("group:")]
            name = group.last or group.pages[0]
        self.chosen.emit(name)
        return True

    def step(self, by: int) -> None:
        """The next page, or the one before."""
        place = self._order.index(self._current) + by if self._current in self._order else 0
        if 0 <= place < len(self._order):
            self.chosen.emit(self._order[place])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go from button to button, closed groups included; by itself a button keeps them."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        by = _ARROWS.get(Qt.Key(event.key()))
        shown = [b for b in self._body.findChildren(Button) if b.isVisible()]
        if by is None or watched not in shown or event.modifiers():
            return False
        there = shown[max(0, min(shown.index(watched) + by, len(shown) - 1))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there, 0, 20)
        return True

    def _tapped(self, section_id: str) -> None:
        """A page was tapped; a finger that drags the list chooses none."""
        if not self._drag.dragging:
            self.chosen.emit(section_id)
        elif self._current in self.buttons:
            self.buttons[self._current].setChecked(True)

    def _head_tapped(self, name: str) -> None:
        if not self._drag.dragging:
            self._open(name)

    def _open(self, name: str) -> None:
        """This group shows its pages, the others only their heads."""
        for group_id, group in self._groups.items():
            is_open = group_id == name
            for section_id in group.pages:
                self.buttons[section_id].setVisible(is_open)
            words = self.tr("open") if is_open else self.tr("closed")
            group.head.setAccessibleDescription(f"{group.head.hint} {words}".strip())
