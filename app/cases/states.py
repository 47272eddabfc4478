"""What a case may be."""

from __future__ import annotations

from enum import StrEnum


class CaseKind(StrEnum):
    """What it is about."""

    COMPLAINT = "complaint"
    WARRANTY = "warranty"
    RECALL = "recall"  # of a lot


class CaseState(StrEnum):
    """Whether something is still to be done."""

    OPEN = "open"
    CLOSED = "closed"
