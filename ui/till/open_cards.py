"""Before a shift is closed: the card payments whose end nobody knows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult
from app.payments.operations import OpenIntent, open_cards
from ui.till.card_presenter import CardPresenter
from ui.till.desk import Desk, PanelPlace
from ui.till.panels_card import OpenCardsPanel
from ui.widgets.row_list import Row


class OpenCards:
    """Shows them, and settles one after the other; they may be left open."""

    def __init__(self, desk: Desk, cards: CardPresenter, place: PanelPlace) -> None:
        self.desk = desk
        self.cards = cards
        self._place = place

    def show(self) -> None:
        """Ask which there are; nothing is shown when there are none."""
        self.desk.services.gateway.ask(
            open_cards, till_id=self.desk.services.context.till.id, on_done=self._show,
            on_error=self.desk.refuse,
        )  # fmt: skip

    def _show(self, found: list[OpenIntent]) -> None:
        if not found:
            return
        panel = OpenCardsPanel()
        formats = self.desk.formats
        panel.set_rows([
            Row(x.uuid, formats.date_time(x.at), x.terminal, formats.money(x.amount_minor))
            for x in found
        ])  # fmt: skip
        panel.chosen.connect(lambda uuid: self._settle(next(x for x in found if x.uuid == uuid)))
        for signal in (panel.left_open, panel.closed):
            signal.connect(self._place.close_panel)
        self._place.show_panel(panel)

    def _settle(self, intent: OpenIntent) -> None:
        def told(result: CardResult) -> None:
            if result.outcome is CardOutcome.APPROVED and intent.amount_minor > 0:
                text = QCoreApplication.translate(
                    "Recover", "{amount} was charged to a card for a sale that is not here: pay it back."
                )
                self.desk.say(
                    text.format(amount=self.desk.formats.money(intent.amount_minor)), "warn",
                    action=QCoreApplication.translate("Recover", "Understood"),
                )  # fmt: skip
            self.cards.settled(intent, result)
            self.show()

        self.cards.unknown.settle(intent, told, place=self._place)
