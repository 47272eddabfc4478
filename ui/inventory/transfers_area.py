"""Transfers: what is on its way between our places, and what arrived."""

from __future__ import annotations

from app.fulfilment.transfer_queries import TransferRow, find_transfer, list_transfers
from app.inventory.states import TransferStatus
from ui.inventory.area import StockArea
from ui.inventory.arrive_panel import ArrivePanel
from ui.inventory.send_panel import SendPanel
from ui.office.section import Section
from ui.widgets.button import Button
from ui.widgets.data_table import Column, TableRow
from ui.widgets.sound import Sound
from ui.widgets.status import EmptyState


class TransfersArea(StockArea):
    """The list of transfers."""

    def __init__(self, section: Section, sound: Sound) -> None:
        tr = self.tr
        super().__init__(
            section, sound, tr("Transfers"),
            [
                Column("state", tr("State"), 130), Column("number", tr("Number"), 130),
                Column("from", tr("From")), Column("to", tr("To"), 180),
                Column("what", tr("Pieces"), 120, figure=True), Column("day", tr("Sent"), 205),
                Column("who", tr("Who"), 110, least=950),
            ],
            EmptyState(
                "swap_horiz", tr("Nothing was sent yet"), tr("Press F10 to send goods to another place.")
            ),
            Button(tr("Send goods"), "primary", icon="add", hint="F10"),
        )  # fmt: skip

    def hint(self) -> str:
        """What a scan does here."""
        return self.tr("A scan of a transfer's number opens it.")

    def ask(self, asked: int) -> None:
        """What is on its way comes first."""
        self.desk.ask(
            list_transfers, lambda found: self.show_rows([self._row(x) for x in found], asked)
        )  # fmt: skip

    def _row(self, x: TransferRow) -> TableRow:
        formats = self.desk.formats
        if x.status is TransferStatus.SENT:
            state, tone = self.tr("On its way"), "warn"
        elif x.is_short:
            state, tone = self.tr("Ended short"), "danger"
        else:
            state, tone = self.tr("Arrived"), "ok"
        pieces = formats.quantity(x.sent_milli)
        if x.received_milli != x.sent_milli and x.received_milli:
            pieces = self.tr("{some} of {all}").format(some=formats.quantity(x.received_milli), all=pieces)
        cells = (
            state, x.number, x.from_place, x.to_place, pieces, formats.date_time(x.sent_at), x.who,
        )  # fmt: skip
        return TableRow(str(x.id), cells, {"state": tone})

    def open(self, key: str) -> None:
        """Receive it, or look at it."""
        self.arrive(int(key))

    def primary(self) -> None:
        """Send goods."""
        panel = SendPanel(self.desk, self.sound)
        panel.sent.connect(self.done)
        self.section.open_panel(panel)
        panel.load()

    def arrive(self, transfer_id: int) -> ArrivePanel:
        """A transfer."""
        panel = ArrivePanel(self.desk, self.sound)
        panel.arrived.connect(self.done)
        self.section.open_panel(panel)
        panel.load(transfer_id)
        return panel

    def scanned(self, raw: str) -> bool:
        """The number of a transfer."""

        def found(transfer_id: int | None) -> None:
            if transfer_id is None:
                self.desk.say(self.tr("{code} is no transfer.").format(code=raw.strip()), "warn")
            else:
                self.arrive(transfer_id)

        self.desk.ask(find_transfer, found, number=raw)
        return True
