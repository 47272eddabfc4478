"""Planned price changes: what begins when, and what is over."""

from __future__ import annotations

from app.pricing.planning import PriceChange, cancel_price_change, list_price_changes
from app.pricing.queries import PriceList, list_price_lists
from ui.office.section import OfficeDesk, Section
from ui.pricing.change_editor import ChangeEditor, ChangeShown
from ui.settings.page import SettingsPage
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import line


class ChangesPage(SettingsPage):
    """The changes, the one that begins last first."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self.changes: dict[str, PriceChange] = {}
        self.lists: dict[int, PriceList] = {}
        self.table = DataTable(
            tr("Planned changes"),
            [
                Column("name", tr("Name")), Column("list", tr("Price list"), 170),
                Column("from", tr("From"), 120), Column("to", tr("Until"), 120),
                Column("prices", tr("Prices"), 90, figure=True), Column("stage", tr("State"), 120),
            ],
        )  # fmt: skip
        self.empty = EmptyState(
            "calendar_today", tr("No change is planned"),
            tr("Prices that are planned begin by themselves, and end by themselves where you say so."),
        )  # fmt: skip
        self.new_button = Button(tr("New change"), "primary", icon="add")
        self.cancel_button = Button(tr("Cancel the change"), "danger_soft", icon="block")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addLayout(line(self.cancel_button, None, self.new_button))
        self.table.opened.connect(self.show_change)
        self.table.current_changed.connect(lambda _key: self._current())
        self.new_button.clicked.connect(self.new_change)
        self.cancel_button.clicked.connect(self._cancel)

    def entered(self) -> None:
        """Read the lists, then the changes."""
        self.desk.ask(list_price_lists, lambda found: setattr(self, "lists", {x.id: x for x in found}))
        self.desk.ask(list_price_changes, self._have)

    def _have(self, found: list[PriceChange]) -> None:
        self.changes = {str(x.id): x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        kept = self.table.current()
        self.table.set_rows([
            TableRow(
                str(x.id), self._cells(x),
                {} if self._stage(x) in {"planned", "running"} else {"name": "text2", "stage": "text2"},
            )
            for x in found
        ])  # fmt: skip
        self.table.select(kept)
        self._current()

    def _stage(self, x: PriceChange) -> str:
        return x.stage(self.desk.services.context.on)

    def _cells(self, x: PriceChange) -> tuple[str, ...]:
        tr, formats = self.tr, self.desk.formats
        stages = {
            "planned": tr("planned"), "running": tr("in force"), "over": tr("over"),
            "cancelled": tr("cancelled"),
        }  # fmt: skip
        return (
            x.name, self.lists[x.price_list_id].name if x.price_list_id in self.lists else "",
            formats.date(x.valid_from), formats.date(x.valid_to) if x.valid_to else "",
            formats.number(x.prices), stages[self._stage(x)],
        )  # fmt: skip

    def _current(self) -> None:
        one = self.changes.get(self.table.current())
        self.cancel_button.setEnabled(one is not None and self._stage(one) in {"planned", "running"})

    def new_change(self) -> ChangeEditor:
        """The panel of a new change."""
        editor = ChangeEditor(self.desk, list(self.lists.values()))
        editor.done.connect(self._saved)
        self.section.open_panel(editor)
        return editor

    def show_change(self, key: str) -> ChangeShown:
        """The prices of a change."""
        one = self.changes[key]
        panel = ChangeShown(self.desk, one, self.lists[one.price_list_id])
        self.section.open_panel(panel)
        return panel

    def _saved(self, name: str) -> None:
        self.section.close_panel()
        self.desk.say(self.tr("{name} is planned.").format(name=name))

    def _cancel(self) -> None:
        key = self.table.current()
        if key:
            self.desk.run(cancel_price_change, lambda _none: self.entered(), change_id=int(key))
