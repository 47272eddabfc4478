"""Opening cases, writing into them, closing them.

The journal tells that it was done, not what was written: a person must be able to be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from app.audit.operations import note
from app.cases.refusals import (
    CaseAboutError,
    CaseClosedError,
    CaseFileError,
    CaseQuantityError,
    CaseWordsError,
    NoSuchCaseError,
    WarrantyOverError,
)
from app.cases.rules import warranty_end
from app.cases.states import CaseKind, CaseState
from app.cases.tables import case_file, case_step, case_told, service_case
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.inventory.refusals import NoSuchLotError
from app.inventory.tables import lot
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.text import clean_field
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.till.tables import sale, sale_line

MOST_BYTES: Final = 10_000_000
_WORDS: Final = 4000


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """What opening one gives back."""

    case_id: int
    number: str
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """What a case is about.

    Attributes:
        sale_id, sale_line: the receipt and the place of the line on it, for complaint and warranty.
        quantity_milli: how much of the line, sold units.
        lot_id: for a recall.
        warranty_months: how long a warranty runs from the day of the sale.
    """

    kind: CaseKind
    words: str
    sale_id: int | None = None
    sale_line: int | None = None
    quantity_milli: int = 0
    lot_id: int | None = None
    warranty_months: int = 24


@permitted(Permission.CASES)
def open_case(uow: UnitOfWork, *, uuid: str, draft: CaseDraft) -> OpenedCase:
    """Open a case; sent again it is the same one.

    Raises:
        CaseWordsError, CaseAboutError, CaseQuantityError, WarrantyOverError, NoSuchLotError,
        TextTooLongError, CardNumberError: see their sentences.
    """
    there = uow.connection.execute(
        select(service_case.c.id, service_case.c.number).where(service_case.c.uuid == uuid)
    ).one_or_none()
    if there is not None:
        return OpenedCase(there.id, there.number, was_there=True)
    words = _words(draft.words)
    today = get_company(uow.connection).day_of(uow.now)
    about = _of_lot(uow, draft) if draft.kind is CaseKind.RECALL else _of_sale(uow, draft, today)
    case_id = next_id()
    taken = take_number(uow, document_type="service_case", scope="CA").text
    values = {
        "id": case_id, "uuid": uuid, "number": taken, "kind": draft.kind, "state": CaseState.OPEN,
        "words": words, "business_date": today, "opened_at": uow.now, "opened_by": uow.actor.user_id,
        "closed_at": None, "outcome": None, **about,
    }  # fmt: skip
    uow.connection.execute(insert(service_case), values)
    note(
        uow, kind="case.opened", document_type="service_case", document_id=case_id,
        payload={"number": taken, "kind": draft.kind.value},
    )  # fmt: skip
    return OpenedCase(case_id, taken)


def _of_lot(uow: UnitOfWork, draft: CaseDraft) -> dict[str, Any]:
    if draft.lot_id is None:
        raise CaseAboutError
    product_id = uow.connection.execute(select(lot.c.product_id).where(lot.c.id == draft.lot_id)).scalar()
    if product_id is None:
        raise NoSuchLotError
    return {
        "sale_id": None, "sale_line": None, "product_id": product_id, "lot_id": draft.lot_id,
        "party_id": None, "quantity_milli": 0, "warranty_until": None,
    }  # fmt: skip


def _of_sale(uow: UnitOfWork, draft: CaseDraft, today: date) -> dict[str, Any]:
    row = uow.connection.execute(
        select(sale.c.business_date, sale.c.party_id, sale_line.c.product_id, sale_line.c.quantity_milli)
        .join_from(sale, sale_line, sale_line.c.sale_id == sale.c.id)
        .where(sale.c.id == draft.sale_id, sale_line.c.position == draft.sale_line)
    ).one_or_none()
    if row is None:
        raise CaseAboutError
    if not 0 < draft.quantity_milli <= row.quantity_milli:
        raise CaseQuantityError(sold=milli_to_decimal(row.quantity_milli))
    until = None
    if draft.kind is CaseKind.WARRANTY:
        until = warranty_end(row.business_date, draft.warranty_months)
        if until < today:
            raise WarrantyOverError(end=until)
    return {
        "sale_id": draft.sale_id, "sale_line": draft.sale_line, "product_id": row.product_id,
        "lot_id": None, "party_id": row.party_id, "quantity_milli": draft.quantity_milli,
        "warranty_until": until,
    }  # fmt: skip


def _words(text: str) -> str:
    words = clean_field(text, field="Text", limit=_WORDS)
    if not words:
        raise CaseWordsError
    return words


def _open(uow: UnitOfWork, case_id: int) -> Row[Any]:
    """The row of a case that takes more."""
    row = uow.connection.execute(
        select(service_case).where(service_case.c.id == case_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchCaseError
    if row.state == CaseState.CLOSED.value:
        raise CaseClosedError(number=row.number)
    return row


@permitted(Permission.CASES)
def write_step(uow: UnitOfWork, *, case_id: int, words: str) -> int:
    """What was done or agreed; stays as it is written. Returns its id.

    Raises:
        NoSuchCaseError, CaseClosedError, CaseWordsError, TextTooLongError, CardNumberError.
    """
    _open(uow, case_id)
    step_id, told = next_id(), _words(words)
    uow.connection.execute(
        insert(case_step),
        {"id": step_id, "case_id": case_id, "at": uow.now, "actor_id": uow.actor.user_id, "words": told},
    )
    note(uow, kind="case.step", document_type="service_case", document_id=case_id, payload={"step": step_id})
    return step_id


@permitted(Permission.CASES)
def attach_file(uow: UnitOfWork, *, case_id: int, name: str, content: bytes) -> int:
    """Keep a document with a case, as it is; returns its id.

    Raises:
        NoSuchCaseError, CaseClosedError, CaseFileError, TextTooLongError.
    """
    _open(uow, case_id)
    called = clean_field(name, field="Name", limit=NAME)
    if not called or not 0 < len(content) <= MOST_BYTES:
        raise CaseFileError
    file_id, digest = next_id(), sha256(content).hexdigest()
    uow.connection.execute(
        insert(case_file),
        {
            "id": file_id, "case_id": case_id, "name": called, "content": content, "sha256": digest,
            "size": len(content), "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    note(
        uow, kind="case.file", document_type="service_case", document_id=case_id,
        payload={"sha256": digest, "size": len(content)},
    )  # fmt: skip
    return file_id


@permitted(Permission.CASES)
def tell_buyer(uow: UnitOfWork, *, case_id: int, document_type: str, document_id: int) -> None:
    """Somebody who bought the lot was told; once is enough.

    Raises:
        NoSuchCaseError, CaseClosedError, CaseAboutError: it is no recall.
    """
    if _open(uow, case_id).kind != CaseKind.RECALL.value:
        raise CaseAboutError
    row = {
        "id": next_id(), "case_id": case_id, "document_type": document_type, "document_id": document_id,
        "at": uow.now, "actor_id": uow.actor.user_id,
    }  # fmt: skip
    if insert_if_absent(uow.connection, case_told, row):
        note(
            uow, kind="case.told", document_type="service_case", document_id=case_id,
            payload={"document_type": document_type, "document_id": document_id},
        )  # fmt: skip


@permitted(Permission.CASES)
def close_case(uow: UnitOfWork, *, case_id: int, outcome: str) -> None:
    """How it ended, in words; nothing more is written afterwards.

    Raises:
        NoSuchCaseError, CaseClosedError, CaseWordsError, TextTooLongError, CardNumberError.
    """
    row, told = _open(uow, case_id), _words(outcome)
    uow.connection.execute(
        update(service_case)
        .where(service_case.c.id == case_id)
        .values(state=CaseState.CLOSED, closed_at=uow.now, outcome=told)
    )
    note(
        uow, kind="case.closed", document_type="service_case", document_id=case_id,
        payload={"number": row.number},
    )  # fmt: skip
