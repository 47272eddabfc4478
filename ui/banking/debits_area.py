"""Direct debits: runs with their file, mandates, and what may be collected."""

from __future__ import annotations

from collections.abc import Sequence

from app.banking.debit_queries import DebitRun, list_debit_runs
from app.banking.states import RunStatus
from app.kernel.permission import Permission
from ui.banking.areas import BankArea
from ui.banking.mandates_panel import MandatesPanel
from ui.banking.run_panel import RunPanel
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow


class DebitsArea(BankArea):
    """The runs, newest first."""

    def __init__(self, section: Section) -> None:
        super().__init__(section)
        self._runs: dict[str, DebitRun] = {}
        self.mandates_button = Button(self.tr("Mandates"), icon="edit_note")
        self.new_button = Button(self.tr("Collect"), "primary", icon="add")
        self.foot.addWidget(self.mandates_button)
        self.foot.addWidget(self.new_button)
        self.mandates_button.clicked.connect(self.mandates)
        self.new_button.clicked.connect(self.collect)

    def title(self) -> str:
        """What the list is."""
        return self.tr("Direct debits")

    def columns(self) -> Sequence[Column]:
        """Number, day, sum, state."""
        tr = self.tr
        return [
            Column("number", tr("Number"), 170), Column("day", tr("Collected on"), 150),
            Column("items", tr("Items"), 90, figure=True), Column("amount", tr("Amount"), 140, figure=True),
            Column("state", tr("State")),
        ]  # fmt: skip

    def reload(self) -> None:
        """Read them."""
        may = self.desk.may(Permission.RECEIVE_PAYMENT)
        for part in (self.mandates_button, self.new_button):
            part.setVisible(may)
        self.desk.ask(list_debit_runs, self._have)

    def _have(self, found: list[DebitRun]) -> None:
        self._runs = {str(r.id): r for r in found}
        self.table.set_rows([self._row(r) for r in found])
        text = self.tr("A run collects what is due from customers who gave a mandate.")
        self.hint.setText("" if found else text)

    def _row(self, r: DebitRun) -> TableRow:
        formats = self.desk.formats
        words = {
            RunStatus.MADE.value: (self.tr("waits for its money"), "warn"),
            RunStatus.PAID.value: (self.tr("paid"), "ok"),
            RunStatus.CANCELLED.value: (self.tr("called off"), "text2"),
        }
        word, tone = words[r.status]
        cells = (
            r.number, formats.date(r.collect_on), formats.number(r.entries), formats.money(r.amount_minor),
            word,
        )  # fmt: skip
        return TableRow(str(r.id), cells, {"state": tone})

    def open(self, key: str) -> None:
        """A run that was made: its file once more, or call it off."""
        panel = self._panel()
        panel.show_run(self._runs[key])

    def collect(self) -> RunPanel:
        """A new run."""
        panel = self._panel()
        panel.load()
        return panel

    def mandates(self) -> MandatesPanel:
        """Who gave a mandate."""
        panel = MandatesPanel(self.desk)
        self.section.open_panel(panel)
        panel.load()
        return panel

    def _panel(self) -> RunPanel:
        panel = RunPanel(self.desk)
        panel.changed.connect(self._changed)
        self.section.open_panel(panel)
        return panel

    def _changed(self) -> None:
        self.section.close_panel()
        self.reload()
