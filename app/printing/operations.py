"""The queue of what is to be printed: a row is written with the document, and ends in a known state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import insert, select, update

from app.audit.operations import note
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.state import check_transition
from app.printing.events import PrintQueued
from app.printing.states import PRINT_TRANSITIONS, PrintStatus
from app.printing.tables import print_job

_INSERT = Prepared(insert(print_job))


class NoSuchPrintJobError(Refusal):
    """The job is not in the queue."""

    message = "That print job is not there any more."


@permitted(Permission.SELL)
def queue_print(
    uow: UnitOfWork, *, station: str, kind: str, document_type: str, document_id: int,
    is_copy: bool = False, parts: Iterable[int] = (), printer: str = "",
) -> int:  # fmt: skip
    """Ask for a document to be printed once this transaction is committed; returns the job's id.

    Args:
        uow: the transaction.
        station: the till whose queue it is.
        kind: of paper.
        document_type: of the document it is made from.
        document_id: of that document.
        is_copy: it says COPY.
        parts: which part of the document: positions of lines, or ids of categories; none: all of it.
        printer: of the plan (app.printing.rules); "": the one that papers of this kind go to.
    """
    job_id = next_id()
    _INSERT.run(
        uow.connection,
        {
            "id": job_id, "station": station, "kind": kind, "document_type": document_type,
            "document_id": document_id, "detail": ",".join(map(str, parts)), "printer": printer,
            "went_to": "", "failing_since": None, "is_copy": is_copy, "may_be_on_paper": False,
            "status": PrintStatus.QUEUED.value, "attempts": 0, "last_error": None,
            "created_at": uow.now, "updated_at": uow.now,
        },
    )  # fmt: skip
    uow.record(PrintQueued(job_id=job_id, station=station))
    return job_id


@permitted(Permission.REPRINT)
def reprint(uow: UnitOfWork, *, station: str, kind: str, document_type: str, document_id: int) -> int:
    """Print a document again, marked COPY; the reprint stands in the journal."""
    note(uow, kind=f"reprint.{kind}", document_type=document_type, document_id=document_id, payload={})
    return queue_print(
        uow, station=station, kind=kind, document_type=document_type, document_id=document_id, is_copy=True
    )


@permitted(Permission.SELL)
def set_print_status(
    uow: UnitOfWork, *, job_id: int, status: PrintStatus, error: str | None = None,
    nothing_sent: bool = False, went_to: str | None = None,
) -> None:  # fmt: skip
    """Move a job to its next state; raises InvalidTransitionError for a step that is not allowed.

    Args:
        job_id: which.
        status: the state it gets.
        error: why it needs a person, for the screen.
        nothing_sent: the try that ended sent not one byte. While one is under way, and after a crash, a
            byte may have left.
        went_to: the printer of the plan that this try goes to; None: as it was.
    """
    row = uow.connection.execute(
        select(print_job.c.status, print_job.c.attempts, print_job.c.may_be_on_paper, print_job.c.went_to)
        .where(print_job.c.id == job_id)
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchPrintJobError
    check_transition(PRINT_TRANSITIONS, PrintStatus(row.status), status)
    uow.connection.execute(
        update(print_job).where(print_job.c.id == job_id),
        {
            "status": status.value,
            "attempts": row.attempts + (1 if status is PrintStatus.SENDING else 0),
            "last_error": error[:200] if error else None,
            "went_to": row.went_to if went_to is None else went_to,
            "may_be_on_paper": status is PrintStatus.SENDING or (row.may_be_on_paper and not nothing_sent),
            "updated_at": uow.now,
        },
    )


@permitted(Permission.SELL)
def wait_for_printer(uow: UnitOfWork, *, job_id: int, error: str) -> datetime:
    """Put a job back whose printer was not there: not one byte had left, so it may go to another printer.

    Returns since when its printer has not been there.
    """
    set_print_status(uow, job_id=job_id, status=PrintStatus.QUEUED, error=error, nothing_sent=True)
    since = uow.connection.execute(
        select(print_job.c.failing_since).where(print_job.c.id == job_id)
    ).scalar_one()
    began: datetime = since or uow.now
    uow.connection.execute(update(print_job).where(print_job.c.id == job_id), {"failing_since": began})
    return began


@permitted(Permission.SELL)
def retry_print(uow: UnitOfWork, *, job_id: int, printer: str | None = None) -> None:
    """Put a job that needs attention back into the queue.

    Args:
        uow: the transaction.
        job_id: which.
        printer: of the plan, where it is to come out now (app.printing.rules.OWN: of the till itself);
            None: where it was meant to.

    Where a byte of an earlier try may have left, a second paper may come out: it is marked COPY, and so are
    all that follow it. Where none had, the paper is the first.
    """
    set_print_status(uow, job_id=job_id, status=PrintStatus.QUEUED)
    job = uow.connection.execute(
        select(print_job.c.station, print_job.c.is_copy, print_job.c.may_be_on_paper).where(
            print_job.c.id == job_id
        )
    ).one()
    is_copy = bool(job.is_copy or job.may_be_on_paper)
    values: dict[str, object] = {"is_copy": is_copy, "failing_since": None}
    if printer is not None:
        values["printer"] = printer
    uow.connection.execute(update(print_job).where(print_job.c.id == job_id), values)
    note(uow, kind="print.retried", document_type="print_job", document_id=job_id, payload={"copy": is_copy})
    uow.record(PrintQueued(job_id=job_id, station=job.station))


@permitted(Permission.SELL)
def settle_interrupted(uow: UnitOfWork, *, station: str) -> list[int]:
    """At start: jobs that were being sent when the program died need a person's word.

    Whether the paper came out cannot be known here, so nothing is printed again by itself.
    Returns the ids of those jobs.
    """
    ids = [
        int(i)
        for i in uow.connection.execute(
            select(print_job.c.id).where(
                print_job.c.station == station, print_job.c.status == PrintStatus.SENDING.value
            )
        ).scalars()
    ]
    for job_id in ids:
        set_print_status(
            uow, job_id=job_id, status=PrintStatus.NEEDS_ATTENTION, error="interrupted while printing"
        )
    return ids
