"""Print jobs: rows written with the document, so that no receipt is lost or printed twice."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Index, Table

from app.db.columns import NAME, choice, code, flag, key, metadata, moment, number, one_of
from app.kernel.state import Transitions


class PrintStatus(StrEnum):
    """Where a print job stands."""

    QUEUED = "queued"
    SENDING = "sending"
    PRINTED = "printed"  # the printer confirmed the end of the job
    SENT_UNCONFIRMED = "sent_unconfirmed"  # no way back from this printer
    NEEDS_ATTENTION = "needs_attention"
    CANCELLED = "cancelled"


PRINT_TRANSITIONS: Transitions[PrintStatus] = {
    PrintStatus.QUEUED: frozenset({PrintStatus.SENDING, PrintStatus.CANCELLED}),
    PrintStatus.SENDING: frozenset(
        {
            PrintStatus.PRINTED,
            PrintStatus.SENT_UNCONFIRMED,
            PrintStatus.NEEDS_ATTENTION,
            PrintStatus.QUEUED,  # not one byte had left
        }
    ),
    PrintStatus.NEEDS_ATTENTION: frozenset({PrintStatus.QUEUED, PrintStatus.CANCELLED}),
    PrintStatus.PRINTED: frozenset(),
    PrintStatus.SENT_UNCONFIRMED: frozenset(),
    PrintStatus.CANCELLED: frozenset(),
}
print_job = Table(
    "print_job",
    metadata,
    key(),
    code("station"),  # the till whose printer it is for
    code("kind"),  # "receipt", "x_report", "z_report", "cash_movement"
    code("document_type"),
    number("document_id"),
    flag("is_copy"),
    choice("status", PrintStatus),
    number("attempts"),
    code("last_error", length=NAME, null=True),
    moment("created_at"),
    moment("updated_at"),
    one_of("status", PrintStatus),
    Index("ix_print_job__status", "status"),
)
