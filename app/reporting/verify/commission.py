"""Settled commissions: the head is the sum of its lines, and no day is settled twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, func, select

from app.commission.tables import commission_run, commission_run_line
from app.reporting.verify.results import Check


def _sums(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        select(
            commission_run.c.number, commission_run.c.base_minor, commission_run.c.commission_minor,
            func.coalesce(func.sum(commission_run_line.c.base_minor), 0),
            func.coalesce(func.sum(commission_run_line.c.commission_minor), 0),
        )
        .join_from(
            commission_run, commission_run_line, commission_run_line.c.run_id == commission_run.c.id,
            isouter=True,
        )
        .group_by(
            commission_run.c.id, commission_run.c.number, commission_run.c.base_minor,
            commission_run.c.commission_minor,
        )
    )  # fmt: skip
    for number, base, commission, base_lines, commission_lines in rows:
        if (base, commission) != (int(base_lines), int(commission_lines)):
            yield f"{number}: says {commission} of {base}, its lines {commission_lines} of {base_lines}"


def _days(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        select(commission_run.c.number, commission_run.c.first_day, commission_run.c.last_day).order_by(
            commission_run.c.first_day, commission_run.c.id
        )
    ).all()
    for before, after in pairwise(rows):
        if after.first_day <= before.last_day:
            yield f"{before.number} and {after.number} settle {after.first_day} both"


COMMISSION_CHECKS: Final = (
    Check("commission_adds_up", "Settled commissions are the sums of their lines.", _sums),
    Check("commission_once", "No day's commission is settled twice.", _days),
)
