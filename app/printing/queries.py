"""What waits to be printed, and what needs a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.printing.states import PrintStatus
from app.printing.tables import print_job


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One job."""

    id: int
    station: str
    kind: str
    document_type: str
    document_id: int
    is_copy: bool
    status: PrintStatus
    attempts: int
    last_error: str | None
    created_at: datetime
    may_be_on_paper: bool = False
    detail: str = ""
    printer: str = ""
    went_to: str = ""
    failing_since: datetime | None = None

    @property
    def parts(self) -> frozenset[int]:
        """Positions of lines, or ids of categories, that are printed; empty: the whole document."""
        return frozenset(int(x) for x in self.detail.split(",") if x)


def _job(row: object) -> PrintJob:
    values = {name: getattr(row, name) for name in PrintJob.__dataclass_fields__}
    values["status"] = PrintStatus(values["status"])
    return PrintJob(**values)


def list_jobs(
    connection: Connection, *, station: str, statuses: tuple[PrintStatus, ...] = (PrintStatus.QUEUED,)
) -> list[PrintJob]:
    """Jobs of a station in those states, oldest first."""
    rows = connection.execute(
        select(print_job)
        .where(print_job.c.station == station, print_job.c.status.in_([s.value for s in statuses]))
        .order_by(print_job.c.created_at, print_job.c.id)
    )
    return [_job(r) for r in rows]


def find_job(connection: Connection, *, job_id: int) -> PrintJob | None:
    """The job, or None."""
    row = connection.execute(select(print_job).where(print_job.c.id == job_id)).one_or_none()
    return None if row is None else _job(row)
