"""Card payments as intents: written down before the terminal is asked (design/devices.md 5.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, func, insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.devices.ports import CardAsk, CardAskKind, CardOutcome, CardResult, CardSlip, SlipKind
from app.kernel.card_numbers import mask_card_numbers
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.state import Transitions, check_transition
from app.kernel.text import clean_field
from app.payments.states import IntentStatus
from app.payments.tables import card_slip, payment_intent, tender_type
from app.printing.operations import queue_print

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
    """A card payment whose end is not known; the amount is negative for what is paid out or taken back.

    `is_latest`: its terminal was asked for nothing since, so it can still tell how this ended.
    """

    uuid: str
    cart_uuid: str
    amount_minor: int
    currency: str
    status: IntentStatus
    kind: CardAskKind
    terminal: str
    mark: str
    at: datetime
    is_latest: bool

    def ask(self) -> CardAsk:
        """What the terminal is asked to tell."""
        return CardAsk(self.uuid, self.kind, abs(self.amount_minor), self.currency, self.mark, self.at)


@permitted(Permission.SELL)
def open_intent(
    uow: UnitOfWork, *, cart_uuid: str, till_id: int, terminal: str, amount_minor: int, currency: str,
    kind: CardAskKind = CardAskKind.PAYMENT, mark: str = "",
) -> str:  # fmt: skip
    """Write down that the terminal is about to be asked; returns the intent's UUID.

    Args:
        uow: the transaction.
        cart_uuid: of the cart that is paid.
        till_id: where.
        terminal: its address, or the till's code.
        amount_minor: negative for what is paid out or taken back.
        currency: of the amount.
        kind: what it is asked for.
        mark: what it had done last, as it says.

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
            "terminal": terminal, "kind": kind.value, "amount_minor": amount_minor, "currency": currency,
            "mark": mark, "status": IntentStatus.REQUESTED.value, "reference": None, "detail": None,
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
        select(payment_intent).where(payment_intent.c.uuid == intent_uuid).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchIntentError
    status = _OUTCOMES[result.outcome]
    check_transition(INTENT_TRANSITIONS, IntentStatus(row.status), status)
    uow.connection.execute(
        update(payment_intent).where(payment_intent.c.uuid == intent_uuid),
        {
            "status": status.value,
            "reference": _told(result.reference, field="Reference", limit=60),
            "detail": _told(result.detail, field="Detail", limit=200),
            "updated_at": uow.now,
        },
    )
    note(uow, kind=f"card.{status.value}", payload={"intent": intent_uuid})
    keep_slips(uow, result.slips, station=uow.actor.station, intent=row, status=status)
    return status


def _told(text: str, *, field: str, limit: int) -> str | None:
    """What a terminal said: the money has moved, so a card number is masked, not refused."""
    return clean_field(mask_card_numbers(text), field=field, limit=limit) or None


def keep_slips(
    uow: UnitOfWork, slips: Sequence[CardSlip], *, station: str, intent: Row[Any] | None = None,
    status: IntentStatus | None = None,
) -> None:  # fmt: skip
    """Keep the papers of a terminal, and print those that do not come with a receipt.

    Args:
        uow: the transaction.
        slips: as the terminal gave them.
        station: whose printer they come out of.
        intent: the row they are of; None for the end of a terminal's day.
        status: what became of it; the customer's paper of a payment or refund that went through stands at
            the foot of the receipt.
    """
    comes_with_receipt = (
        status is IntentStatus.APPROVED and intent is not None and intent.kind != CardAskKind.REVERSAL.value
    )
    for slip in slips:
        slip_id = next_id()
        uow.connection.execute(
            insert(card_slip),
            {
                "id": slip_id, "intent_id": intent.id if intent else None,
                "cart_uuid": intent.cart_uuid if comes_with_receipt and intent else None,
                "kind": slip.kind.value, "wants_signature": slip.wants_signature,
                "lines": "\n".join(slip.lines), "at": uow.now,
            },
        )  # fmt: skip
        if slip.wants_signature or not (comes_with_receipt or slip.kind is SlipKind.MERCHANT):
            queue_print(
                uow, station=station, kind="card_slip", document_type="card_slip",
                document_id=slip_id,
            )  # fmt: skip


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
    found = open_cards(uow.connection, till_id=till_id)
    if found:
        note(uow, kind="card.unknown_at_start", payload={"intents": [x.uuid for x in found]})
    return found


def open_cards(connection: Connection, *, till_id: int) -> list[OpenIntent]:
    """The card payments of a till whose end is not known, the oldest first."""
    newest = (
        select(payment_intent.c.terminal, func.max(payment_intent.c.id).label("id"))
        .group_by(payment_intent.c.terminal)
        .subquery()
    )
    rows = connection.execute(
        select(payment_intent, newest.c.id.label("newest_id"))
        .join_from(payment_intent, newest, newest.c.terminal == payment_intent.c.terminal)
        .where(payment_intent.c.till_id == till_id, payment_intent.c.status == IntentStatus.UNKNOWN.value)
        .order_by(payment_intent.c.id)
    )
    return [
        OpenIntent(
            r.uuid, r.cart_uuid, r.amount_minor, r.currency, IntentStatus(r.status), CardAskKind(r.kind),
            r.terminal, r.mark, r.created_at, r.id == r.newest_id,
        )
        for r in rows
    ]  # fmt: skip


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
