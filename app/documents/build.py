"""From a print job's reference to its paper: one place that knows every kind of document."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.access.tables import user_account
from app.audit.codes import SIGN_RECEIPTS, PaperCode, code_of
from app.devices.paper import Paper
from app.documents.card_slips import card_slip_paper, with_slips
from app.documents.formats import moment
from app.documents.letterhead import address_lines, find_logo
from app.documents.receipt import receipt_paper
from app.documents.shift_paper import movement_paper, shift_paper
from app.documents.slips import counter_paper, delivery_paper, gift_paper
from app.documents.taking_paper import taking_paper
from app.documents.texts import text
from app.layouts.kinds import PartKind
from app.layouts.queries import receipt_layout
from app.layouts.rules import ReceiptLayout
from app.loyalty.queries import points_of_document
from app.organisation.queries import find_setting, get_company, get_till_by_id
from app.payments.card_queries import customer_slips, slip_lines
from app.printing.queries import PrintJob
from app.till.beside import find_beside, get_taking
from app.till.queries import SaleView, get_sale
from app.till.shift_report import ShiftReport, shift_report
from app.till.tables import cash_movement, shift


def build_paper(connection: Connection, *, job: PrintJob) -> Paper:
    """The paper of a job, from what is booked; KeyError is a bug."""
    return _BUILDERS[job.kind](connection, job)


def _receipt(connection: Connection, job: PrintJob) -> Paper:
    sale = get_sale(connection, sale_id=job.document_id)
    return receipt_of_sale(connection, sale, is_copy=job.is_copy)


def receipt_of_sale(connection: Connection, sale: SaleView, *, is_copy: bool = False) -> Paper:
    """The receipt of a sale as the layout of its store has it."""
    till = get_till_by_id(connection, till_id=sale.till_id)
    layout, logo = _look(connection, till.store_code)
    paper = receipt_paper(
        sale, get_company(connection), till_code=till.code, is_copy=is_copy,
        beside=find_beside(connection, sale_id=sale.id),
        points=points_of_document(connection, document_id=sale.id), layout=layout, logo=logo,
        code=_code(connection, sale, till.code),
    )  # fmt: skip
    return with_slips(paper, customer_slips(connection, cart_uuid=sale.uuid))


def _code(connection: Connection, sale: SaleView, till_code: str) -> str:
    """The receipt's place in the journal with its signature, where the shop prints it."""
    if not find_setting(connection, name=SIGN_RECEIPTS, scope=till_code):
        return ""
    found = code_of(
        connection, chain=till_code, kinds=("sale.completed", "return.completed"), document_id=sale.id,
        number=sale.number, at=sale.completed_at, amount_minor=sale.gross_minor,
        tax_number=get_company(connection).tax_number,
    )  # fmt: skip
    return "" if found is None else found.text


def _card_slip(connection: Connection, job: PrintJob) -> Paper:
    language = get_company(connection).language
    lines = slip_lines(connection, slip_id=job.document_id)
    return card_slip_paper(lines, language=language, is_copy=job.is_copy)


def _taking(connection: Connection, job: PrintJob) -> Paper:
    taking = get_taking(connection, taking_id=job.document_id)
    till = get_till_by_id(connection, till_id=taking.till_id)
    layout, logo = _look(connection, till.store_code)
    return taking_paper(
        taking, get_company(connection), till_code=till.code, is_copy=job.is_copy, layout=layout, logo=logo
    )


def _gift(connection: Connection, job: PrintJob) -> Paper:
    sale = get_sale(connection, sale_id=job.document_id)
    layout, logo = _look(connection, get_till_by_id(connection, till_id=sale.till_id).store_code)
    company = get_company(connection)
    return gift_paper(sale, company, parts=job.parts, is_copy=job.is_copy, layout=layout, logo=logo)


def _counter(connection: Connection, job: PrintJob) -> Paper:
    sale = get_sale(connection, sale_id=job.document_id)
    others, _takings = find_beside(connection, sale_id=sale.id)
    till = get_till_by_id(connection, till_id=sale.till_id)
    return counter_paper(
        [x for x in (sale, *others) if x.kind != "return"], get_company(connection),
        categories=job.parts, till_code=till.code, is_copy=job.is_copy,
    )  # fmt: skip


def _delivery(connection: Connection, job: PrintJob) -> Paper:
    from app.fulfilment.queries import get_shipment  # a till's first receipt needs none of it

    company = get_company(connection)
    shipment = get_shipment(connection, shipment_id=job.document_id)
    address = address_lines(shipment.ship_to, home=company.country, language=company.language)
    return delivery_paper(shipment, company, address=address, is_copy=job.is_copy)


def _look(connection: Connection, store: str) -> tuple[ReceiptLayout, bytes | None]:
    """How the store's receipts look, and the logo where they have one."""
    layout = receipt_layout(connection, store=store)
    wanted = any(part.kind is PartKind.LOGO for part in layout.parts)
    return layout, find_logo(connection) if wanted else None


def _shift(connection: Connection, job: PrintJob) -> Paper:
    report = shift_report(connection, shift_id=job.document_id)
    return shift_paper(report, get_company(connection), is_copy=job.is_copy, code=_z_code(connection, report))


def _z_code(connection: Connection, report: ShiftReport) -> PaperCode | None:
    """The Z's place in the journal: the witness outside; None for an X."""
    if report.closed_at is None or report.z_number is None:
        return None
    return code_of(
        connection, chain=report.till_code, kinds=("shift.closed",), document_id=report.shift_id,
        number=str(report.z_number), at=report.closed_at, amount_minor=report.z_number,
        tax_number=get_company(connection).tax_number,
    )  # fmt: skip


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


def _unsent(connection: Connection, job: PrintJob) -> Paper:
    from app.documents.unsent_paper import unsent_paper  # only a till beside a server has it
    from app.stations.outbox import get_self, list_unsent

    till_code = get_self(connection).till_code
    waiting = list_unsent(connection, limit=1000)
    return unsent_paper(waiting, get_company(connection), till_code=till_code, is_copy=job.is_copy)


_BUILDERS = {
    "receipt": _receipt,
    "gift_receipt": _gift,
    "counter_slip": _counter,
    "delivery_slip": _delivery,
    "taking": _taking,
    "x_report": _shift,
    "z_report": _shift,
    "cash_movement": _movement,
    "card_slip": _card_slip,
    "unsent": _unsent,
}
