"""What is counted of a cashier, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.reporting.loss.rules import Verdict


class Figure(StrEnum):
    """What is counted of a cashier."""

    SALES = "sales"
    REFUNDS = "refunds"
    NO_RECEIPT = "no_receipt"  # goods taken back without a receipt
    VOIDED_LINES = "voided_lines"
    VOIDED_SALES = "voided_sales"
    NO_SALES = "no_sales"
    OVERRIDES = "overrides"
    DISCOUNTS = "discounts"  # given by hand
    DIFFERENCES = "differences"  # cash over and short of the shifts he closed
    RERUNG = "rerung"  # a sale given up and rung again for less
    UNSOLD = "unsold"  # taken back without a receipt what nobody bought that day
    JUST_UNDER = "just_under"  # just below the limit from which somebody else must say yes
    ONE_PAIR = "one_pair"  # allowed by one person: whoever allowed him most
    SHORT = "short"  # shifts that end short by little
    ZEROED = "zeroed"  # shifts that come out to the cent after a last pay-in or pay-out
    LATE = "late"  # refunds, voids and openings in the last hour of a shift


WATCHED: Final = tuple(f for f in Figure if f is not Figure.SALES)
# the figures a row of the list has a column for; the patterns of more than one fact have none
COUNTED: Final = tuple(Figure)[: tuple(Figure).index(Figure.RERUNG)]
PATTERNS: Final = tuple(f for f in WATCHED if f not in COUNTED)


@dataclass(frozen=True, slots=True)
class CashierFigure:
    """How often, and how much in minor units."""

    count: int = 0
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class CashierRow:
    """One cashier; `unusual` are the figures that stand out against the others, `verdicts` say why."""

    user_id: int
    name: str
    figures: dict[Figure, CashierFigure]
    unusual: frozenset[Figure]
    verdicts: dict[Figure, Verdict]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is behind a figure: a receipt, a void, a shift. `sale_id` where there is a receipt."""

    at: datetime
    what: str  # number of the receipt or Z, SKU, or kind of the void
    amount_minor: int
    reason: str
    approver: str
    sale_id: int | None = None
