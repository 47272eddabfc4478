"""The business day and what a company's settings mean."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo


def business_date(now: datetime, *, time_zone: str, cutoff_minutes: int) -> date:
    """The day a moment belongs to: local time minus the cut-off.

    With a cut-off of 240 minutes a sale at 03:59 local time belongs to the day before, one at
    04:00 to the new day (half-open; design/rules.md 3.11).
    """
    return (now.astimezone(ZoneInfo(time_zone)) - timedelta(minutes=cutoff_minutes)).date()
