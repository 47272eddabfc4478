"""The views of a list: chosen, kept, marked when modified; somebody's own or a whole role's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.access.queries import Role, list_roles
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.orders.saved_views import SavedView, change_view, delete_view, list_views, save_view
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable
from ui.widgets.form import Choice, Tick, text_field
from ui.widgets.text import Card, label, line
from ui.widgets.tips import plain_act

_PLAIN: Final = 0


class SaveBar(Card):
    """Asks in place under which name a view is kept, and for whom.

    Signals:
        wanted(): keep it.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, well=True)
        tr = self.tr
        self.name = text_field(limit=80, placeholder=tr("Name of the view"))
        self.name.setAccessibleName(tr("Name of the view"))
        self.whose = Choice()
        self.whose.setAccessibleName(tr("For whom"))
        self.default = Tick(tr("Open the list with it"))
        self.yes = Button(tr("Save view"), "primary")
        self.no = Button(tr("Not now"), hint=tr("Esc"))
        self.message = label("", tokens.SUB, 600, "danger", wrap=True)
        row = line(self.name, self.whose, self.default, self.yes, self.no, gap=8)
        row.setStretch(0, 1)
        self.whose.setMinimumWidth(170)
        self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.name.returnPressed.connect(self.wanted)
        self.yes.clicked.connect(self.wanted)
        self.no.clicked.connect(lambda: self.setVisible(False))
        self.setVisible(False)

    def start(self, roles: Sequence[Role], name: str) -> None:
        """Ask."""
        of_role = self.tr("For the role {role}")
        self.whose.set_options(
            [(None, self.tr("Only for me")), *((r.code, of_role.format(role=r.name)) for r in roles)]
        )
        self.whose.setVisible(bool(roles))
        self.name.setText(name)
        self.default.setChecked(False)
        self.refuse("")
        self.setVisible(True)
        self.name.setFocus()
        self.name.selectAll()

    def refuse(self, sentence: str) -> None:
        """Why it was not kept; "" takes the sentence away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: not now."""
        if event.key() == Qt.Key.Key_Escape:
            self.setVisible(False)
        else:
            super().keyPressEvent(event)


