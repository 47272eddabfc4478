"""How long a warranty runs: pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

_YEAR = 12


def warranty_end(sold_on: date, months: int) -> date:
    """The last day: as many months later, on the last day of a shorter month."""
    year, month = divmod(sold_on.year * _YEAR + sold_on.month - 1 + months, _YEAR)
    return date(year, month + 1, min(sold_on.day, monthrange(year, month + 1)[1]))
