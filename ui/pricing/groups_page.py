"""Groups of customers, and who is in them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.kernel.refusal import Refusal
from app.parties.groups import PartyGroup, list_groups, list_members, save_group, set_members
from app.parties.queries import CustomerRow, search_customers
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Form, Tick, text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.status import EmptyState
from ui.widgets.text import line

_CODE = 40


class GroupsPage(SettingsPage):
    """The groups; one opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.groups: dict[str, PartyGroup] = {}
        self.table = DataTable(
            tr("Groups of customers"),
            [
                Column("code", tr("Code"), 160), Column("name", tr("Name")),
                Column("members", tr("Customers"), 120, figure=True),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "group", tr("No groups yet"), tr("A group of customers can have a price list of its own.")
        )
        self.new_button = Button(tr("New group"), "primary", icon="add")
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.table.opened.connect(lambda key: self.edit(self.groups[key]))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(line(None, self.new_button))

    def entered(self) -> None:
        """Read the groups."""
        self.desk.ask(list_groups, self._have)

    def _have(self, found: list[PartyGroup]) -> None:
        self.groups = {str(x.id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        number = self.desk.formats.number
        self.table.set_rows([
            TableRow(
                str(x.id), (x.code, x.name, number(x.members)),
                {} if x.active else {"name": "text2", "code": "text2"},
            )
            for x in found
        ])  # fmt: skip

    def edit(self, one: PartyGroup | None) -> GroupEditor:
        """The panel of a group, or of a new one."""
        editor = GroupEditor(self.desk, one)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("The group {name} is saved.").format(name=name))


class GroupEditor(EditorPanel):
    """A group and its customers.

    Signals:
        done(str): saved; its name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, one: PartyGroup | None) -> None:
        self._desk, self._group = desk, one
        self.members: dict[int, str] = {}
        tr, form = self.tr, Form(2)
        self.code = text_field(one.code if one else "", limit=_CODE)
        self.name = text_field(one.name if one else "")
        self.active = Tick(tr("In use"), on=one.active if one else True)
        self.customer = text_field(placeholder=tr("Name, number or telephone, then Enter"))
        self.rows = RowList(tr("Customers of the group"))
        self.rows.setMinimumHeight(220)
        self.take_off = Button(tr("Take off"), icon="remove")
        form.add(tr("Code"), self.code)
        form.add(tr("Name"), self.name)
        form.add("", self.active)
        form.section(tr("Customers of the group"))
        form.add(tr("Add a customer"), self.customer, wide=True)
        form.add("", self.rows, wide=True)
        form.add("", self.take_off)
        form.end()
        super().__init__(one.name if one else tr("New group"), form)
        self.first = self.name if one else self.code
        self.watch([self.code, self.name, self.active])
        self.customer.returnPressed.connect(self._find)
        self.take_off.clicked.connect(self._take_off)
        self.saved.connect(self._write)
        self._show()
        self.clean()
        if one is not None:
            desk.ask(list_members, self._have, group_id=one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the chosen customer off."""
        if event.key() == Qt.Key.Key_Delete and self.rows.hasFocus():
            self._take_off()
        else:
            super().keyPressEvent(event)

    def _have(self, found: list[tuple[int, str, str]]) -> None:
        self.members = {key: name for key, _number, name in found}
        self._show()

    def _show(self) -> None:
        self.rows.set_rows([Row(str(key), name, "") for key, name in self.members.items()])
        self.take_off.setEnabled(bool(self.members))

    def _find(self) -> None:
        text = self.customer.text().strip()
        if text:
            self._desk.ask(search_customers, lambda found: self._found(found, text), text=text, limit=2)

    def _found(self, found: list[CustomerRow], text: str) -> None:
        if not found:
            self.refuse(self.tr("No customer is found by “{text}”.").format(text=text[:40]))
        elif len(found) > 1 and found[0].number != text.upper() and found[0].name != text:
            self.refuse(self.tr("Several customers fit. Type the number of the one you mean."))
        else:
            self.customer.clear()
            self.members[found[0].id] = found[0].name
            self._show()
            self.touch()

    def _take_off(self) -> None:
        key = self.rows.current()
        if key and self.members.pop(int(key), None) is not None:
            self._show()
            self.touch()
            self.customer.setFocus()

    def _write(self) -> None:
        self._desk.run(
            save_group, self._saved_head, self._refused, code=self.code.text(), name=self.name.text(),
            active=self.active.isChecked(), group_id=self._group.id if self._group else None,
        )  # fmt: skip

    def _saved_head(self, group_id: int) -> None:
        self._desk.run(
            set_members, lambda _none: self._written(), self._refused, group_id=group_id,
            party_ids=tuple(self.members),
        )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit(self.name.text().strip())

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
