"""Panels that take the right side of the till; the cart stays in sight and scans are still taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.text import Card, label, line

MAX_WIDTH = 760


class SidePanel(Card):
    """A card with a title, a way back, a body and a foot.

    Signals:
        closed(): Back or Esc; the owner takes the panel away.

    Subclasses fill `content` (scrolls never, unless `scrolling`), and set `first` to the widget that
    gets the focus when the panel is shown.

    Attributes:
        once: the panel is made for one question and thrown away when it is closed.
        stays: a scan puts its item into the cart and leaves the panel open.
    """

    closed = Signal()
    once = False
    stays = False

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, pad=20)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(tokens.GUTTER)
        self.first: QWidget | None = None
        self._title = label(title, tokens.KEY, 600)
        self._back = Button(self.tr("Back"), icon="undo", hint=self.tr("Esc"))
        self._back.clicked.connect(self.closed)
        self.body.addLayout(line(self._title, None, self._back))
        self._middle = QWidget()
        self._middle.setMaximumWidth(MAX_WIDTH)
        self.content = QVBoxLayout(self._middle)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(tokens.GUTTER)
        self.body.addLayout(line(self._middle), 1)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def title(self) -> str:
        """The title."""
        return self._title.text()

    def use_full_width(self) -> None:
        """Let the content take all of a wide screen (lists, papers)."""
        self._middle.setMaximumWidth(16_777_215)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus where typing starts."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the first field, or to the panel itself where there is none."""
        first = self.first
        there = first is not None and first.isVisibleTo(self) and first.isEnabledTo(self)
        target = first if first is not None and there else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back; Enter ends here: a field has taken it, and it must not pay as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)


class PanelHost(QWidget):
    """Holds a page and lays at most one panel over it, exactly as large as the page."""

    panel_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QVBoxLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._panel: SidePanel | None = None
        self.installEventFilter(self)

    def set_page(self, page: QWidget) -> None:
        """What lies under the panels."""
        self._pages.addWidget(page)

    def panel(self) -> SidePanel | None:
        """The panel that is open."""
        return self._panel

    def open(self, panel: SidePanel) -> None:
        """Lay a panel over the page; one that was open is closed without a signal."""
        self.close_panel(quiet=True)
        self._panel = panel
        panel.setParent(self)
        panel.setGeometry(self.rect())
        panel.closed.connect(self.close_panel)
        panel.show()
        panel.raise_()

    def close_panel(self, *, quiet: bool = False) -> None:
        """Take the panel away."""
        panel, self._panel = self._panel, None
        if panel is None:
            return
        panel.closed.disconnect(self.close_panel)
        panel.hide()
        if panel.once:
            panel.deleteLater()
        if not quiet:
            self.panel_closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panel as large as the page."""
        if event.type() == QEvent.Type.Resize and self._panel is not None:
            self._panel.setGeometry(self.rect())
        return super().eventFilter(watched, event)


def scrolling(content: QWidget) -> QScrollArea:
    """A frameless area in which a tall content scrolls."""
    area = QScrollArea()
    area.setObjectName("plain")
    content.setObjectName("plainBody")
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
