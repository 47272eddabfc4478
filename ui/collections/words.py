"""Words of late money."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.collections.states import (
    ContactKind,
    DisputeOutcome,
    DisputeReason,
    LetterStatus,
    PlanStatus,
    PromiseStatus,
    ReductionKind,
    RunStatus,
    VatRelief,
    WorkReason,
)
from app.receivables.ageing import Bucket


def reason_word(reason: WorkReason) -> str:
    """Why somebody is to be called."""
    tr = QCoreApplication.translate
    return {
        WorkReason.BROKEN_PROMISE: tr("Collections", "broke a promise"),
        WorkReason.BROKEN_PLAN: tr("Collections", "broke the payment plan"),
        WorkReason.NEXT_ACTION: tr("Collections", "next action"),
        WorkReason.DISPUTE_DUE: tr("Collections", "dispute to look after"),
        WorkReason.REMINDED: tr("Collections", "reminded, did not pay"),
        WorkReason.OVERDUE: tr("Collections", "newly overdue"),
    }[reason]


def contact_word(kind: str) -> str:
    """How one spoke with him."""
    tr = QCoreApplication.translate
    return {
        ContactKind.CALL: tr("Collections", "Call"),
        ContactKind.EMAIL: tr("Collections", "E-mail"),
        ContactKind.LETTER: tr("Collections", "Letter"),
        ContactKind.VISIT: tr("Collections", "Visit"),
        ContactKind.NOTE: tr("Collections", "Note"),
    }[ContactKind(kind)]


def dispute_reason(reason: DisputeReason) -> str:
    """What is wrong."""
    tr = QCoreApplication.translate
    return {
        DisputeReason.PRICE: tr("Collections", "Price"),
        DisputeReason.QUANTITY: tr("Collections", "Quantity"),
        DisputeReason.QUALITY: tr("Collections", "Quality"),
        DisputeReason.NOT_RECEIVED: tr("Collections", "Not received"),
        DisputeReason.WRONG_INVOICE: tr("Collections", "Wrong invoice"),
        DisputeReason.OTHER: tr("Collections", "Something else"),
    }[reason]


def outcome_word(outcome: DisputeOutcome) -> str:
    """How a dispute ended."""
    tr = QCoreApplication.translate
    return {
        DisputeOutcome.CREDIT_NOTE: tr("Collections", "Credit note"),
        DisputeOutcome.DISCOUNT: tr("Collections", "Discount"),
        DisputeOutcome.REJECTED: tr("Collections", "Rejected"),
    }[outcome]


def promise_word(status: PromiseStatus) -> str:
    """Whether a promise was kept."""
    tr = QCoreApplication.translate
    return {
        PromiseStatus.OPEN: tr("Collections", "open"),
        PromiseStatus.KEPT: tr("Collections", "kept"),
        PromiseStatus.BROKEN: tr("Collections", "broken"),
        PromiseStatus.WITHDRAWN: tr("Collections", "withdrawn"),
    }[status]


def plan_word(status: PlanStatus) -> str:
    """Where a plan stands."""
    tr = QCoreApplication.translate
    return {
        PlanStatus.ACTIVE: tr("Collections", "running"),
        PlanStatus.BROKEN: tr("Collections", "broken"),
        PlanStatus.DONE: tr("Collections", "paid"),
    }[status]


def run_word(status: RunStatus) -> str:
    """Where a run stands."""
    tr = QCoreApplication.translate
    return {
        RunStatus.PROPOSED: tr("Collections", "to be looked at"),
        RunStatus.APPROVED: tr("Collections", "approved"),
        RunStatus.DONE: tr("Collections", "done"),
        RunStatus.DROPPED: tr("Collections", "thrown away"),
    }[status]


def letter_word(status: LetterStatus) -> str:
    """What became of a letter."""
    tr = QCoreApplication.translate
    return {
        LetterStatus.PROPOSED: tr("Collections", "to be sent"),
        LetterStatus.LEFT_OUT: tr("Collections", "left out"),
        LetterStatus.PAID: tr("Collections", "paid meanwhile"),
        LetterStatus.SENT: tr("Collections", "sent"),
    }[status]


def reduction_word(kind: ReductionKind) -> str:
    """Why less is paid."""
    tr = QCoreApplication.translate
    return {
        ReductionKind.EARLY_DISCOUNT: tr("Collections", "Discount for paying early"),
        ReductionKind.ALLOWANCE: tr("Collections", "Allowance"),
        ReductionKind.SMALL_DIFFERENCE: tr("Collections", "Small difference"),
        ReductionKind.BANK_FEE: tr("Collections", "Fee of a bank"),
        ReductionKind.WRITE_OFF: tr("Collections", "Write-off"),
        ReductionKind.RECOVERY: tr("Collections", "Came after all"),
    }[kind]


def relief_word(relief: VatRelief) -> str:
    """What becomes of the tax of a write-off."""
    tr = QCoreApplication.translate
    return {
        VatRelief.NONE: tr("Collections", "stays as it is"),
        VatRelief.NOW: tr("Collections", "is taken back now"),
        VatRelief.LATER: tr("Collections", "is taken back later"),
    }[relief]


def bucket_word(bucket: Bucket) -> str:
    """How late something is."""
    tr = QCoreApplication.translate
    return {
        Bucket.CURRENT: tr("Collections", "Not due"),
        Bucket.TO_30: tr("Collections", "1-30 days"),
        Bucket.TO_60: tr("Collections", "31-60 days"),
        Bucket.TO_90: tr("Collections", "61-90 days"),
        Bucket.OVER_90: tr("Collections", "90+ days"),
        Bucket.CREDIT: tr("Collections", "Credits"),
    }[bucket]
