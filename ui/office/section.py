"""What a page of the back office is, and what it is handed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.side_panel import PanelHost, SidePanel
from ui.widgets.text import column

if TYPE_CHECKING:
    from app.runtime.changes import Elsewhere

R = TypeVar("R")


class OfficeDesk(QObject):
    """Shared by the pages: the door to the business, formats, and a place for sentences.

    Signals:
        said(str, str): a sentence and its kind, for the banner.
        theme_chosen(str), local_changed(), paper_requested(): what the shell does for the settings.
        go_to(str, str): show another page, and what there ("sales", a receipt number).
    """

    said = Signal(str, str)
    theme_chosen = Signal(str)
    local_changed = Signal()
    paper_requested = Signal()
    go_to = Signal(str, str)

    def __init__(self, services: Services, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.formats = formats
        self.back_up: Callable[[Path], Path] | None = None

    def may(self, *permissions: Permission) -> bool:
        """Whether who is signed in has one of these rights."""
        actor = self.services.gateway.actor
        return actor is not None and any(actor.may(p) for p in permissions)

    def say(self, text: str, kind: str = "ok") -> None:
        """Show a sentence."""
        self.said.emit(text, kind)

    def failed(self, error: Exception) -> None:
        """Show a refusal; a bug goes the gateway's way."""
        if isinstance(error, Refusal):
            self.say(describe(error), "error")
        else:
            raise error

    def ask(
        self, query: Callable[..., R], on_done: Callable[[R], None],
        on_error: Callable[[Exception], None] | None = None, **arguments: Any,
    ) -> None:  # fmt: skip
        """A short query."""
        self.services.gateway.ask(query, on_done=on_done, on_error=on_error or self.failed, **arguments)

    def report(self, query: Callable[..., R], on_done: Callable[[R], None], **arguments: Any) -> None:
        """A long query, on a lane of its own, so that no sale waits for it."""
        self.services.gateway.ask(query, on_done=on_done, on_error=self.failed, lane="reports", **arguments)

    def run(
        self, operation: Callable[..., R], on_done: Callable[[R], None],
        on_error: Callable[[Exception], None] | None = None, **arguments: Any,
    ) -> None:  # fmt: skip
        """An operation."""
        self.services.gateway.run(operation, on_done=on_done, on_error=on_error or self.failed, **arguments)


@runtime_checkable
class LivePanel(Protocol):
    """A panel that is told what other stations do."""

    def changed_elsewhere(self, found: Elsewhere) -> None:
        """Another station changed something."""


class Section(QWidget):
    """A page of the back office; `body` is its layout, panels lie over it.

    Subclasses set `section_id` and fill `body`; `entered` is called whenever the page is shown.
    """

    section_id = ""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._page = QWidget()
        self.body = column(self._page, gap=tokens.GUTTER)
        self.host = PanelHost()
        self.host.set_page(self._page)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.host)
        self.host.panel_closed.connect(self._uncover)

    def entered(self) -> None:
        """The page is shown: read what it shows."""

    def show_item(self, what: str) -> None:
        """Show one thing, as the palette or another page asks."""

    def scanned(self, raw: str) -> bool:
        """A scan while the page is in front; False when it means nothing here."""
        del raw
        return False

    def open_panel(self, panel: SidePanel) -> None:
        """Lay a panel over the page."""
        panel.once = True
        self.host.open(panel)
        # else the corners of the page show behind the round ones of the panel, and Tab leads into it
        self._page.setVisible(False)

    def _uncover(self) -> None:
        self._page.setVisible(True)
        self.panel_closed()

    def close_panel(self) -> None:
        """Take it away."""
        self.host.close_panel()

    def look_again(self) -> None:
        """Another station changed something: read the list again where there is one, fields are let be."""
        reload = getattr(self, "reload", None)
        if callable(reload):
            reload()

    def changed_elsewhere(self, found: Elsewhere) -> None:
        """Another station changed something while the page is in front."""
        panel = self.panel()
        if panel is None:
            self.look_again()
        elif isinstance(panel, LivePanel):
            panel.changed_elsewhere(found)

    def panel_closed(self) -> None:
        """Back on the page: give the keyboard to where it was."""

    def panel(self) -> SidePanel | None:
        """The panel that is open."""
        return self.host.panel()

    def escape(self) -> bool:
        """Esc: close what is open; False when nothing was."""
        panel = self.host.panel()
        if panel is None:
            return False
        leave = getattr(panel, "leave", None)
        if leave is not None:
            leave()
        else:
            self.close_panel()
        return True

    def has_changes(self) -> bool:
        """Whether something would be lost by leaving."""
        return bool(getattr(self.host.panel(), "dirty", False))
