"""The keys of the till: shown, changed, conflicts told at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.till.actions import ACTIONS, action_texts, hints
from ui.till.keys import KeyMap
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line

_MODIFIERS = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
})  # fmt: skip


class KeysPage(SettingsPage):
    """A table of actions; Enter on one waits for its new key."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        self._changed: dict[str, str] = {}
        self.table = DataTable(
            self.tr("Keys"),
            [
                Column("action", self.tr("Action")),
                Column("key", self.tr("Key"), 180),
                Column("usual", self.tr("Usual key"), 140),
                Column("remark", self.tr("Remark"), 280),
            ],
        )
        self.reset = Button(self.tr("All as usual"), icon="undo")
        self.reset.clicked.connect(self._reset)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            label(self.tr("Choose an action, then press its new key."), tokens.SUB, tone="text2")
        )
        self.body.addLayout(line(self.reset, None))
        self.make_foot()
        self.table.opened.connect(self.capture)

    def entered(self) -> None:
        """Show what is set."""
        self._changed = dict(self.desk.services.local.get("keys") or {})
        self._show()
        self.set_dirty(dirty=False)

    def _show(self) -> None:
        kept = self.table.current()
        keys = KeyMap(self._changed)
        texts, usual = action_texts(), hints()
        rows = []
        for action in ACTIONS:
            name = action.action_id
            remark, tones = "", {}
            if name in keys.conflicts:
                remark = self.tr("{key} is taken already").format(key=keys.conflicts[name])
                tones = {"key": "danger", "remark": "danger"}
            elif name in self._changed:
                remark, tones = self.tr("changed"), {"remark": "primary"}
            shown = keys.hints[name] or (self._changed.get(name, "") if tones else "")
            rows.append(TableRow(name, (texts[name], shown, usual[name], remark), tones))
        self.table.set_rows(rows)
        self.table.select(kept)

    def conflicts(self) -> dict[str, str]:
        """Actions that have no key because it is taken."""
        return dict(KeyMap(self._changed).conflicts)

    def capture(self, action: str) -> KeyCapture:
        """Wait for the new key of an action."""
        panel = KeyCapture(action_texts()[action], hints()[action])
        panel.captured.connect(lambda key: self._have(action, key))
        self.section.open_panel(panel)
        return panel

    def _have(self, action: str, key: str) -> None:
        self._dirty = True  # before the panel closes: closing reads the page again
        if key == hints()[action]:
            self._changed.pop(action, None)
        else:
            self._changed[action] = key
        self.section.close_panel()
        self._show()
        self.touch()

    def _reset(self) -> None:
        self._changed = {}
        self._show()
        self.touch()

    def save(self) -> None:
        """Keep them for this machine, unless two actions want one key."""
        wrong = self.conflicts()
        if wrong:
            texts = action_texts()
            self.message.setText(
                self.tr("{key} for “{action}” is taken already. Choose another one.").format(
                    key=next(iter(wrong.values())), action=texts[next(iter(wrong))]
                )
            )
            return
        self.desk.services.local["keys"] = dict(self._changed)
        self.set_dirty(dirty=False)
        self.desk.local_changed.emit()
        self.desk.say(self.tr("Saved. The buttons of the till show the new keys."))


class KeyCapture(SidePanel):
    """Waits for one key.

    Signals:
        captured(str): the key as portable text, "" for none.
    """

    captured = Signal(str)

    def __init__(self, action: str, usual: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Key for “{action}”").format(action=action), parent)
        self.field = _KeyField(self.tr("Press the new key now"))
        self.field.pressed_key.connect(self.captured)
        none = Button(self.tr("No key"), icon="block")
        back = Button(self.tr("As usual: {key}").format(key=usual or self.tr("none")), icon="undo")
        none.clicked.connect(lambda: self.captured.emit(""))
        back.clicked.connect(lambda: self.captured.emit(usual))
        self.content.addWidget(self.field)
        self.content.addLayout(line(none, back, None))
        self.content.addStretch(1)
        self.first = self.field


class _KeyField(QWidget):
    pressed_key = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)
        self.setMinimumHeight(120)
        words = label(text, tokens.CASH, 600, align=Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(line(None, words, None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, a modifier waits for its key, anything else is taken."""
        if event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) not in _MODIFIERS:
            self.pressed_key.emit(portable(event))


def portable(event: QKeyEvent) -> str:
    """The key of an event as it is kept: "Ctrl+L"."""
    shown = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    sign = len(event.text()) == 1 and not event.text().isalnum() and event.text().isprintable()
    return shown.removeprefix("Shift+") if sign else shown
