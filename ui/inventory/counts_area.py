"""Stock counts: what is being counted, reviewed, posted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.fulfilment.count_queries import CountRow, find_count, get_count, list_counts
from app.inventory.states import CountStatus
from ui.inventory.area import StockArea
from ui.inventory.counting_panel import CountingPanel
from ui.inventory.review_panel import ReviewPanel
from ui.inventory.start_count_panel import StartCountPanel
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState

_TONES = {CountStatus.COUNTING: "warn", CountStatus.REVIEW: "warn", CountStatus.POSTED: "ok"}


def count_state(status: CountStatus) -> str:
    """Where a count stands, in words."""
    tr = QCoreApplication.translate
    return {
        CountStatus.COUNTING: tr("Stock", "Being counted"), CountStatus.REVIEW: tr("Stock", "In review"),
        CountStatus.POSTED: tr("Stock", "Posted"), CountStatus.CANCELLED: tr("Stock", "Thrown away"),
    }[status]  # fmt: skip


class CountsArea(StockArea):
    """The list of counts."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        super().__init__(
            section, sound, tr("Counts"),
            [
                Column("state", tr("State"), 140), Column("number", tr("Number"), 140),
                Column("place", tr("Where")), Column("counted", tr("Products counted"), 170, figure=True),
                Column("day", tr("Started"), 205), Column("who", tr("Who"), 120, least=800),
            ],
            EmptyState("task_alt", tr("Nothing was counted yet"), tr("Press F10 to start a count.")),
            Button(tr("Start a count"), "primary", icon="add", hint="F10"),
        )  # fmt: skip

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of a count's number opens it.")

    def ask(self, asked: int) -> None:
        """The newest first."""
        self.desk.ask(list_counts, lambda found: self.show_rows([self._row(x) for x in found], asked))

    def _row(self, x: CountRow) -> TableRow:
        formats = self.desk.formats
        counted = self.tr("{some} of {all}").format(
            some=formats.number(x.counted), all=formats.number(x.products)
        )
        cells = (count_state(x.status), x.number, x.place, counted, formats.date_time(x.started_at), x.who)
        return TableRow(str(x.id), cells, {"state": _TONES.get(x.status, "text2")})

    def open(self, key: str) -> None:
        """Count on, review, or look at what was posted."""
        self.desk.ask(get_count, self._open, count_id=int(key))

    def _open(self, found: CountRow) -> None:
        if found.status is CountStatus.COUNTING:
            self.count(found.id)
        else:
            self.review(found.id)

    def primary(self) -> None:
        """Start one."""
        panel = StartCountPanel(self.desk)
        panel.started.connect(self.count)
        self.section.open_panel(panel)
        panel.load()

    def count(self, count_id: int) -> CountingPanel:
        """Count."""
        panel = CountingPanel(self.desk, self.sound)
        panel.reviewed.connect(self.review)
        self.section.open_panel(panel)
        panel.load(count_id)
        return panel

    def review(self, count_id: int) -> ReviewPanel:
        """Look at the differences."""
        panel = ReviewPanel(self.desk, self.sound)
        panel.counting.connect(self.count)
        panel.ended.connect(self.done)
        self.section.open_panel(panel)
        panel.load(count_id)
        return panel

    def scanned(self, raw: str) -> bool:
        """The number of a count."""

        def found(count_id: int | None) -> None:
            if count_id is None:
                self.desk.say(self.tr("{code} is no count.").format(code=raw.strip()), "warn")
            else:
                self.open(str(count_id))

        self.desk.ask(find_count, found, number=raw)
        return True
