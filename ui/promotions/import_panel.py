"""Promotions out of a store's public price file: what can be expressed, what cannot and why, then written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from app.promotions.importing.model import Listed
from app.promotions.importing.run import (
    Imported,
    PromotionFile,
    PromotionRow,
    RowState,
    import_promotions,
    look_at_promotions,
)
from ui.office.file_panel import FilePanel
from ui.office.section import OfficeDesk
from ui.promotions.words import reasons, what_it_does, when_it_runs
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import label, line

_MOST_ROWS: Final = 2000
_TONES: Final = {RowState.NEW: "ok", RowState.CHANGED: "primary", RowState.SAME: "text2"}


class PromotionImportPanel(FilePanel):
    """The panel of the import; what cannot be expressed stands first."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(self.tr("Import promotions"), desk)
        self.file = PromotionFile(0)
        hint = self.tr(
            "A store's public price file with promotions: XML, also packed (gz). Goods are found by barcode "
            "or number. A promotion imported before is brought up to date; one that was stopped stays so."
        )
        tr = self.tr
        self.table = DataTable(
            tr("Promotions of the file"),
            [
                Column("state", tr("What happens"), 130), Column("name", tr("Name"), 260),
                Column("value", tr("What and when, or why not")),
            ],
        )  # fmt: skip
        self.content.addWidget(label(hint, tokens.SUB, tone="text2", wrap=True))
        self.content.addLayout(line(self.choose, self.file_name, None))
        for part in (self.message, self.summary):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.bar)
        self.content.addLayout(line(None, self.cancel, self.start))
        self.table.setVisible(False)
        self.show_running(running=False)
        self.cancel.setVisible(False)
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self._start)

    def _choose(self) -> None:
        kinds_of_file = self.tr("Price files (*.xml *.gz);;All files (*)")
        path = self.ask_path(self.tr("A store's file of promotions"), kinds_of_file)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Say what would happen with this file."""
        self.use_file(path)
        runtime = self.desk.services.gateway.runtime
        job = partial(runtime.ask, look_at_promotions, path=path)
        self.work(self.tr("The file is looked through …"), job, self._looked)
        self.cancel.setVisible(False)  # reading takes a moment, writing is all or none

    def _looked(self, found: PromotionFile) -> None:
        self.show_running(running=False)
        self.file = found
        number = self.desk.formats.number
        words = self.tr(
            "{expressed} of {total} promotions can be expressed: {new} new, {changed} changed, {same} as "
            "they are. {listed} cannot; the reasons stand below."
        )
        self.summary.setText(
            words.format(
                expressed=number(found.expressed), total=number(found.total),
                new=number(found.count(RowState.NEW)), changed=number(found.count(RowState.CHANGED)),
                same=number(found.count(RowState.SAME)), listed=number(len(found.listed)),
            )
        )  # fmt: skip
        listed = [self._listed(place, one) for place, one in enumerate(found.listed[:_MOST_ROWS])]
        rows = [self._row(place, row) for place, row in enumerate(found.rows[:_MOST_ROWS])]
        self.table.set_rows([*listed, *rows])
        self.table.setVisible(bool(listed or rows))
        self.start.setEnabled(any(row.state is not RowState.SAME for row in found.rows))

    def _listed(self, place: int, one: Listed) -> TableRow:
        why = reasons()[one.reason]
        told = f"{why} ({one.detail})" if one.detail else why
        return TableRow(f"l{place}", (self.tr("left out"), one.name, told), {"state": "danger"})

    def _row(self, place: int, row: PromotionRow) -> TableRow:
        draft, formats = row.expressed.draft, self.desk.formats
        states = {
            RowState.NEW: self.tr("new"), RowState.CHANGED: self.tr("changed"),
            RowState.SAME: self.tr("as it is"),
        }  # fmt: skip
        told = ", ".join(filter(None, (what_it_does(draft, formats), when_it_runs(draft, formats))))
        cells = (states[row.state], draft.name, told)
        return TableRow(f"r{place}", cells, {"state": _TONES[row.state]})

    def _start(self) -> None:
        actor = self.desk.services.gateway.actor
        if actor is None:
            return
        runtime, name = self.desk.services.gateway.runtime, self.path.name if self.path else ""
        job = partial(
            runtime.run, import_promotions, actor=actor, file_name=name,
            promotions=[row.expressed for row in self.file.rows], progress=self.progressed.emit,
        )  # fmt: skip
        self.work(self.tr("The promotions are written…"), job, self._written)
        self.cancel.setVisible(False)

    def _written(self, done: Imported) -> None:
        self.show_running(running=False)
        number = self.desk.formats.number
        words = self.tr("Done: {new} new, {changed} changed, {same} as they were.")
        self.summary.setText(
            words.format(new=number(done.new), changed=number(done.changed), same=number(done.unchanged))
        )
        self.start.setEnabled(False)
        self.done.emit()
