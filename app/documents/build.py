"""From a print job's reference to its paper: one place that knows every kind of document."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access.tables import user_account
from app.devices.paper import Paper
from app.documents.formats import moment
from app.documents.receipt import receipt_paper, taking_paper
from app.documents.shift_paper import movement_paper, shift_paper
from app.documents.texts import text
from app.loyalty.queries import points_of_document
from app.organisation.queries import get_company, get_till_by_id
from app.printing.queries import PrintJob
from app.till.beside import find_beside, get_taking
from app.till.queries import get_sale
from app.till.shift_report import shift_report
from app.till.tables import cash_movement, shift


def build_paper(connection: Connection, *, job: PrintJob) -> Paper:
    """The paper of a job, from what is booked; KeyError is a bug."""
    return _BUILDERS[job.kind](connection, job)


def _receipt(connection: Connection, job: PrintJob) -> Paper:
    sale = get_sale(connection, sale_id=job.document_id)
    till = get_till_by_id(connection, till_id=sale.till_id)
    return receipt_paper(
        sale, get_company(connection), till_code=till.code, is_copy=job.is_copy,
        beside=find_beside(connection, sale_id=sale.id),
        points=points_of_document(connection, document_id=sale.id),
    )  # fmt: skip


def _taking(connection: Connection, job: PrintJob) -> Paper:
    taking = get_taking(connection, taking_id=job.document_id)
    till = get_till_by_id(connection, till_id=taking.till_id)
    return taking_paper(taking, get_company(connection), till_code=till.code, is_copy=job.is_copy)


def _shift(connection: Connection, job: PrintJob) -> Paper:
    report = shift_report(connection, shift_id=job.document_id)
    return shift_paper(report, get_company(connection), is_copy=job.is_copy)


def _movement(connection: Connection, job: PrintJob) -> Paper:
    row = connection.execute(
        select(cash_movement, user_account.c.name, shift.c.till_id)
        .join_from(cash_movement, shift, shift.c.id == cash_movement.c.shift_id)
        .outerjoin(user_account, user_account.c.id == cash_movement.c.actor_id)
        .where(cash_movement.c.id == job.document_id)
    ).one()
    company = get_company(connection)
    bag = f" ({text('bag', company.language)} {row.bag})" if row.bag else ""
    return movement_paper(
        company, kind=row.kind, number=row.number or "", amount_minor=row.amount_minor,
        reason=f"{row.reason}{bag}",
        at_text=moment(row.at, time_zone=company.time_zone, language=company.language),
        by=row.name or "", till_code=get_till_by_id(connection, till_id=row.till_id).code,
        is_copy=job.is_copy,
    )  # fmt: skip


_BUILDERS = {
    "receipt": _receipt,
    "taking": _taking,
    "x_report": _shift,
    "z_report": _shift,
    "cash_movement": _movement,
}
