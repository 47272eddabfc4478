"""Card payments whose end nobody knows: asked of the terminal, or of the person who reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult, CardTerminal
from app.payments.operations import OpenIntent, record_intent_result
from ui.till.desk import Desk, PanelPlace
from ui.till.panels_card import CardUnknownPanel, CardWaitPanel

TERMINAL_LANE: Final = "terminal"
Then = Callable[[CardResult], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)


def wired(desk: Desk) -> CardTerminal | None:
    """The terminal, when it is one that can be asked."""
    terminal = desk.services.devices.terminal
    return terminal if terminal is not None and terminal.name else None


def words(result: CardResult) -> str:
    """What the terminal said beside the outcome."""
    return QCoreApplication.translate("Refusal", result.detail) if result.detail else ""


class UnknownCards:
    """Asks until it is known, or left open; nothing is ever charged again here."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def settle(
        self, intent: OpenIntent, then: Then, *, why: str = "", place: PanelPlace | None = None
    ) -> None:
        """Have it said how a payment ended.

        Args:
            intent: which.
            then: called once, with the outcome; UNKNOWN when it was left open.
            why: the sentence above the amount.
            place: where it is asked; the right side of the till when not said.
        """
        at = place or self.desk.view
        money = self.desk.formats.money(abs(intent.amount_minor))
        terminal = wired(self.desk)
        can_ask = terminal is not None and terminal.name == intent.terminal and intent.is_latest
        sentence = why or _tr("It is not known whether the card was charged.")
        panel = CardUnknownPanel(money, sentence, can_ask=can_ask, goes_back=intent.amount_minor < 0)

        def said(result: CardResult) -> None:
            panel.closed.disconnect(left)
            at.close_panel()
            self._record(intent, result, then)

        def left() -> None:
            at.close_panel()
            then(CardResult(CardOutcome.UNKNOWN))

        panel.paid.connect(lambda slip: said(CardResult(CardOutcome.APPROVED, reference=slip)))
        panel.not_paid.connect(lambda: said(CardResult(CardOutcome.DECLINED)))
        panel.closed.connect(left)
        panel.ask_requested.connect(lambda: self.ask(intent, then, place=place))
        at.show_panel(panel)

    def ask(self, intent: OpenIntent, then: Then, *, place: PanelPlace | None = None) -> None:
        """Ask the terminal how it ended; the person, when it cannot tell."""
        terminal = wired(self.desk)
        if terminal is None or terminal.name != intent.terminal or not intent.is_latest:
            self.settle(intent, then, place=place)
            return
        asked = terminal
        money = self.desk.formats.money(abs(intent.amount_minor))
        wait = CardWaitPanel(money, _tr("The terminal is asked how this payment ended."), can_abort=True)
        wait.abort_requested.connect(asked.abort)
        (place or self.desk.view).show_panel(wait)

        def told(result: CardResult) -> None:
            if result.outcome is CardOutcome.UNKNOWN:
                self.settle(intent, then, why=words(result), place=place)
            else:
                (place or self.desk.view).close_panel()
                self._record(intent, result, then)

        self.desk.services.submit(
            TERMINAL_LANE, lambda: asked.last_result(asked=intent.ask()), on_done=told,
            on_error=lambda error: told(CardResult(CardOutcome.UNKNOWN, detail=str(error))),
        )  # fmt: skip

    def _record(self, intent: OpenIntent, result: CardResult, then: Then) -> None:
        def failed(error: Exception) -> None:
            self.desk.refuse(error)  # what was said stands: the money was taken or was not
            then(result)

        self.desk.services.gateway.run(
            record_intent_result, intent_uuid=intent.uuid, result=result, on_done=lambda _s: then(result),
            on_error=failed,
        )  # fmt: skip
