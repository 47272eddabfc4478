"""The back office as one widget: pages at the left, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.permission import Permission
from ui.formatting import Formats
from ui.office.navigation import Navigation
from ui.office.office_keys import OfficeKeys
from ui.office.palette import Command, Palette
from ui.office.section import OfficeDesk, Section
from ui.office.sections import SectionInfo, section_texts, visible_sections
from ui.runtime.services import Services
from ui.theme import theme, theme_changed, tokens
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.pages import Pages
from ui.widgets.side_panel import PanelHost, SidePanel
from ui.widgets.text import Elided, column, label, line

if TYPE_CHECKING:
    from app.runtime.changes import Elsewhere

_NARROW: Final = 1100
_BANNER_MS: Final = 6000
_SETTLE_MS: Final = 250  # a burst of changes elsewhere is read once


class OfficePage(QWidget):
    """Where goods, customers, reports and settings are looked after.

    Signals:
        closed(): back to the till.
        quit_requested(), full_screen_requested(): as of the till.
        theme_chosen(str): "light", "dark" or "auto".
        local_changed(): this machine's own settings were changed.
        paper_requested(): show the paper of the virtual printer.
    """

    closed = Signal()
    quit_requested = Signal()
    full_screen_requested = Signal()
    theme_chosen = Signal(str)
    local_changed = Signal()
    paper_requested = Signal()

    def __init__(self, services: Services, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.desk = OfficeDesk(services, formats, self)
        self.desk.said.connect(self.say)
        self.desk.theme_chosen.connect(self.theme_chosen)
        self.desk.local_changed.connect(self.local_changed)
        self.desk.paper_requested.connect(self.paper_requested)
        self.desk.go_to.connect(self.go)
        self._made: dict[str, Section] = {}
        self._infos: list[SectionInfo] = []
        self._user = 0  # who was here last
        self._shop = label("", tokens.LABEL, 700, "on_header")
        self._training = label(self.tr("TRAINING"), tokens.LABEL, 700, "warn_header")
        self._who = Elided("", tokens.CAPTION, 400, "header2")
        self.nav = Navigation()
        self.nav.chosen.connect(self.go)
        self.stack = Pages()
        self.banner = Banner(self)
        self._lay_out()
        self._keys = OfficeKeys(self)
        self._keys.palette_wanted.connect(self.open_palette)
        self._keys.step_wanted.connect(self.nav.step)
        self._keys.focus_moved.connect(self._keep_palette)
        self._elsewhere: list[Elsewhere] = []  # what came since the page was told last
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._tell_elsewhere)
        services.bridge.elsewhere.connect(self._changed_elsewhere)
        theme_changed().changed.connect(self._theme_changed)
        self._theme_changed()

    def _lay_out(self) -> None:
        page = QWidget()
        outer = column(page, gap=0)
        outer.addWidget(self._make_header())
        middle = QHBoxLayout()
        middle.setContentsMargins(tokens.PAD, tokens.PAD, tokens.PAD, tokens.PAD)
        middle.setSpacing(tokens.GUTTER)
        middle.addWidget(self.nav)
        middle.addWidget(self.stack, 1)
        outer.addLayout(middle, 1)
        self._host = PanelHost()
        self._host.set_page(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._host)
        self._host.panel_closed.connect(self._focus)

    def _make_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        header.setFixedHeight(tokens.HEADER_H)
        self.back_button = Button(self.tr("Till"), "header", icon="arrow_back", hint=self.tr("Esc"))
        self.search_button = Button(self.tr("Go to"), "header", icon="search", hint="Ctrl+K")
        self.me_button = Button("", "header", icon="person", name=self.tr("My sign-in"))
        self._theme = Button("", "header", icon="dark_mode", name=self.tr("Light or dark"))
        self._full = Button("", "header", icon="fullscreen", name=self.tr("Full screen"))
        self.back_button.clicked.connect(self.leave)
        self.search_button.clicked.connect(self.open_palette)
        self.me_button.clicked.connect(self.open_my_sign_in)
        self._theme.clicked.connect(lambda: self.theme_chosen.emit("light" if theme().dark else "dark"))
        self._full.clicked.connect(self.full_screen_requested)
        inner = line(
            self.back_button, self._shop, self._training, self._who, self.search_button, self.me_button,
            self._theme, self._full,
        )  # fmt: skip
        inner.setContentsMargins(8, 0, 8, 0)
        inner.setStretch(3, 1)
        header.setLayout(inner)
        return header

    @property
    def back_up(self) -> Callable[[Path], Path] | None:
        """Writes a backup into a folder; None: not offered."""
        return self.desk.back_up

    @back_up.setter
    def back_up(self, work: Callable[[Path], Path] | None) -> None:
        self.desk.back_up = work

    def open_for(self, user_id: int, *, as_left: bool) -> None:
        """Somebody comes in.

        Args:
            user_id: who; another than before finds nothing of what that one had begun.
            as_left: he was here, and the door closed behind him: nothing is read anew.
        """
        section = self.section()
        if as_left and user_id == self._user and section is not None:
            panel = section.panel()
            (section if panel is None else panel).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if user_id != self._user:
            self._forget(list(self._made))
        self._user = user_id
        self.open()

    def _forget(self, section_ids: list[str]) -> None:
        for gone in section_ids:
            section = self._made.pop(gone)
            self.stack.removeWidget(section)
            section.deleteLater()

    def open(self) -> None:
        """Show what who is signed in may see; the page shown last comes first again."""
        actor = self.services.gateway.actor
        company = self.services.context.company
        self._shop.setText(company.name)
        self._training.setVisible(self.services.training)
        name = actor.name if actor else ""
        self._who.set_text(self.tr("Back office, {name}").format(name=name))
        before = self.section_id()
        self._infos = visible_sections(self.desk)
        self.nav.fill(self._infos)
        allowed = [info.section_id for info in self._infos]
        self._forget([x for x in self._made if x not in allowed])
        if allowed:
            self.go(before if before in allowed else self._start(allowed))
        else:
            self.say(self.tr("You may not see any page here. Ask the manager."), "warn")

    def _start(self, allowed: list[str]) -> str:
        """The warehouse for who works there and is not told the figures; else the first page."""
        works_there = "warehouse" in allowed and "dashboard" not in allowed
        return "warehouse" if works_there else allowed[0]

    def section_ids(self) -> list[str]:
        """Ids of the pages that can be chosen."""
        return [info.section_id for info in self._infos]

    def section_id(self) -> str:
        """The page that is shown, or ""."""
        current: QWidget | None = self.stack.currentWidget()
        return current.section_id if isinstance(current, Section) else ""

    def section(self) -> Section | None:
        """The page that is shown."""
        current: QWidget | None = self.stack.currentWidget()
        return current if isinstance(current, Section) else None

    def go(self, section_id: str, what: str = "") -> None:
        """Show a page, and something on it."""
        if section_id not in self.section_ids():
            return
        here = self.section()
        if here is not None and here.section_id != section_id and here.has_changes():
            here.escape()  # asks; the user goes on from there
            self.nav.select(here.section_id)
            return
        if section_id not in self._made:
            info = next(i for i in self._infos if i.section_id == section_id)
            self._made[section_id] = info.make(self.desk)
            self.stack.addWidget(self._made[section_id])
        self.nav.select(section_id)
        section = self._made[section_id]
        self.stack.setCurrentWidget(section)
        section.setFocus(Qt.FocusReason.OtherFocusReason)
        section.entered()
        if what:
            section.show_item(what)

    def scanned(self, raw: str) -> None:
        """A scan goes to the page; what it cannot use, the products look up."""
        section = self.section()
        if section is not None and section.scanned(raw):
            return
        if "products" in self.section_ids() and (section is None or not section.has_changes()):
            self.go("products")
            products = self.section()
            if products is not None and products.scanned(raw):
                return
        self.say(self.tr("A scan does nothing on this page."), "warn")

    def _changed_elsewhere(self, found: Elsewhere) -> None:
        self._elsewhere.append(found)
        self._settle.start()

    def _tell_elsewhere(self) -> None:
        """Once for a burst of changes, and only the page in front: the others read when they are shown."""
        found, self._elsewhere = self._elsewhere, []
        section = self.section()
        if section is None or not section.isVisible():
            return
        documents = [x for x in found if x.documents]
        for one in documents or found[-1:]:
            section.changed_elsewhere(one)

    def say(self, text: str, kind: str = "ok") -> None:
        """Show a sentence on top of the page."""
        self._place_banner()
        self.banner.show_message(kind, text, milliseconds=0 if kind == "error" else _BANNER_MS)

    def open_palette(self) -> None:
        """Ctrl+K."""
        texts = section_texts()
        commands = [
            Command(i.section_id, texts[i.section_id], i.icon, lambda name=i.section_id: self.go(name))  # type: ignore[misc]
            for i in self._infos
        ]
        if "orders" in self.section_ids() and self.desk.may(Permission.ORDERS):
            ring = Command("phone", self.tr("Order by telephone"), "call", lambda: self.go("orders", "phone"))
            commands.append(ring)
        commands += [
            Command("till", self.tr("Back to the till"), "point_of_sale", self.leave),
            Command("paper", self.tr("Paper of the virtual printer"), "print", self.paper_requested.emit),
            Command("me", self.tr("My sign-in"), "person", self.open_my_sign_in),
            Command("full", self.tr("Full screen"), "fullscreen", self.full_screen_requested.emit),
            Command("quit", self.tr("Quit"), "logout", self.quit_requested.emit),
        ]
        self._host.open(Palette(self.desk, commands))

    def open_my_sign_in(self) -> None:
        """One's own password and second factor."""
        from ui.office.my_sign_in import MySignInPanel

        self._host.open(MySignInPanel(self.desk))

    def panel(self) -> SidePanel | None:
        """The palette or one's own sign-in, when it is open."""
        return self._host.panel()

    def _keep_palette(self, _before: QWidget | None, now: QWidget | None) -> None:
        """An answer that comes late to a list must not take the keyboard from the palette."""
        palette = self.panel()
        if palette is None or now is None or now is palette or palette.isAncestorOf(now):
            return
        if palette.isVisible() and self.stack.isAncestorOf(now):
            palette.take_focus()

    def leave(self) -> None:
        """Back to the till, unless something would be lost."""
        section = self.section()
        if section is not None and section.has_changes():
            section.escape()
            return
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back, Ctrl+K opens the palette, Alt and a digit a page or group."""
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_K and held & Qt.KeyboardModifier.ControlModifier:
            self.open_palette()
        elif held & Qt.KeyboardModifier.AltModifier and self.nav.by_digit(key - Qt.Key.Key_0.value):
            return
        elif key == Qt.Key.Key_F11:
            self.full_screen_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer words where the window is small."""
        super().resizeEvent(event)
        self._fit()
        self._place_banner()

    def _escape(self) -> None:
        if self.banner.isVisible():
            self.banner.dismiss()
        section = self.section()
        if section is None or not section.escape():
            self.leave()

    def _focus(self) -> None:
        section = self.section()
        if section is not None:
            section.panel_closed()

    def _fit(self) -> None:
        self.nav.set_narrow(narrow=self.width() < _NARROW)

    def _place_banner(self) -> None:
        width = min(620, self.width() // 2)
        self.banner.setGeometry(QRect((self.width() - width) // 2, 3, width, tokens.HEADER_H - 6))

    def _theme_changed(self) -> None:
        self._theme.set_icon("light_mode" if theme().dark else "dark_mode")
