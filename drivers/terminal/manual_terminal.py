"""A card terminal without a wire to us: the cashier types the amount in there and says here what it said."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.devices.ports import (
    CardAsk,
    CardAskKind,
    CardOutcome,
    CardResult,
    CardTotals,
    DeviceError,
    DeviceFault,
    Health,
    HealthState,
)

_UNKNOWN: Final = CardResult(CardOutcome.UNKNOWN)
_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """What the cashier is asked to do at the terminal."""

    intent_uuid: str
    amount_minor: int
    currency: str
    kind: CardAskKind = CardAskKind.PAYMENT


class ManualTerminal:
    """Fulfils CardTerminal.

    The screen asks the cashier, by itself or when `on_question` is called (on the thread that asks),
    and hands the word in with answer(). What is not answered is UNKNOWN: nothing is ever guessed.
    """

    def __init__(
        self, *, on_question: Callable[[CardQuestion], None] | None = None, limit: float = 180.0
    ) -> None:
        self.on_question = on_question
        self._limit = limit
        self._changed = threading.Condition()
        self._open: CardQuestion | None = None
        self._results: OrderedDict[str, CardResult] = OrderedDict()

    @property
    def open_question(self) -> CardQuestion | None:
        """What is being asked now."""
        return self._open

    @property
    def name(self) -> str:
        """Nowhere on a wire."""
        return ""

    @property
    def closes_with(self) -> str:
        """It is closed by hand."""
        return "hand"

    def mark(self) -> str:
        """It cannot say what it did."""
        return ""

    def authorise(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """Wait for the cashier's word; UNKNOWN when there is none within the limit.

        Raises:
            DeviceError: another payment is being asked for.
        """
        return self._ask(CardQuestion(intent_uuid, amount_minor, currency))

    def refund(self, *, intent_uuid: str, amount_minor: int, currency: str) -> CardResult:
        """The cashier pays it back there; as authorise."""
        return self._ask(CardQuestion(intent_uuid, amount_minor, currency, CardAskKind.REFUND))

    def reverse(self, *, intent_uuid: str, reference: str, amount_minor: int, currency: str) -> CardResult:
        """The cashier takes it back there; as authorise."""
        del reference  # stands on the slip that he holds
        return self._ask(CardQuestion(intent_uuid, amount_minor, currency, CardAskKind.REVERSAL))

    def _ask(self, question: CardQuestion) -> CardResult:
        intent_uuid = question.intent_uuid
        with self._changed:
            if self._open is not None:
                raise DeviceError(device="card terminal", fault=DeviceFault.BUSY)
            if intent_uuid in self._results:
                return self._results[intent_uuid]
            self._open = question
        try:
            if self.on_question is not None:
                self.on_question(question)
            with self._changed:
                self._changed.wait_for(lambda: intent_uuid in self._results, self._limit)
                return self._results.get(intent_uuid, _UNKNOWN)
        finally:
            with self._changed:
                self._open = None

    def answer(self, *, intent_uuid: str, result: CardResult) -> None:
        """What the cashier read on the terminal. The first word stands; UNKNOWN may be settled later."""
        with self._changed:
            known = self._results.get(intent_uuid)
            if known is None or known.outcome is CardOutcome.UNKNOWN:
                self._results[intent_uuid] = result
                while len(self._results) > _KEPT:
                    self._results.popitem(last=False)
            self._changed.notify_all()

    def last_result(self, *, asked: CardAsk) -> CardResult:
        """What was said of an earlier payment; UNKNOWN when nothing was."""
        with self._changed:
            return self._results.get(asked.intent_uuid, _UNKNOWN)

    def abort(self) -> None:
        """Nothing can be broken off from here: the cashier does it there, and says so."""

    def end_of_day(self) -> CardTotals:
        """It is closed by hand.

        Raises:
            DeviceError: always.
        """
        raise DeviceError(device="card terminal", fault=DeviceFault.UNSUPPORTED)

    def check(self) -> Health:
        """As far as we know."""
        return self.health()

    def health(self) -> Health:
        """The cashier sees it."""
        return Health(HealthState.READY)

    def close(self) -> None:
        """A question that is open ends UNKNOWN."""
        with self._changed:
            question = self._open
        if question is not None:
            self.answer(intent_uuid=question.intent_uuid, result=_UNKNOWN)
