"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

from app.kernel.state import Transitions


class InvoiceKind(StrEnum):
    """What a document of this room is."""

    INVOICE = "invoice"
    PREPAYMENT = "prepayment"  # a down payment is asked for
    CREDIT_NOTE = "credit_note"
    PRO_FORMA = "pro_forma"  # books nothing


class InvoiceStatus(StrEnum):
    """Where an invoice stands; open, paid and overdue are derived from the open items."""

    DRAFT = "draft"
    HELD = "held"  # does not agree with order and delivery
    POSTED = "posted"
    VOIDED = "voided"  # a draft thrown away; a posted one never is


INVOICE_TRANSITIONS: Transitions[InvoiceStatus] = {
    InvoiceStatus.DRAFT: frozenset({InvoiceStatus.HELD, InvoiceStatus.POSTED, InvoiceStatus.VOIDED}),
    InvoiceStatus.HELD: frozenset({InvoiceStatus.POSTED, InvoiceStatus.VOIDED}),
    InvoiceStatus.POSTED: frozenset(),
    InvoiceStatus.VOIDED: frozenset(),
}


class ClaimKind(StrEnum):
    """What was wrong with a delivery."""

    MISSING = "missing"  # less came than the note says
    DAMAGED = "damaged"
    RETURNED = "returned"  # it came back


class MatchReason(StrEnum):
    """Why an invoice is held (design/money-in.md 8)."""

    QTY_OVER = "qty_over"
    NOT_DELIVERED = "not_delivered"
    PRICE = "price"
    TAX = "tax"
    DUPLICATE = "duplicate"
    CREDIT_HOLD = "credit_hold"
    PERIOD_CLOSED = "period_closed"
    UNKNOWN = "unknown"  # the customer's own invoice has a line that nothing which left answers
