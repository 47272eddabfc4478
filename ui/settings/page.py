"""What a page of the settings is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.kernel.clock import system_clock
from app.kernel.refusal import Refusal
from app.till.context import TillContext, load_context
from ui.office.section import OfficeDesk, Section
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.text import column, label, line


class SettingsPage(QWidget):
    """One page; `section` is the page of the office it stands on, for panels.

    A page with a Save button calls `make_foot` and overrides `save`.
    """

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__()
        self.desk = desk
        self.section = section
        self.body = column(self, gap=tokens.GUTTER)
        self._dirty = False
        self.save_button = Button(self.tr("Save"), "primary", icon="check", hint="Ctrl+S")
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.save_button.clicked.connect(self.save)

    def entered(self) -> None:
        """The page is shown: read what it shows."""

    def save(self) -> None:
        """Write what was changed."""

    @property
    def dirty(self) -> bool:
        """Whether something was changed and not saved."""
        return self._dirty

    def make_foot(self) -> None:
        """The line with Save."""
        self.body.addLayout(line(self.message, None, self.save_button))
        self.set_dirty(dirty=False)

    def set_dirty(self, *, dirty: bool) -> None:
        """Something was changed, or it was saved."""
        self._dirty = dirty
        self.save_button.setEnabled(dirty)
        if dirty:
            self.message.setText("")

    def touch(self) -> None:
        """Something was changed."""
        self.set_dirty(dirty=True)

    def refused(self, error: Exception) -> None:
        """Say why it was not saved."""
        if not isinstance(error, Refusal):
            raise error
        self.message.setText(describe(error))

    def reload_context(self, then: Callable[[], None]) -> None:
        """The till sells by the new settings from now on."""

        def have(context: TillContext) -> None:
            self.desk.services.context = context
            self.desk.local_changed.emit()
            then()

        code = self.desk.services.context.till.code
        self.desk.ask(load_context, have, till_code=code, now=system_clock())
