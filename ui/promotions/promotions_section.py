"""Promotions: listed, made, changed, stopped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.kernel.permission import Permission
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from app.promotions.events import PromotionsChanged
from app.promotions.queries import CONCURRENCY_SETTING, PromotionView, list_promotions
from app.promotions.states import Concurrency
from ui.office.section import OfficeDesk, Section
from ui.promotions.import_panel import PromotionImportPanel
from ui.promotions.promotion_editor import PromotionEditor
from ui.promotions.words import concurrencies, kinds, what_it_does, when_it_runs
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Choice
from ui.widgets.search_line import SearchLine
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_WIDE: Final = 38  # characters
_STATES: Final = {"running": True, "stopped": False, "all": None}


class PromotionsSection(Section):
    """Promotions."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        tr = self.tr
        self._asked = 0
        self.search = SearchLine(tr("Search: name of a promotion"))
        self.state = Choice(
            [("running", tr("Not stopped")), ("stopped", tr("Stopped")), ("all", tr("All"))], "running"
        )
        self.state.setAccessibleName(tr("Stopped or not"))
        self.new_button = Button(tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.import_button = Button(tr("Import…"), icon="upload")
        self.table = DataTable(
            tr("Promotions"),
            [
                Column("name", tr("Name")), Column("kind", tr("Kind"), 190), Column("value", tr("What"), 210),
                Column("when", tr("When"), 230), Column("priority", tr("Priority"), 90, figure=True),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "percent", tr("No promotions"),
            tr("A promotion reduces by itself what it is for, as long as it runs."), tr("New promotion"),
        )  # fmt: skip
        self.concurrency = Choice(concurrencies())
        self.concurrency.setMinimumContentsLength(_WIDE)
        self.concurrency.setAccessibleName(tr("Promotions of several priorities"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = line(
            label(self.tr("Promotions"), tokens.KEY, 700), 4, self.search, self.state,
            self.import_button, self.new_button, gap=8,
        )  # fmt: skip
        top.setStretch(2, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        words = label(self.tr("Promotions of several priorities"), tokens.SUB, tone="text2")
        self.body.addLayout(line(words, self.concurrency, None, gap=8))

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.down_pressed.connect(self.table.setFocus)
        self.state.currentIndexChanged.connect(lambda _place: self.reload())
        self.table.opened.connect(lambda key: self.open_promotion(int(key)))
        self.new_button.clicked.connect(self._new)
        self.import_button.clicked.connect(self.open_import)
        self.empty.action_triggered.connect(self._new)
        self.concurrency.currentIndexChanged.connect(lambda _place: self._save_concurrency())
        self.desk.services.bridge.happened.connect(self._happened)

    def entered(self) -> None:
        """Read them."""
        self.concurrency.setEnabled(self.desk.may(Permission.SETTINGS))
        self.reload()
        self.desk.ask(find_setting, self._have_concurrency, name=CONCURRENCY_SETTING)
        if self.panel() is None:
            self.search.setFocus()

    def _have_concurrency(self, value: object) -> None:
        self.concurrency.blockSignals(True)
        self.concurrency.choose(Concurrency(str(value or Concurrency.WITHIN)))
        self.concurrency.blockSignals(False)

    def _save_concurrency(self) -> None:
        self.desk.run(
            save_setting, lambda _none: self.desk.say(self.tr("Saved.")), name=CONCURRENCY_SETTING,
            value=str(self.concurrency.value()),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N makes one, F2 searches."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_N and control:
            self._new()
        elif event.key() == Qt.Key.Key_F2:
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    def reload(self) -> None:
        """Read the list."""
        self._asked += 1
        asked = self._asked
        self.desk.ask(
            list_promotions, lambda found: self._have(found, asked), text=self.search.text(),
            active=_STATES[self.state.value() or "running"],
        )  # fmt: skip

    def _have(self, found: list[PromotionView], asked: int) -> None:
        if asked != self._asked:
            return
        names, formats = dict(kinds()), self.desk.formats
        kept = self.table.current()
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.set_rows([
            TableRow(
                str(p.id),
                (
                    p.draft.name, names[p.draft.kind], what_it_does(p.draft, formats),
                    when_it_runs(p.draft, formats), formats.number(p.draft.priority),
                ),
                {} if p.active else dict.fromkeys(("name", "kind", "value", "when"), "text2"),
            )
            for p in found
        ])  # fmt: skip
        self.table.select(kept)

    def _new(self) -> PromotionEditor:
        editor = PromotionEditor(self.desk)
        editor.done.connect(self._saved)
        self.open_panel(editor)
        return editor

    def open_promotion(self, promotion_id: int) -> PromotionEditor:
        """Show a promotion."""
        editor = self._new()
        editor.load(promotion_id)
        return editor

    def open_import(self) -> PromotionImportPanel:
        """Promotions out of a store's price file."""
        panel = PromotionImportPanel(self.desk)
        panel.done.connect(self.reload)
        self.open_panel(panel)
        return panel

    def _saved(self, name: str) -> None:
        self.close_panel()
        self.desk.say(self.tr("{name} is saved.").format(name=name))
        self.reload()

    def _happened(self, event: object) -> None:
        if isinstance(event, PromotionsChanged) and self.isVisible():
            self.reload()