class ViewBar(QWidget):
    """A choice of views and a menu for them.

    Signals:
        chosen(object): show the list as this payload says; the plain one is {}.

    Args:
        desk: the office's.
        screen: which list.
        state: what the list shows now, as a payload.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: OfficeDesk, screen: str, state: Callable[[], dict[str, Any]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._screen, self._state = desk, screen, state
        self._views: dict[int, SavedView] = {}
        self._roles: list[Role] = []
        self._plain: dict[str, Any] = {}
        self._opened = False
        self.choice = Choice()
        self.choice.setAccessibleName(self.tr("View"))
        self.choice.setMinimumWidth(170)
        self.menu_button = Button("", icon="more_horiz", name=self.tr("Views: save, change, delete"))
        self.saving = SaveBar()
        self.setLayout(line(self.choice, self.menu_button, gap=4))
        self.choice.activated.connect(lambda _place: self._choose())
        self.menu_button.clicked.connect(self.open_menu)
        self.saving.wanted.connect(self._save_new)

    def load(self, then: Callable[[], None] | None = None) -> None:
        """Read the views; the first time the default one is shown."""
        if not self._opened:
            self._plain = self._state()
        actor = self._desk.services.gateway.actor
        if actor is None:
            return

        def have(found: list[SavedView]) -> None:
            self._have(found)
            if then is not None:
                then()

        self._desk.ask(
            list_views, have, screen=self._screen, user_id=actor.user_id, role_code=actor.role
        )  # fmt: skip
        if self._desk.may(Permission.SETTINGS):
            self._desk.ask(list_roles, lambda roles: setattr(self, "_roles", roles))

    def _have(self, found: list[SavedView]) -> None:
        self._views = {v.id: v for v in found}
        default = next((v for v in found if v.is_default), None)
        kept = self.choice.value()
        self._fill(kept if kept in self._views else _PLAIN)
        if not self._opened and default is not None:
            self.choice.choose(default.id)
            self._choose()
        self._opened = True
        self.mark()

    def _fill(self, selected: int) -> None:
        words = [(_PLAIN, self.tr("Standard view"))]
        words += [
            (v.id, v.name if v.role_code is None else self.tr("{name} (role)").format(name=v.name))
            for v in self._views.values()
        ]
        self.choice.set_options(words, selected)

    def view(self) -> SavedView | None:
        """The view that is chosen, None for the plain list."""
        return self._views.get(self.choice.value() or _PLAIN)

    def modified(self) -> bool:
        """Whether the list shows something else than the view says."""
        view = self.view()
        return self._state() != (view.payload if view is not None else self._plain)

    def mark(self) -> None:
        """Put a star behind the name of a view that was modified."""
        place = self.choice.currentIndex()
        if place >= 0:
            plain = self.choice.itemText(place).removesuffix(" *")
            self.choice.setItemText(place, f"{plain} *" if self.modified() else plain)

    def _choose(self) -> None:
        for place in range(self.choice.count()):
            self.choice.setItemText(place, self.choice.itemText(place).removesuffix(" *"))
        view = self.view()
        self.chosen.emit(dict(view.payload) if view is not None else dict(self._plain))
        self.mark()

    # --- the menu ---

    def acts(self) -> list[tuple[str, Callable[[], None], bool]]:
        """What the menu offers: words, what it does, whether it can be done."""
        view = self.view()
        own = view is not None and (view.role_code is None or self._desk.may(Permission.SETTINGS))
        opens = view is not None and view.is_default
        return [
            (self.tr("Save this view"), self.save, own and self.modified()),
            (self.tr("Save as a new view"), self.save_as, True),
            (self.tr("As it was saved"), self._choose, self.modified()),
            (
                self.tr("No longer open the list with it") if opens else self.tr("Open the list with it"),
                self._turn_default, own,
            ),
            (self.tr("Delete this view"), self._delete, own),
        ]  # fmt: skip

    def open_menu(self) -> None:
        """Show it below its button."""
        menu = QMenu(self)
        for words, work, possible in self.acts():
            act = QAction(plain_act(words), menu)
            act.setEnabled(possible)
            act.triggered.connect(lambda _on=False, chosen=work: chosen())
            menu.addAction(act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def save(self) -> None:
        """Let the view say what the list shows now."""
        view = self.view()
        if view is not None:
            self._desk.run(
                change_view, lambda _none: self.load(), view_id=view.id, payload=self._state()
            )  # fmt: skip

    def save_as(self) -> None:
        """Ask for a name."""
        view = self.view()
        self.saving.start(self._roles, view.name if view is not None else "")

    def _save_new(self) -> None:
        def kept(view_id: int) -> None:
            self.saving.setVisible(False)

            def show() -> None:
                self.choice.choose(view_id)
                self.mark()

            self.load(show)

        self._desk.run(
            save_view, kept, self._not_saved, screen=self._screen, name=self.saving.name.text(),
            payload=self._state(), role_code=self.saving.whose.value(),
            is_default=self.saving.default.isChecked(),
        )  # fmt: skip

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.saving.refuse(describe(error))
        self.saving.name.setFocus()

    def _turn_default(self) -> None:
        view = self.view()
        if view is not None:
            self._desk.run(
                change_view, lambda _none: self.load(), view_id=view.id, is_default=not view.is_default
            )

    def _delete(self) -> None:
        view = self.view()
        if view is not None:
            self._desk.run(delete_view, lambda _none: self.load(self._choose), view_id=view.id)


def column_menu(
    owner: QWidget, table: DataTable, columns: Sequence[Column], told: Callable[[], None]
) -> QMenu:
    """A menu in which each column of a table is shown or hidden; the first always stays."""
    menu = QMenu(owner)
    for column in columns[1:]:
        act = QAction(plain_act(column.title), menu)
        act.setCheckable(True)
        act.setChecked(column.key not in table.hidden())

        def turn(on: bool, key: str = column.key) -> None:  # noqa: FBT001 - Qt's signal
            kept = [k for k in table.hidden() if k != key]
            table.set_hidden(kept if on else [*kept, key])
            told()

        act.toggled.connect(turn)
        menu.addAction(act)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
