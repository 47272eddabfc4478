"""Card payments as intents: written down before the terminal is asked (design/devices.md 5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.devices.ports import CardOutcome, CardResult
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.state import Transitions, check_transition
from app.kernel.text import clean_field
from app.payments.states import IntentStatus
from app.payments.tables import payment_intent, tender_type

INTENT_TRANSITIONS: Final[Transitions[IntentStatus]] = {
    IntentStatus.REQUESTED: frozenset({IntentStatus.APPROVED, IntentStatus.DECLINED, IntentStatus.UNKNOWN}),
    IntentStatus.UNKNOWN: frozenset({IntentStatus.APPROVED, IntentStatus.DECLINED}),
    IntentStatus.APPROVED: frozenset({IntentStatus.CAPTURED, IntentStatus.REVERSED}),
    IntentStatus.CAPTURED: frozenset(),
    IntentStatus.DECLINED: frozenset(),
    IntentStatus.REVERSED: frozenset(),
}
_VOUCHER_NAMES: Final = {
    "gift_card": "Gift card",
    "store_credit": "Store credit",
    "points": "Points",
    "exchange": "Exchange",
}
_OUTCOMES: Final = {
    CardOutcome.APPROVED: IntentStatus.APPROVED,
    CardOutcome.DECLINED: IntentStatus.DECLINED,
    CardOutcome.ABORTED: IntentStatus.DECLINED,
    CardOutcome.UNKNOWN: IntentStatus.UNKNOWN,
}


class TerminalBusyError(Refusal):
    """A card payment is still running."""

    message = "A card payment is still open on the terminal. Settle it first."


class NoSuchIntentError(Refusal):
    """The card payment is not there."""

    message = "That card payment is not there."


@dataclass(frozen=True, slots=True)
class OpenIntent:
    """A card payment whose end is not known."""

    uuid: str
    cart_uuid: str
    amount_minor: int
    currency: str
    status: IntentStatus


@permitted(Permission.SELL)
def open_intent(
    uow: UnitOfWork, *, cart_uuid: str, till_id: int, terminal: str, amount_minor: int, currency: str
) -> str:
    """Write down that the terminal is about to be asked; returns the intent's UUID.

    Raises:
        TerminalBusyError: an earlier payment on this terminal is not settled.
    """
    busy = uow.connection.execute(
        select(payment_intent.c.id).where(
            payment_intent.c.terminal == terminal,
            payment_intent.c.status == IntentStatus.REQUESTED.value,
        )
    ).first()
    if busy is not None:
        raise TerminalBusyError
    uuid = str(uuid4())
    uow.connection.execute(
        insert(payment_intent),
        {
            "id": next_id(), "uuid": uuid, "cart_uuid": cart_uuid, "till_id": till_id,
            "terminal": terminal, "amount_minor": amount_minor, "currency": currency,
            "status": IntentStatus.REQUESTED.value, "reference": None, "detail": None,
            "created_at": uow.now, "updated_at": uow.now,
        },
    )  # fmt: skip
    note(
        uow, kind="card.requested", payload={"intent": uuid, "cart": cart_uuid, "amount_minor": amount_minor}
    )
    return uuid


@permitted(Permission.SELL)
def record_intent_result(uow: UnitOfWork, *, intent_uuid: str, result: CardResult) -> IntentStatus:
    """Write down what the terminal, or the cashier who looked at it, said."""
    row = uow.connection.execute(
        select(payment_intent.c.status).where(payment_intent.c.uuid == intent_uuid).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchIntentError
    status = _OUTCOMES[result.outcome]
    check_transition(INTENT_TRANSITIONS, IntentStatus(row.status), status)
    uow.connection.execute(
        update(payment_intent).where(payment_intent.c.uuid == intent_uuid),
        {
            "status": status.value,
            "reference": clean_field(result.reference, field="Reference", limit=60) or None,
            "detail": clean_field(result.detail, field="Detail", limit=200) or None,
            "updated_at": uow.now,
        },
    )
    note(uow, kind=f"card.{status.value}", payload={"intent": intent_uuid})
    return status


@permitted(Permission.SELL)
def reverse_intent(uow: UnitOfWork, *, cart_uuid: str, amount_minor: int, reference: str) -> bool:
    """A card payment was taken off a sale that is not booked yet: it was taken back on the terminal.

    Returns:
        Whether there was such a payment that counted still.
    """
    row = uow.connection.execute(
        select(payment_intent)
        .where(
            payment_intent.c.cart_uuid == cart_uuid,
            payment_intent.c.amount_minor == amount_minor,
            payment_intent.c.status == IntentStatus.APPROVED.value,
            payment_intent.c.reference == reference if reference else payment_intent.c.reference.is_(None),
        )
        .order_by(payment_intent.c.id.desc())
        .limit(1)
        .with_for_update()
    ).one_or_none()
    if row is None:
        return False
    check_transition(INTENT_TRANSITIONS, IntentStatus(row.status), IntentStatus.REVERSED)
    uow.connection.execute(
        update(payment_intent).where(payment_intent.c.id == row.id),
        {"status": IntentStatus.REVERSED.value, "updated_at": uow.now},
    )
    note(uow, kind="card.reversed", payload={"intent": row.uuid, "amount_minor": amount_minor})
    return True


@permitted(Permission.SELL)
def settle_intents_at_start(uow: UnitOfWork, *, till_id: int) -> list[OpenIntent]:
    """At start: payments that were running when the program died are UNKNOWN, never "failed".

    The cashier looks at the terminal and says how each ended.
    """
    uow.connection.execute(
        update(payment_intent).where(
            payment_intent.c.till_id == till_id,
            payment_intent.c.status == IntentStatus.REQUESTED.value,
        ),
        {"status": IntentStatus.UNKNOWN.value, "updated_at": uow.now},
    )
    rows = uow.connection.execute(
        select(payment_intent)
        .where(payment_intent.c.till_id == till_id, payment_intent.c.status == IntentStatus.UNKNOWN.value)
        .order_by(payment_intent.c.id)
    ).all()
    if rows:
        note(uow, kind="card.unknown_at_start", payload={"intents": [r.uuid for r in rows]})
    return [OpenIntent(r.uuid, r.cart_uuid, r.amount_minor, r.currency, IntentStatus(r.status)) for r in rows]


@permitted(Permission.SETTINGS)
def create_tender_type(
    uow: UnitOfWork, *, code: str, name: str, kind: str, position: int, opens_drawer: bool,
    gives_change: bool, counted: bool,
) -> None:  # fmt: skip
    """A way to pay."""
    uow.connection.execute(
        insert(tender_type),
        {
            "id": next_id(), "code": code, "name": name, "kind": kind, "position": position,
            "opens_drawer": opens_drawer, "gives_change": gives_change, "counted": counted,
            "active": True,
        },
    )  # fmt: skip
    note(uow, kind="settings.tender", payload={"code": code, "kind": kind})


def create_voucher_tenders(uow: UnitOfWork, *, after: int, names: Mapping[str, str] = _VOUCHER_NAMES) -> None:
    """The ways to pay that every shop has: gift card, store credit, and exchange between documents.

    Args:
        uow: the transaction.
        after: position of the last other tender.
        names: what they are called, by code.
    """
    for position, code in enumerate(_VOUCHER_NAMES, start=after + 1):
        create_tender_type(
            uow, code=code, name=names[code], kind=code, position=position, opens_drawer=False,
            gives_change=False, counted=False,
        )  # fmt: skip
