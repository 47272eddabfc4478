"""Paying by card: written down, asked of the terminal, and what it said written down again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication

from app.devices.ports import CardAskKind, CardOutcome, CardResult, CardTerminal, DeviceError
from app.payments.card_queries import find_twin
from app.payments.operations import OpenIntent, open_intent, record_intent_result
from app.payments.states import IntentStatus
from ui.shell.errors import describe
from ui.till.card_settling import TERMINAL_LANE, Then, UnknownCards, wired, words
from ui.till.desk import Desk
from ui.till.panels_card import CardWaitPanel
from ui.till.panels_money import CardConfirmPanel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)


@runtime_checkable
class AnsweredTerminal(Protocol):
    """A terminal that is not on a wire: the cashier says what it said, and the driver hands that on."""

    def answer(self, *, intent_uuid: str, result: CardResult) -> None:
        """What the cashier read on it."""
        ...


@dataclass(frozen=True, slots=True)
class _Asking:
    """One thing that a terminal is asked for; the amount is positive."""

    kind: CardAskKind
    amount_minor: int
    cart_uuid: str
    answer: Then
    reference: str = ""
    mark: str = ""
    uuid: str = ""

    @property
    def signed_minor(self) -> int:
        """What the card pays."""
        return self.amount_minor if self.kind is CardAskKind.PAYMENT else -self.amount_minor


class CardPresenter:
    """Charges a card, pays back on it, takes a payment back.

    A terminal on a wire is asked for what it did last first, so that later it can be told whether it did
    more; then the intent is committed, and only then it is asked for money. Without a wire the cashier types
    the amount into one that stands beside the till, and says what it said. An answer that was lost is never
    taken for "declined".
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.unknown = UnknownCards(desk)
        self._open: dict[
            str, OpenIntent
        ] = {}  # by cart: left open, the sale is not paid before it is settled

    def charge(self, amount_minor: int, answer: Then) -> None:
        """Ask for an amount; answer is called exactly once."""
        self._begin(_Asking(CardAskKind.PAYMENT, amount_minor, self.desk.state.cart.uuid, answer))

    def refund(self, amount_minor: int, answer: Then) -> None:
        """Pay back on a card."""
        self._begin(_Asking(CardAskKind.REFUND, amount_minor, self.desk.state.cart.uuid, answer))

    def reverse(self, amount_minor: int, reference: str, answer: Then) -> None:
        """Take a payment back by its reference."""
        cart = self.desk.state.cart.uuid
        self._begin(_Asking(CardAskKind.REVERSAL, amount_minor, cart, answer, reference))

    def open_one(self) -> OpenIntent | None:
        """The payment of this cart that was left open."""
        return self._open.get(self.desk.state.cart.uuid)

    def keep_open(self, intent: OpenIntent) -> None:
        """Its cart is not paid in any other way before it is known how this ended."""
        self._open[intent.cart_uuid] = intent

    def settled(self, intent: OpenIntent, result: CardResult) -> None:
        """It was settled elsewhere."""
        if result.outcome is not CardOutcome.UNKNOWN:
            self._open.pop(intent.cart_uuid, None)

    def settle_open(self, then: Then) -> None:
        """Have it said how the payment of this cart ended that was left open."""
        intent = self.open_one()
        if intent is None:
            return

        def told(result: CardResult) -> None:
            self.settled(intent, result)
            then(result)

        self.unknown.settle(intent, told)

    # --- asking ---

    def _begin(self, asking: _Asking) -> None:
        terminal = wired(self.desk)
        if terminal is None:
            self._write_down(asking, self._ask_by_hand)
            return
        known = terminal
        self._show_waiting(asking, known)
        self.desk.services.submit(
            TERMINAL_LANE, known.mark,
            on_done=lambda mark: self._write_down(
                replace(asking, mark=mark), lambda written: self._ask(written, known)
            ),
            on_error=lambda error: self._not_asked(asking, error),
        )  # fmt: skip

    def _show_waiting(self, asking: _Asking, terminal: CardTerminal) -> None:
        text = "" if asking.kind is CardAskKind.PAYMENT else _tr("The terminal pays back.")
        wait = CardWaitPanel(self.desk.formats.money(asking.amount_minor), text, can_abort=True)
        wait.abort_requested.connect(terminal.abort)
        self.desk.view.show_panel(wait)

    def _not_asked(self, asking: _Asking, error: Exception) -> None:
        """Nothing left: the card was not charged."""
        self.desk.sound.play("error")
        self.desk.view.close_panel()
        asking.answer(CardResult(CardOutcome.ABORTED, detail=describe(error)))

    def _write_down(self, asking: _Asking, then: Callable[[_Asking], None]) -> None:
        context, terminal = self.desk.services.context, wired(self.desk)
        self.desk.services.gateway.run(
            open_intent, cart_uuid=asking.cart_uuid, till_id=context.till.id,
            terminal=terminal.name if terminal else context.till.code, amount_minor=asking.signed_minor,
            currency=context.company.currency, kind=asking.kind, mark=asking.mark,
            on_done=lambda uuid: then(replace(asking, uuid=uuid)),
            on_error=lambda error: self._not_asked(asking, error),
        )  # fmt: skip

    def _ask(self, asking: _Asking, terminal: CardTerminal) -> None:
        """A terminal on a wire."""

        def failed(error: Exception) -> None:
            surely_not = isinstance(error, DeviceError) and error.nothing_sent
            outcome = CardOutcome.ABORTED if surely_not else CardOutcome.UNKNOWN
            self._record(asking, CardResult(outcome, detail=describe(error)))

        self.desk.services.submit(
            TERMINAL_LANE, lambda: self._work(asking, terminal),
            on_done=lambda result: self._record(asking, result), on_error=failed,
        )  # fmt: skip

    def _work(self, asking: _Asking, terminal: CardTerminal) -> CardResult:
        """On the terminal's lane."""
        currency, uuid, amount = self.desk.services.currency, asking.uuid, asking.amount_minor
        if asking.kind is CardAskKind.PAYMENT:
            return terminal.authorise(intent_uuid=uuid, amount_minor=amount, currency=currency)
        if asking.kind is CardAskKind.REFUND:
            return terminal.refund(intent_uuid=uuid, amount_minor=amount, currency=currency)
        return terminal.reverse(
            intent_uuid=uuid, reference=asking.reference, amount_minor=amount, currency=currency
        )

    def _ask_by_hand(self, asking: _Asking) -> None:
        """The cashier types the amount in there and says here what it said."""
        terminal = self.desk.services.devices.terminal
        pays = asking.kind is CardAskKind.PAYMENT
        why = "" if pays else _tr("Pay this amount back on the terminal")
        if not pays or terminal is None or not isinstance(terminal, AnsweredTerminal):
            self._ask_cashier(asking, why, lambda said: self._record(asking, said))
            return
        answered, known = terminal, terminal

        def said(result: CardResult) -> None:
            answered.answer(intent_uuid=asking.uuid, result=result)
            self.desk.view.show_panel(CardWaitPanel(self.desk.formats.money(asking.amount_minor)))

        self._ask_cashier(asking, why, said)
        self._ask(asking, known)

    def _ask_cashier(self, asking: _Asking, why: str, settled: Then) -> None:
        panel = CardConfirmPanel(self.desk.formats.money(asking.amount_minor), why)

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

    # --- what it said ---

    def _record(self, asking: _Asking, result: CardResult) -> None:
        def recorded(_status: object) -> None:
            if result.outcome is CardOutcome.UNKNOWN:
                self._settle(asking, result)
            else:
                self.desk.view.close_panel()
                asking.answer(replace(result, detail=words(result)))
                if result.outcome is CardOutcome.APPROVED and result.detail:
                    self._look_for_twin(asking.uuid)

        def failed(error: Exception) -> None:
            # what the terminal said stands: the money was taken or was not
            self.desk.refuse(error)
            recorded(None)

        self.desk.services.gateway.run(
            record_intent_result, intent_uuid=asking.uuid, result=result, on_done=recorded, on_error=failed
        )

    def _look_for_twin(self, uuid: str) -> None:
        """The same card, the same amount, minutes before: perhaps somebody was charged twice."""

        def found(at: datetime | None) -> None:
            if at is not None:
                text = _tr("The same card paid the same amount at {time}. Was that another sale?")
                self.desk.say(text.format(time=self.desk.formats.time(at)), "warn", action=_tr("Understood"))

        self.desk.services.gateway.ask(find_twin, intent_uuid=uuid, on_done=found, on_error=self.desk.refuse)

    def _settle(self, asking: _Asking, result: CardResult) -> None:
        terminal = wired(self.desk)
        services = self.desk.services
        intent = OpenIntent(
            asking.uuid, asking.cart_uuid, asking.signed_minor, services.currency, IntentStatus.UNKNOWN,
            asking.kind, terminal.name if terminal else services.context.till.code, asking.mark,
            self.desk.now(), is_latest=True,
        )  # fmt: skip

        def told(said: CardResult) -> None:
            if said.outcome is CardOutcome.UNKNOWN:
                self.keep_open(intent)
            self.desk.view.close_panel()
            asking.answer(said)

        self.desk.sound.play("error")
        self.unknown.settle(intent, told, why=words(result))
