"""Loss prevention: what each cashier does, beside the others. A place to look, not a proof.

`figures.py` names what is counted, `facts.py` the facts as plain values, `reading.py` reads them,
`patterns.py` (pure) makes figures of them, `rules.py` (pure) says what is more than chance, `queries.py` is
what is asked.
"""

from __future__ import annotations

from app.reporting.loss.figures import (
    COUNTED,
    PATTERNS,
    WATCHED,
    CashierFigure,
    CashierRow,
    Evidence,
    Figure,
)
from app.reporting.loss.queries import (
    LooseReturn,
    list_cashiers,
    list_evidence,
    list_loose_returns,
    rows_of,
)

__all__ = [
    "COUNTED", "PATTERNS", "WATCHED", "CashierFigure", "CashierRow", "Evidence", "Figure", "LooseReturn",
    "list_cashiers", "list_evidence", "list_loose_returns", "rows_of",
]  # fmt: skip
