"""Card payments are written down before the terminal is asked; what is not known is never "failed"."""

from __future__ import annotations

import pytest

from app.devices.ports import CardOutcome, CardResult
from app.kernel.state import InvalidTransitionError
from app.payments.operations import (
    NoSuchIntentError,
    TerminalBusyError,
    open_intent,
    record_intent_result,
    settle_intents_at_start,
)
from app.payments.states import IntentStatus
from app.payments.tables import payment_intent
from tests.factories.shop import Shop
from tests.integration.till.helpers import kinds, rows


def ask(shop: Shop, terminal: str = "manual:T01") -> str:
    return shop.runtime.run(
        open_intent, actor=shop.actor(), cart_uuid="c", till_id=shop.tills["T01"], terminal=terminal,
        amount_minor=1290, currency="EUR",
    )  # fmt: skip


def answer(shop: Shop, uuid: str, outcome: CardOutcome) -> IntentStatus:
    return shop.runtime.run(
        record_intent_result, actor=shop.actor(), intent_uuid=uuid,
        result=CardResult(outcome, "slip \x1b4711", "as said"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (CardOutcome.APPROVED, IntentStatus.APPROVED), (CardOutcome.DECLINED, IntentStatus.DECLINED),
        (CardOutcome.ABORTED, IntentStatus.DECLINED), (CardOutcome.UNKNOWN, IntentStatus.UNKNOWN),
    ],
)  # fmt: skip
def test_each_outcome_is_kept_with_its_reference(
    shop: Shop, outcome: CardOutcome, status: IntentStatus
) -> None:
    uuid = ask(shop)
    assert answer(shop, uuid, outcome) is status
    row = rows(shop, payment_intent)[0]
    assert (row.status, row.reference, row.uuid) == (status, "slip 4711", uuid)
    assert kinds(shop)[-1] == f"card.{status}"


def test_a_terminal_is_asked_for_one_payment_at_a_time(shop: Shop) -> None:
    uuid = ask(shop)
    with pytest.raises(TerminalBusyError, match="Settle it first"):
        ask(shop)
    ask(shop, "manual:T02")
    answer(shop, uuid, CardOutcome.APPROVED)
    ask(shop)


def test_an_answer_is_final_but_for_unknown(shop: Shop) -> None:
    uuid = ask(shop)
    answer(shop, uuid, CardOutcome.UNKNOWN)
    assert answer(shop, uuid, CardOutcome.APPROVED) is IntentStatus.APPROVED
    with pytest.raises(InvalidTransitionError):
        answer(shop, uuid, CardOutcome.DECLINED)
    with pytest.raises(NoSuchIntentError):
        answer(shop, "nothing", CardOutcome.APPROVED)


def test_a_payment_that_was_running_when_the_program_died_is_unknown(shop: Shop) -> None:
    uuid = ask(shop)
    for _ in range(2):  # until somebody says how it ended
        found = shop.runtime.run(settle_intents_at_start, actor=shop.actor(), till_id=shop.tills["T01"])
        assert [(i.uuid, i.status, i.amount_minor) for i in found] == [(uuid, IntentStatus.UNKNOWN, 1290)]
    answer(shop, uuid, CardOutcome.DECLINED)
    assert shop.runtime.run(settle_intents_at_start, actor=shop.actor(), till_id=shop.tills["T01"]) == []
