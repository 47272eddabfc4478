"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class ReductionKind(StrEnum):
    """Why less than the whole is paid, and what is booked for it (design/money-in.md 7.3)."""

    EARLY_DISCOUNT = "early_discount"  # agreed for paying early; the tax follows
    ALLOWANCE = "allowance"  # granted afterwards, e.g. to end a dispute; the tax follows
    SMALL_DIFFERENCE = "small_difference"
    BANK_FEE = "bank_fee"  # kept by a bank on the way
    WRITE_OFF = "write_off"  # not to be had; the customer owes it all the same
    RECOVERY = "recovery"  # and came after all


class VatRelief(StrEnum):
    """What becomes of the tax of a debt that is written off (Directive 2006/112 Art. 90, national rules)."""

    NONE = "none"
    NOW = "now"
    LATER = "later"  # when the national condition is met: claim_vat_relief


class DisputeReason(StrEnum):
    """What the customer says is wrong."""

    PRICE = "price"
    QUANTITY = "quantity"
    QUALITY = "quality"
    NOT_RECEIVED = "not_received"
    WRONG_INVOICE = "wrong_invoice"
    OTHER = "other"


class DisputeStatus(StrEnum):
    """Where a dispute stands."""

    OPEN = "open"
    RESOLVED = "resolved"


class DisputeOutcome(StrEnum):
    """How it ended."""

    CREDIT_NOTE = "credit_note"
    DISCOUNT = "discount"
    REJECTED = "rejected"


class PromiseStatus(StrEnum):
    """Whether a promise was kept: derived from the money that came."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class PlanStatus(StrEnum):
    """Where a payment plan stands; done is derived."""

    ACTIVE = "active"
    BROKEN = "broken"  # the whole rest became due
    DONE = "done"


class ContactKind(StrEnum):
    """How one spoke with the customer."""

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    NOTE = "note"


class RunStatus(StrEnum):
    """A run of reminders: looked at, approved, done; or thrown away."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DONE = "done"
    DROPPED = "dropped"


class LetterStatus(StrEnum):
    """One reminder of a run."""

    PROPOSED = "proposed"
    LEFT_OUT = "left_out"  # by hand
    PAID = "paid"  # nothing was left to remind of when the run was done
    SENT = "sent"


class WorkReason(StrEnum):
    """Why somebody is to be called today, the strongest first."""

    BROKEN_PROMISE = "broken_promise"
    BROKEN_PLAN = "broken_plan"
    NEXT_ACTION = "next_action"
    DISPUTE_DUE = "dispute_due"
    REMINDED = "reminded"  # and did not pay
    OVERDUE = "overdue"
