"""What cases there are, and what stands in one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, or_, select

from app.access.tables import user_account
from app.cases.refusals import NoSuchCaseError
from app.cases.states import CaseKind, CaseState
from app.cases.tables import case_file, case_step, case_told, service_case
from app.catalog.tables import product
from app.inventory.tables import lot
from app.kernel.text import fold
from app.parties.tables import party
from app.till.tables import sale, sale_line


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list."""

    id: int
    number: str
    kind: CaseKind
    state: CaseState
    product: str
    receipt: str
    lot: str
    customer: str
    words: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class CaseStep:
    """Something that was written."""

    at: datetime
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A document that is attached, without its content."""

    id: int
    name: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """A whole case; `told` are the documents of the buyers that were told, (type, id)."""

    row: CaseRow
    lot_id: int | None
    sale_id: int | None
    quantity_milli: int
    phone: str
    warranty_until: date | None
    closed_at: datetime | None
    outcome: str
    steps: tuple[CaseStep, ...]
    files: tuple[CaseFile, ...]
    told: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class SoldLine:
    """A line of a receipt that a case may be about."""

    sale_id: int
    position: int
    name: str
    quantity_milli: int
    sold_on: date


def _cases() -> Select[Any]:
    return (
        select(
            service_case, product.c.name.label("product"), sale.c.number.label("receipt"),
            lot.c.code.label("lot_code"), party.c.name.label("customer"), party.c.phone.label("phone"),
        )
        .outerjoin(product, product.c.id == service_case.c.product_id)
        .outerjoin(sale, sale.c.id == service_case.c.sale_id)
        .outerjoin(lot, lot.c.id == service_case.c.lot_id)
        .outerjoin(party, party.c.id == service_case.c.party_id)
    )  # fmt: skip


def list_cases(
    connection: Connection, *, text: str = "", state: CaseState | None = None, limit: int = 200,
    after_id: int | None = None,
) -> list[CaseRow]:  # fmt: skip
    """Cases whose number, receipt, lot, product or customer holds the text; the latest first.

    Args:
        connection: a snapshot.
        text: "" for all.
        state: None for both.
        limit: of a page.
        after_id: the last row of the page before; None for the first page.
    """
    query = _cases().order_by(service_case.c.id.desc()).limit(limit)
    if after_id is not None:
        query = query.where(service_case.c.id < after_id)
    if state is not None:
        query = query.where(service_case.c.state == state)
    wanted = text.strip()
    if wanted:
        query = query.where(
            or_(
                service_case.c.number.contains(wanted.upper(), autoescape=True),
                sale.c.number.contains(wanted.upper(), autoescape=True),
                lot.c.code.contains(wanted, autoescape=True),
                product.c.search_key.contains(fold(wanted), autoescape=True),
                party.c.search_key.contains(fold(wanted), autoescape=True),
            )
        )
    return [_row(row) for row in connection.execute(query)]


def _row(row: Row[Any]) -> CaseRow:
    return CaseRow(
        row.id, row.number, CaseKind(row.kind), CaseState(row.state), row.product or "", row.receipt or "",
        row.lot_code or "", row.customer or "", row.words, row.opened_at,
    )  # fmt: skip


def get_case(connection: Connection, *, case_id: int) -> CaseView:
    """A whole case; raises NoSuchCaseError."""
    row = connection.execute(_cases().where(service_case.c.id == case_id)).one_or_none()
    if row is None:
        raise NoSuchCaseError
    steps = connection.execute(
        select(case_step.c.at, user_account.c.name, case_step.c.words)
        .join_from(case_step, user_account, user_account.c.id == case_step.c.actor_id, isouter=True)
        .where(case_step.c.case_id == case_id)
        .order_by(case_step.c.id)
    )
    files = connection.execute(
        select(case_file.c.id, case_file.c.name, case_file.c.size, case_file.c.at)
        .where(case_file.c.case_id == case_id)
        .order_by(case_file.c.id)
    )
    told = connection.execute(
        select(case_told.c.document_type, case_told.c.document_id).where(case_told.c.case_id == case_id)
    )
    return CaseView(
        row=_row(row), lot_id=row.lot_id, sale_id=row.sale_id, quantity_milli=row.quantity_milli,
        phone=row.phone or "", warranty_until=row.warranty_until, closed_at=row.closed_at,
        outcome=row.outcome or "", steps=tuple(CaseStep(at, who or "", words) for at, who, words in steps),
        files=tuple(CaseFile(*file) for file in files), told=frozenset((t, int(i)) for t, i in told),
    )  # fmt: skip


def get_file(connection: Connection, *, file_id: int) -> tuple[str, bytes]:
    """Name and content of a document; raises NoSuchCaseError."""
    row = connection.execute(
        select(case_file.c.name, case_file.c.content).where(case_file.c.id == file_id)
    ).one_or_none()
    if row is None:
        raise NoSuchCaseError
    return str(row.name), bytes(row.content)


def list_sold_lines(connection: Connection, *, number: str) -> list[SoldLine]:
    """The lines of goods sold with a receipt of that number; none when there is no such receipt."""
    rows = connection.execute(
        select(
            sale.c.id, sale_line.c.position, sale_line.c.name, sale_line.c.quantity_milli,
            sale.c.business_date,
        )
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .where(sale.c.number == number.strip().upper(), sale_line.c.quantity_milli > 0)
        .order_by(sale_line.c.position)
    )  # fmt: skip
    return [SoldLine(*row) for row in rows]
