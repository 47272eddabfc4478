"""What cases are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.cases.states import CaseKind, CaseState


def kinds() -> list[tuple[CaseKind, str]]:
    """What a case may be about."""
    tr = QCoreApplication.translate
    return [
        (CaseKind.COMPLAINT, tr("Cases", "Complaint")),
        (CaseKind.WARRANTY, tr("Cases", "Warranty")),
        (CaseKind.RECALL, tr("Cases", "Recall of a lot")),
    ]


def state_text(state: CaseState) -> str:
    """Whether something is still to be done."""
    tr = QCoreApplication.translate
    return tr("Cases", "open") if state is CaseState.OPEN else tr("Cases", "closed")
