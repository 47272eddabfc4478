"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.state import Transitions


class Channel(StrEnum):
    """How a message leaves."""

    MAIL = "mail"
    SMS = "sms"
    CHAT = "chat"  # to the shop's own people


class MailStatus(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"
    SENDING = "sending"  # committed before the server is asked: a crash never sends twice in silence
    SENT = "sent"  # the server took it
    FAILED = "failed"  # the server will not take it, or was tried in vain too often
    NEEDS_ATTENTION = "needs_attention"  # the settings are wrong, or nobody knows whether it was taken
    CANCELLED = "cancelled"


MAIL_TRANSITIONS: Transitions[MailStatus] = {
    MailStatus.WAITING: frozenset({MailStatus.SENDING, MailStatus.CANCELLED}),
    MailStatus.SENDING: frozenset(
        {MailStatus.SENT, MailStatus.WAITING, MailStatus.FAILED, MailStatus.NEEDS_ATTENTION}
    ),
    MailStatus.FAILED: frozenset({MailStatus.WAITING, MailStatus.CANCELLED}),
    MailStatus.NEEDS_ATTENTION: frozenset({MailStatus.WAITING, MailStatus.CANCELLED}),
    MailStatus.SENT: frozenset(),
    MailStatus.CANCELLED: frozenset(),
}


class MailKind(StrEnum):
    """What a message is about: each but an alert and a report has a template."""

    QUOTE = "quote"
    ORDER = "order"
    CHANGED_DATE = "changed_date"
    READY = "ready"  # it can be fetched
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    STATEMENT = "statement"
    REMINDER = "reminder"
    RECEIPT = "receipt"
    ALERT = "alert"  # to the shop's own people, in the chat
    REPORT = "report"  # to the shop's own people, by a schedule


class Alert(StrEnum):
    """What the shop's people are told in the chat, where it is switched on."""

    DAY_CLOSED = "day_closed"
    UNUSUAL = "unusual"  # a cashier who stands out against the others (app.reporting.loss)
    BACKUP_FAILED = "backup_failed"


class ReportKind(StrEnum):
    """What can be sent by a schedule."""

    SALES = "sales"  # by day
    SLOW = "slow"
    TO_ORDER = "to_order"
    EXPIRING = "expiring"


class Every(StrEnum):
    """How often a schedule sends: about a whole day, a week from Monday on, a month of the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


# what the customer may be told by itself, as soon as it has happened
NOTICES = (
    MailKind.ORDER, MailKind.CHANGED_DATE, MailKind.READY, MailKind.SHIPPED, MailKind.DELIVERED,
)  # fmt: skip
# what can be said in a short message
TEXTED = (*NOTICES, MailKind.RECEIPT, MailKind.REMINDER)
