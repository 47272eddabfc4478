"""Tills: names, floats, limits."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.kernel.refusal import Refusal
from app.organisation.operations import change_till
from app.organisation.queries import Till, list_tills
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Form, text_field


class TillsPage(SettingsPage):
    """The list; a till opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._tills: dict[str, Till] = {}
        self.table = DataTable(
            self.tr("Tills"),
            [
                Column("code", self.tr("Code"), 90),
                Column("name", self.tr("Name")),
                Column("store", self.tr("Store"), 170),
                Column("float", self.tr("Usual float"), 130, figure=True),
                Column("difference", self.tr("Difference allowed"), 160, figure=True),
                Column("drawer", self.tr("Most in the drawer"), 160, figure=True),
            ],
        )
        self.table.opened.connect(lambda key: self.edit(self._tills[key]))
        self.body.addWidget(self.table, 1)

    def entered(self) -> None:
        """Read them."""
        self.desk.ask(list_tills, self._have)

    def _have(self, tills: list[Till]) -> None:
        money = self.desk.formats.money
        self._tills = {str(t.id): t for t in tills}
        self.table.set_rows([
            TableRow(
                str(t.id),
                (
                    t.code, t.name, t.store_name, money(t.default_float_minor),
                    money(t.difference_limit_minor), money(t.drawer_limit_minor),
                ),
            )
            for t in tills
        ])  # fmt: skip

    def edit(self, till: Till) -> TillEditor:
        """The panel of a till."""
        editor = TillEditor(self.desk, till)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _saved(self, code: str) -> None:
        self.section.close_panel()
        self.reload_context(lambda: self.desk.say(self.tr("Till {code} is saved.").format(code=code)))


class TillEditor(EditorPanel):
    """Name and limits of a till.

    Signals:
        done(str): saved; its code.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, till: Till) -> None:
        self._desk, self._till = desk, till
        form = Form(2)
        self.name = text_field(till.name)
        self.float_edit = MoneyEdit(self.tr("Usual float"), desk.formats)
        self.difference = MoneyEdit(self.tr("Difference allowed"), desk.formats)
        self.drawer = MoneyEdit(self.tr("Most in the drawer"), desk.formats)
        form.add(self.tr("Name"), self.name, wide=True)
        form.add(self.tr("Usual float"), self.float_edit)
        form.add(
            self.tr("Difference allowed"), self.difference,
            hint=self.tr("A larger one at the close needs a manager"),
        )  # fmt: skip
        form.add(
            self.tr("Most in the drawer"), self.drawer, hint=self.tr("More than this asks for a safe drop")
        )
        form.end()
        super().__init__(f"{till.code} {till.name}", form)
        self.first = self.name
        self.float_edit.set_value(till.default_float_minor)
        self.difference.set_value(till.difference_limit_minor)
        self.drawer.set_value(till.drawer_limit_minor)
        self.watch([self.name, self.float_edit, self.difference, self.drawer])
        self.saved.connect(self._write)
        self.clean()

    def _write(self) -> None:
        edits = (self.float_edit, self.difference, self.drawer)
        wrong = next((edit.error() for edit in edits if edit.error()), "")
        if wrong or not self.name.text().strip():
            self.refuse(wrong or self.tr("Enter the name of the till."))
            return
        self._desk.run(
            change_till, lambda _none: self._written(), self._refused, till_id=self._till.id,
            name=self.name.text().strip(), default_float_minor=self.float_edit.value() or 0,
            difference_limit_minor=self.difference.value() or 0,
            drawer_limit_minor=self.drawer.value() or 0,
        )  # fmt: skip

    def _written(self) -> None:
        self.clean()
        self.done.emit(self._till.code)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))
