"""A panel in which something is changed: nothing is saved by itself, nothing is lost by a slip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import on_change
from ui.widgets.side_panel import SidePanel, scrolling
from ui.widgets.text import Card, label, line


class EditorPanel(SidePanel):
    """A form with Save.

    Signals:
        saved(): Save was pressed; the owner reads the fields.

    Esc and Back ask first when something was changed. Call `clean` after the fields were filled and
    after they were saved.
    """

    saved = Signal()

    def __init__(self, title: str, body: QWidget, *, save: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._dirty = False
        self.use_full_width()
        self._back.clicked.disconnect(self.closed)
        self._back.clicked.connect(self.leave)
        self.area = scrolling(body)
        self.content.addWidget(self.area, 1)
        self._message = label("", tokens.BODY, 600, "danger", wrap=True)
        self._message.setVisible(False)
        self._changed = label("", tokens.CAPTION, 400, "text2")
        self.save_button = Button(save or self.tr("Save"), "primary", icon="check", hint="Ctrl+S")
        self.save_button.clicked.connect(self._save)
        self.foot = line(self._changed, None, self.save_button)
        self._question = self._make_question()
        self.content.addWidget(self._message)
        self.content.addWidget(self._question)
        self.content.addLayout(self.foot)

    def _make_question(self) -> Card:
        card = Card(well=True)
        save = Button(self.tr("Save"), "primary")
        discard = Button(self.tr("Throw away"), "danger_soft")
        stay = Button(self.tr("Go on editing"))
        save.clicked.connect(self._save)
        discard.clicked.connect(self._discard)
        stay.clicked.connect(lambda: self._question.setVisible(False))
        card.body.addLayout(
            line(label(self.tr("There are changes that are not saved."), tokens.BODY, 600), None)
        )
        card.body.addLayout(line(save, discard, stay, None))
        card.setVisible(False)
        return card

    @property
    def dirty(self) -> bool:
        """Whether something was changed since it was saved."""
        return self._dirty

    def watch(self, fields: Sequence[QWidget]) -> None:
        """A change in one of these is a change to be saved."""
        on_change(fields, self.touch)

    def touch(self) -> None:
        """Something was changed."""
        self._dirty = True
        self._changed.setText(self.tr("Changed, not saved"))

    def clean(self) -> None:
        """The fields show what is saved."""
        self._dirty = False
        self._changed.setText("")
        self.refuse("")
        self._question.setVisible(False)

    def refuse(self, sentence: str) -> None:
        """Say why it was not saved; "" takes the sentence away."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        self.save_button.setEnabled(True)

    def message(self) -> str:
        """The sentence that is shown."""
        return self._message.text() if self._message.isVisibleTo(self) else ""

    def leave(self) -> None:
        """Back: at once, or after a word about what was changed."""
        if self._dirty:
            self._question.setVisible(True)
        else:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves, Esc leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_S and control:
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        self._question.setVisible(False)
        if self.save_button.isEnabled():
            self.refuse("")
            self.save_button.setEnabled(False)
            self.saved.emit()

    def _discard(self) -> None:
        self._dirty = False
        self._question.setVisible(False)
        self.closed.emit()
