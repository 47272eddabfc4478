"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum

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
