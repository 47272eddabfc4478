"""Users: who may sign in, with which role."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.access.operations import change_pin, change_user, create_user, unlock_user
from app.access.queries import Role, User, list_roles, list_users
from app.access.rules import LOCK_AFTER, MAX_PIN_LENGTH
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.settings.reset_panel import ResetPanel
from ui.shell.errors import describe
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, Tick, text_field
from ui.widgets.text import line


class UsersPage(SettingsPage):
    """The list; a user opens in a panel."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._users: dict[str, User] = {}
        self._roles: list[Role] = []
        self.table = DataTable(
            self.tr("Users"),
            [
                Column("name", self.tr("Name")),
                Column("role", self.tr("Role"), 200),
                Column("state", self.tr("State"), 260),
            ],
        )
        self.new_button = Button(self.tr("New user"), "primary", icon="person_add")
        self.unlock_button = Button(self.tr("Unlock"), icon="lock_open")
        self.help_button = Button(self.tr("Help back in"), icon="help")
        self.help_button.clicked.connect(self._help)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(self._chosen)
        self.new_button.clicked.connect(lambda: self.edit(None))
        self.unlock_button.clicked.connect(self._unlock)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(line(None, self.help_button, self.unlock_button, self.new_button))

    def entered(self) -> None:
        """Read roles and users."""
        self.new_button.setVisible(self.desk.may(Permission.MANAGE_USERS))
        self.help_button.setVisible(self.desk.may(Permission.MANAGE_USERS))
        self.unlock_button.setVisible(self.desk.may(Permission.UNLOCK_USER))
        self.desk.ask(list_roles, lambda found: setattr(self, "_roles", found))
        self.desk.ask(list_users, self._have, with_inactive=True)

    def _have(self, users: list[User]) -> None:
        self._users = {str(u.id): u for u in users}
        self.table.set_rows([self._row(u) for u in users])

    def _row(self, user: User) -> TableRow:
        state, tone = self.tr("active"), "ok"
        if not user.active:
            state, tone = self.tr("out of use"), "text2"
        elif user.failed_attempts >= LOCK_AFTER:
            state, tone = self.tr("locked after too many wrong PINs"), "danger"
        elif user.failed_attempts:
            state, tone = self.tr("%n wrong PINs", "", user.failed_attempts), "warn"
        tones = {"state": tone} | ({} if user.active else {"name": "text2", "role": "text2"})
        return TableRow(str(user.id), (user.name, user.role_name, state), tones)

    def _chosen(self, key: str) -> None:
        user = self._users.get(key)
        self.unlock_button.setEnabled(user is not None and user.failed_attempts > 0)
        actor = self.desk.services.gateway.actor
        other = user is not None and actor is not None and user.id != actor.user_id
        self.help_button.setEnabled(other)

    def _open(self, key: str) -> None:
        if self.desk.may(Permission.MANAGE_USERS):
            self.edit(self._users[key])

    def edit(self, user: User | None) -> UserEditor:
        """The panel of a user, or of a new one."""
        editor = UserEditor(self.desk, user, self._roles)
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def _help(self) -> None:
        user = self._users.get(self.table.current())
        if user is not None:
            self.section.open_panel(ResetPanel(self.desk, user))

    def _unlock(self) -> None:
        user = self._users.get(self.table.current())
        if user is not None:
            self.desk.run(unlock_user, lambda _none: self._saved(user.name), user_id=user.id)

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("{name} is saved.").format(name=name))
        self.entered()


class UserEditor(EditorPanel):
    """Name, role, PIN.

    Signals:
        done(str): saved; the name.
    """

    done = Signal(str)

    def __init__(self, desk: OfficeDesk, user: User | None, roles: list[Role]) -> None:
        self._desk, self._user = desk, user
        form = Form(2)
        self.name = text_field(user.name if user else "", limit=60)
        self.name.setReadOnly(user is not None)
        self.role = Choice([(r.code, r.name) for r in roles], user.role_code if user else "cashier")
        self.pin, self.again = _pin_field(), _pin_field()
        self.active = Tick(self.tr("May sign in"), on=user.active if user else True)
        hint = self.tr("Leave empty to keep the PIN") if user else self.tr("Four digits or more")
        form.add(self.tr("Name"), self.name)
        form.add(self.tr("Role"), self.role)
        form.add(self.tr("New PIN") if user else self.tr("PIN"), self.pin, hint=hint)
        form.add(self.tr("The PIN once more"), self.again)
        if user is not None:
            form.add_wide(self.active)
        form.end()
        super().__init__(user.name if user else self.tr("New user"), form)
        self.first = self.role if user else self.name
        self.watch([self.name, self.role, self.pin, self.again, self.active])
        self.saved.connect(self._write)

    def _write(self) -> None:
        if self.pin.text() != self.again.text():
            self.refuse(self.tr("The two PINs are not the same. Type them again."))
        elif self._user is None:
            self._run(
                create_user, self._written, name=self.name.text(), role_code=self.role.value(),
                pin=self.pin.text(), pepper=self._desk.services.pepper,
            )  # fmt: skip
        else:
            self._run(
                change_user, self._then_pin, user_id=self._user.id, role_code=self.role.value(),
                active=self.active.isChecked(),
            )  # fmt: skip

    def _run(self, operation: Any, on_done: Any, **arguments: Any) -> None:
        self._desk.run(operation, lambda _answer: on_done(), self._refused, **arguments)

    def _then_pin(self) -> None:
        if self._user is not None and self.pin.text():
            self._run(
                change_pin, self._written, user_id=self._user.id, pin=self.pin.text(),
                pepper=self._desk.services.pepper,
            )  # fmt: skip
        else:
            self._written()

    def _written(self) -> None:
        self.clean()
        self.done.emit(self.name.text())

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def _pin_field() -> QLineEdit:
    made = text_field(limit=MAX_PIN_LENGTH)
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
