"""May more be owed: pure (design/rules.md 3.10)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.terms.states import LatePolicy


class Finding(StrEnum):
    """What speaks against more credit."""

    CREDIT_LIMIT = "credit_limit"  # the exposure would be above the limit
    NO_CREDIT = "no_credit"  # nothing on account at all, or not while something is overdue
    OVERDUE = "overdue"  # nothing is sold while something is overdue


@dataclass(frozen=True, slots=True)
class CreditStanding:
    """What a customer owes and would owe, company's currency, including tax."""

    limit_minor: int | None  # None: no limit; 0: nothing on account
    posted_minor: int
    confirmed_minor: int  # confirmed, not invoiced
    new_minor: int
    unapplied_minor: int
    overdue_minor: int
    late_policy: LatePolicy

    @property
    def exposure_minor(self) -> int:
        """Posted receivables + confirmed not invoiced + this order - unapplied cash."""
        return self.posted_minor + self.confirmed_minor + self.new_minor - self.unapplied_minor

    @property
    def headroom_minor(self) -> int | None:
        """What is left under the limit; below zero above it, None without one."""
        return None if self.limit_minor is None else self.limit_minor - self.exposure_minor


def judge(standing: CreditStanding) -> list[Finding]:
    """What speaks against; nothing at the limit, only above it."""
    found: list[Finding] = []
    if standing.limit_minor == 0 and standing.exposure_minor > 0:
        found.append(Finding.NO_CREDIT)
    elif standing.limit_minor is not None and standing.exposure_minor > standing.limit_minor:
        found.append(Finding.CREDIT_LIMIT)
    if standing.overdue_minor > 0:
        if standing.late_policy is LatePolicy.NO_SALE:
            found.append(Finding.OVERDUE)
        elif standing.late_policy is LatePolicy.NO_CREDIT and Finding.NO_CREDIT not in found:
            found.append(Finding.NO_CREDIT)
    return found
