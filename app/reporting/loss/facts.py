"""The facts of a period that the figures are made of, as plain values without a database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.reporting.loss.figures import Figure


@dataclass(frozen=True, slots=True)
class Sold:
    """The sale that the same cashier made next on the same shift."""

    sale_id: int
    number: str
    at: datetime
    gross_minor: int
    skus: frozenset[str]


@dataclass(frozen=True, slots=True)
class Void:
    """A line or a whole sale given up; of a whole one what lay in it, and what was sold next."""

    user_id: int
    shift_id: int
    at: datetime
    figure: Figure
    sku: str
    amount_minor: int
    reason: str
    approver_id: int | None
    skus: frozenset[str] = frozenset()
    next_sale: Sold | None = None


@dataclass(frozen=True, slots=True)
class Refund:
    """Goods taken back; `is_unsold`: without a receipt, and some of it nobody bought that day."""

    user_id: int
    shift_id: int
    sale_id: int
    number: str
    at: datetime
    gross_minor: int
    reason: str
    approver_id: int | None
    is_loose: bool
    is_unsold: bool


@dataclass(frozen=True, slots=True)
class Movement:
    """The drawer opened, or cash paid in or out: `kind` is the movement's; the amount is signed."""

    user_id: int
    shift_id: int
    at: datetime
    kind: str
    amount_minor: int
    reason: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed shift: over and short of all tenders as a sum, and their sizes; the till's limit of it."""

    user_id: int
    shift_id: int
    at: datetime
    z_number: int
    note: str
    difference_minor: int
    size_minor: int
    limit_minor: int


@dataclass(frozen=True, slots=True)
class Given:
    """A sale with discounts or prices by hand, as the journal tells it (app.till.operations.approvals)."""

    user_id: int
    sale_id: int
    number: str
    at: datetime
    gross_minor: int
    discount_minor: int
    lowered_minor: int
    approver_id: int | None
    discounts: Sequence[Sequence[Any]] = ()
    prices: Sequence[Sequence[Any]] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All of a period; `names` of users by id, `limits` the discount limits of their roles (line, sale)."""

    sales: Counter[int] = field(default_factory=Counter)  # by cashier
    amounts: Counter[int] = field(default_factory=Counter)  # their sales, minor units
    voids: Sequence[Void] = ()
    refunds: Sequence[Refund] = ()
    movements: Sequence[Movement] = ()
    shifts: Sequence[Closed] = ()
    given: Sequence[Given] = ()
    names: dict[int, str] = field(default_factory=dict)
    limits: dict[int, tuple[int, int]] = field(default_factory=dict)
