"""What is missing between two statements: numbers that were left out, balances that do not meet. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.banking.reading.model import ReadStatement
from app.banking.store import Before, number_of
from app.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Gap:
    """Between the last statement and this one.

    Attributes:
        first, last: numbers of statements that are missing; 0: none is known to be.
        closed_minor, opened_minor: what the last one closed with and this one opens with; None where a
            balance is not told.
    """

    first: int = 0
    last: int = 0
    closed_minor: int | None = None
    opened_minor: int | None = None

    @property
    def numbers(self) -> str:
        """The missing numbers: "5" or "5-6"."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def sentence(self, currency: str) -> str:
        """In English, for commands."""
        words = [f"Statement {self.numbers} is missing."] if self.first else []
        if self.closed_minor is not None and self.opened_minor is not None:
            closed, opened = Money(self.closed_minor, currency), Money(self.opened_minor, currency)
            words.append(f"The last statement closed with {closed}, this one opens with {opened}.")
        return " ".join(words)


def find_gap(before: Before | None, found: ReadStatement, fresh_minor: int) -> Gap | None:
    """What is missing, or None.

    Args:
        before: the last statement that is kept.
        found: the next one.
        fresh_minor: what its new lines come to; tells the opening where only the closing is given.
    """
    if before is None:
        return None
    first, _last = found.days()
    if first is not None and before.to_day is not None and first < before.to_day:
        return None  # an earlier one, brought later
    opening = found.opening_minor
    if opening is None and found.closing_minor is not None:
        opening = found.closing_minor - fresh_minor
    from_number, to_number = _numbers(before, found)
    if opening is not None and opening != before.closing_minor:
        return Gap(from_number, to_number, before.closing_minor, opening)
    return Gap(from_number, to_number) if from_number and opening is None else None


def _numbers(before: Before, found: ReadStatement) -> tuple[int, int]:
    old, new = number_of(before.number), number_of(found.number)
    if not old or not new or new <= old + 1:
        return 0, 0
    return old + 1, new - 1
