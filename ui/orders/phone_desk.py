"""Orders by telephone: the number of who rings, his file, and the last order once more in two keys."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.kernel.permission import Permission
from app.orders.reorder import Again, order_again
from app.organisation.operations import save_setting
from app.parties.operations import DuplicateCustomerError, SavedCustomer, create_customer, update_customer
from app.parties.rules import CustomerDetails
from app.story.telephone import SCRIPT_SETTING, Caller, CallerFile, caller_file, find_callers
from ui.office.section import OfficeDesk, Section
from ui.orders.document_panel import DocumentPanel
from ui.orders.entry_lines import EntryLine, lines_again
from ui.orders.links import open_document
from ui.orders.phone_parts import CallerPage, NewCallerPage, is_control, left_out_sentence
from ui.widgets.button import Button
from ui.widgets.row_list import Row, RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import line

PHONE: Final = "phone"  # how the palette asks the orders for this panel


@dataclass(frozen=True, slots=True)
class Writing:
    """An order that is to be written: whose, with which lines, and what is said about it."""

    party_id: int
    name: str
    lines: list[EntryLine] = field(default_factory=list)
    sentence: str = ""


class PhoneDeskButton(Button):
    """Opens the desk over the page it stands on."""

    def __init__(self, section: Section) -> None:
        super().__init__("", icon="call", hint="F8")
        self.setToolTip(self.tr("Order by telephone"))
        self.setAccessibleName(self.toolTip())
        self.clicked.connect(lambda: section.show_item(PHONE))


class PhoneDesk(DocumentPanel):
    """The panel.

    Signals:
        write_wanted(object): a Writing.
    """

    write_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        tr = self.tr
        self.set_title(tr("Order by telephone"))
        self.file: CallerFile | None = None
        self._asked = 0
        self._callers: dict[str, Caller] = {}
        self._wanted: CustomerDetails | None = None
        self._double: CustomerDetails | None = None  # asked for once, and like somebody who is there
        self.number = SearchLine(tr("Who rings: telephone number, name or customer number"), own_enter=True)
        self.results = RowList(tr("Found"))
        self.caller = CallerPage(desk)
        self.newcomer = NewCallerPage()
        self.nothing = EmptyState(
            "call", tr("Who rings?"),
            tr("Type or scan the number, however it is written. Enter shows the customer."),
        )  # fmt: skip
        self.new_button = Button(tr("New caller"), icon="person_add", hint="F3")
        self.order_button = Button(tr("New order"), icon="add", hint="Ctrl+N")
        self.again_button = Button(tr("Order again"), "primary", icon="history", hint="F9")
        self.stack = QStackedWidget()
        for part in (self.nothing, self.results, self.caller, self.newcomer):
            self.stack.addWidget(part)
        top = line(self.number, self.new_button, gap=8)
        top.setStretch(0, 1)
        self.page.addLayout(top)
        self.page.addWidget(self.stack, 1)
        self.content.addLayout(line(None, self.order_button, self.again_button, gap=8))
        self._connect()
        self.first = self.number
        self._show(self.nothing)

    def _connect(self) -> None:
        self.number.searched.connect(lambda text: self._find(text, take=False))
        self.number.entered.connect(lambda: self._find(self.number.text(), take=True))
        self.number.down_pressed.connect(self._down)
        self.results.chosen.connect(lambda key: self.load(self._callers[key].party_id))
        self.caller.order_opened.connect(lambda key: self.desk.go_to.emit("orders", key))
        self.caller.item_opened.connect(lambda key: open_document(self.desk, key.rpartition(":")[0]))
        self.caller.note_saved.connect(self._save_note)
        self.caller.script_saved.connect(self._save_script)
        self.newcomer.wanted.connect(self.make)
        self.new_button.clicked.connect(self.begin_new)
        self.new_button.setVisible(self.desk.may(Permission.EDIT_PARTIES))
        self.order_button.clicked.connect(self.write_new)
        self.again_button.clicked.connect(self.write_again)

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        known = part is self.caller
        self.order_button.setVisible(known)
        self.again_button.setVisible(known and self.file is not None and bool(self.file.orders))

    def _down(self) -> None:
        part = self.stack.currentWidget()
        (self.caller.orders if part is self.caller else self.results).setFocus()

    # --- who it is ---

    def scanned(self, raw: str) -> None:
        """A number, as a box that reads callers' numbers sends it, or a customer's card."""
        self.number.blockSignals(True)  # it is looked for at once, and once
        self.number.setText(raw.strip())
        self.number.blockSignals(False)
        self._find(raw, take=True)

    def _find(self, text: str, *, take: bool) -> None:
        self._asked += 1
        asked = self._asked
        self.refuse("")
        if text.strip():
            self.ask(find_callers, lambda found: self._have(found, asked, text, take=take), text=text)
        else:
            self._show(self.nothing)

    def _have(self, found: list[Caller], asked: int, text: str, *, take: bool) -> None:
        if asked != self._asked:
            return
        if take and len(found) == 1:
            self.load(found[0].party_id)
            return
        if take and not found:
            self.begin_new(text)
            return
        self._callers = {str(c.party_id): c for c in found}
        self.results.set_rows([
            Row(
                key, c.name, " · ".join(p for p in (c.contact, c.phone, c.city) if p), c.number,
                "" if c.active else self.tr("blocked"), icon="person",
            )
            for key, c in self._callers.items()
        ])  # fmt: skip
        self._show(self.results if found else self.nothing)
        if take:
            self.results.setFocus()

    def load(self, party_id: int) -> None:
        """Show the file of a customer."""
        self._asked += 1
        self.ask(caller_file, self._have_file, party_id=party_id, on=self.desk.services.context.on)

    def reload(self) -> None:
        """Read the file again."""
        if self.file is not None and self.stack.currentWidget() is self.caller:
            self.load(self.file.customer.id)

    def _have_file(self, found: CallerFile) -> None:
        self.file = found
        self.caller.show_file(found)
        self._show(self.caller)
        (self.caller.orders if found.orders else self.order_button).setFocus()

    # --- who rings for the first time ---

    def begin_new(self, typed: str | bool = "") -> None:  # noqa: FBT001 - Qt's signal says whether it is checked
        """F3, or a number that nobody has."""
        if not self.desk.may(Permission.EDIT_PARTIES):
            self._show(self.nothing)
            self.refuse(self.tr("Nobody has that number, and you may not make customers. Ask the manager."))
            return
        self._double = None
        self._show(self.newcomer)
        self.newcomer.begin(typed if isinstance(typed, str) and typed else self.number.text())

    def make(self, details: CustomerDetails) -> None:
        """Make him; one like somebody who is there is asked for once more."""
        self._wanted = details
        self.run(create_customer, self._created, details=details, accept_duplicate=self._double == details)

    def _created(self, saved: SavedCustomer) -> None:
        self._double = None
        self.load(saved.id)

    def failed(self, error: Exception) -> None:
        """A double may be made all the same."""
        super().failed(error)
        if isinstance(error, DuplicateCustomerError):
            self._double = self._wanted
            self.refuse(f"{self.message()} {self.tr('Press Create again to do so.')}")

    # --- what he wants ---

    def write_new(self) -> None:
        """Ctrl+N: an empty order of his."""
        if self.file is not None and self.stack.currentWidget() is self.caller:
            who = self.file.customer
            self.write_wanted.emit(Writing(who.id, who.details.name))

    def write_again(self) -> None:
        """F9: the chosen order once more, at today's prices; F10 then confirms it."""
        key = self.caller.orders.current()
        if key and self.again_button.isVisible():
            self.ask(order_again, self._have_again, order_id=int(key))

    def _have_again(self, again: Again) -> None:
        if self.file is not None:
            name = self.file.customer.details.name
            sentence = left_out_sentence(again.left_out)
            self.write_wanted.emit(Writing(again.party_id, name, lines_again(again), sentence))

    def _save_note(self, text: str) -> None:
        if self.file is not None:
            who = self.file.customer
            self.run(
                update_customer, lambda _saved: self.reload(), party_id=who.id, version=who.version,
                details=replace(who.details, note=text),
            )  # fmt: skip

    def _save_script(self, text: str) -> None:
        self.run(save_setting, lambda _none: self.reload(), name=SCRIPT_SETTING, value=text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 another caller, F3 a new one, F9 again, Ctrl+N a new order."""
        if event.key() == Qt.Key.Key_F9:
            self.write_again()
        elif event.key() == Qt.Key.Key_F3:
            self.begin_new()
        elif event.key() == Qt.Key.Key_F2:
            self.number.setFocus()
            self.number.selectAll()
        elif event.key() == Qt.Key.Key_N and is_control(event):
            self.write_new()
        else:
            super().keyPressEvent(event)
