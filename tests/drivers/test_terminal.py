"""The card terminal that the cashier works by hand: no word is UNKNOWN, and never "failed"."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from app.devices.ports import CardAsk, CardAskKind, CardOutcome, CardResult, DeviceError, DeviceFault
from drivers.terminal.manual_terminal import CardQuestion, ManualTerminal
from tests.drivers.counterparts import wait_until

APPROVED = CardResult(CardOutcome.APPROVED, "REF 1")
DECLINED = CardResult(CardOutcome.DECLINED)
UNKNOWN = CardResult(CardOutcome.UNKNOWN)


def ask(terminal: ManualTerminal, uuid: str = "u1") -> CardResult:
    return terminal.authorise(intent_uuid=uuid, amount_minor=1250, currency="EUR")


def earlier(uuid: str = "u1") -> CardAsk:
    return CardAsk(uuid, CardAskKind.PAYMENT, 1250, "EUR", "", datetime(2026, 3, 2, tzinfo=UTC))


def test_the_cashiers_word_is_the_result() -> None:
    asked: list[CardQuestion] = []
    terminal = ManualTerminal(on_question=asked.append)
    results: list[CardResult] = []
    thread = threading.Thread(target=lambda: results.append(ask(terminal)))
    thread.start()
    wait_until(lambda: asked)
    assert terminal.open_question == CardQuestion("u1", 1250, "EUR")
    with pytest.raises(DeviceError) as busy:
        ask(terminal, "u2")
    assert busy.value.fault is DeviceFault.BUSY
    terminal.answer(intent_uuid="u1", result=APPROVED)
    thread.join(5)
    assert results == [APPROVED]
    assert terminal.last_result(asked=earlier()) == APPROVED
    assert terminal.open_question is None


def test_a_word_given_at_once_is_taken() -> None:
    terminal = ManualTerminal(limit=5)
    terminal.on_question = lambda q: terminal.answer(intent_uuid=q.intent_uuid, result=DECLINED)
    assert ask(terminal) == DECLINED


def test_no_word_is_unknown_and_can_be_settled_once() -> None:
    terminal = ManualTerminal(limit=0.02)
    assert ask(terminal) == UNKNOWN
    assert terminal.last_result(asked=earlier()) == UNKNOWN
    terminal.answer(intent_uuid="u1", result=APPROVED)
    terminal.answer(intent_uuid="u1", result=DECLINED)
    assert terminal.last_result(asked=earlier()) == APPROVED
    assert ask(terminal) == APPROVED  # the same payment is never asked for twice


def test_closing_ends_an_open_question_as_unknown() -> None:
    terminal = ManualTerminal()
    results: list[CardResult] = []
    thread = threading.Thread(target=lambda: results.append(ask(terminal)))
    thread.start()
    wait_until(lambda: terminal.open_question is not None)
    terminal.close()
    thread.join(5)
    assert results == [UNKNOWN]


def test_an_unheard_of_payment_is_unknown() -> None:
    assert ManualTerminal().last_result(asked=earlier("x")) == UNKNOWN
