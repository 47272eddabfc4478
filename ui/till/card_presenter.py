"""Paying by card: written down, asked of the terminal, and what it said written down again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardOutcome, CardResult
from app.payments.operations import open_intent, record_intent_result
from ui.till.desk import Desk
from ui.till.panels_money import CardConfirmPanel, CardWaitPanel

TERMINAL_LANE: Final = "terminal"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)


@runtime_checkable
class AnsweredTerminal(Protocol):
    """A terminal that is not on a wire: the cashier says what it said, and the driver hands that on."""

    def answer(self, *, intent_uuid: str, result: CardResult) -> None:
        """What the cashier read on it."""
        ...


class CardPresenter:
    """Charges a card.

    Without a terminal on a wire the cashier types the amount into one that stands beside the till,
    and says what it said. An answer that was lost is never taken for "declined".
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def charge(self, amount_minor: int, answer: Callable[[CardResult], None]) -> None:
        """Ask for an amount; answer is called exactly once."""
        context = self.desk.services.context

        def failed(error: Exception) -> None:
            answer(CardResult(CardOutcome.ABORTED))
            self.desk.refuse(error)

        self.desk.services.gateway.run(
            open_intent, cart_uuid=self.desk.state.cart.uuid, till_id=context.till.id,
            terminal=context.till.code, amount_minor=amount_minor, currency=context.company.currency,
            on_done=lambda uuid: self._ask(uuid, amount_minor, answer), on_error=failed,
        )  # fmt: skip

    def refund(self, amount_minor: int, answer: Callable[[CardResult], None]) -> None:
        """Pay back on a card: the cashier does it on the terminal and says what it said."""
        context = self.desk.services.context
        why = _tr("Pay this amount back on the terminal")

        def failed(error: Exception) -> None:
            answer(CardResult(CardOutcome.ABORTED))
            self.desk.refuse(error)

        def opened(uuid: str) -> None:
            self._ask_cashier(amount_minor, why, lambda said: self._record(uuid, amount_minor, said, answer))

        self.desk.services.gateway.run(
            open_intent, cart_uuid=self.desk.state.cart.uuid, till_id=context.till.id,
            terminal=context.till.code, amount_minor=-amount_minor, currency=context.company.currency,
            on_done=opened, on_error=failed,
        )  # fmt: skip

    def _ask(self, uuid: str, amount_minor: int, answer: Callable[[CardResult], None]) -> None:
        def settled(result: CardResult) -> None:
            self._record(uuid, amount_minor, result, answer)

        terminal = self.desk.services.devices.terminal
        if terminal is None:
            self._ask_cashier(amount_minor, "", settled)
            return
        if isinstance(terminal, AnsweredTerminal):
            answered = terminal

            def said(result: CardResult) -> None:
                answered.answer(intent_uuid=uuid, result=result)
                self.desk.view.show_panel(CardWaitPanel(self.desk.formats.money(amount_minor)))

            self._ask_cashier(amount_minor, "", said)
        else:
            self.desk.view.show_panel(CardWaitPanel(self.desk.formats.money(amount_minor)))
        currency = self.desk.services.currency

        def work() -> CardResult:
            return terminal.authorise(intent_uuid=uuid, amount_minor=amount_minor, currency=currency)

        def unknown(error: Exception) -> None:
            settled(CardResult(CardOutcome.UNKNOWN, detail=str(error)))

        self.desk.services.submit(TERMINAL_LANE, work, on_done=settled, on_error=unknown)

    def _ask_cashier(self, amount_minor: int, why: str, settled: Callable[[CardResult], None]) -> None:
        panel = CardConfirmPanel(self.desk.formats.money(amount_minor), why)

        def said(outcome: CardOutcome, slip: str = "") -> None:
            panel.closed.disconnect(aborted)
            self.desk.view.close_panel()
            settled(CardResult(outcome, reference=slip))

        def aborted() -> None:
            said(CardOutcome.ABORTED)

        panel.approved.connect(lambda slip: said(CardOutcome.APPROVED, slip))
        panel.declined.connect(lambda: said(CardOutcome.DECLINED))
        panel.closed.connect(aborted)
        self.desk.view.show_panel(panel)

    def _record(
        self, uuid: str, amount_minor: int, result: CardResult, answer: Callable[[CardResult], None]
    ) -> None:
        def recorded(_status: object) -> None:
            if result.outcome is CardOutcome.UNKNOWN:
                why = _tr("It is not known whether the card was charged. Look at the terminal: this amount?")
                self._ask_cashier(
                    amount_minor, why, lambda said: self._record(uuid, amount_minor, said, answer)
                )
            else:
                self.desk.view.close_panel()
                answer(result)

        def failed(error: Exception) -> None:
            # what the terminal said stands: the money was taken or was not
            self.desk.refuse(error)
            recorded(None)

        self.desk.services.gateway.run(
            record_intent_result, intent_uuid=uuid, result=result, on_done=recorded, on_error=failed
        )
