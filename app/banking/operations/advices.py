"""Remittance advices: what a customer says he pays, kept until the money comes."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from app.audit.operations import note
from app.banking.reading.model import written_amount
from app.banking.reading.numbers import decimal_sign
from app.banking.refusals import AdviceDocumentError, AdviceError, AmountTextError
from app.banking.tables import remittance_advice, remittance_advice_line
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.receivables.queries import OpenItem, list_open_items

_NUMBER = re.compile(r"[A-Za-z]{1,6}-?\d{4}-?\d{3,8}|\d{3,}")
_AMOUNT = re.compile(r"^-?[\d.,' ]*\d[.,]\d{2}$|^-?\d+$")


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """So much of a document, and what is taken off for paying early."""

    number: str
    amount_minor: int  # what is paid of it, after the discount
    discount_minor: int = 0


def read_advice(text: str, currency: str) -> list[AdviceLine]:
    """Lines "number; amount; discount" in any of the usual separators; others are passed over.

    Raises:
        AdviceError: nothing in it, or an amount that is none.
    """
    rows = [_cells(x) for x in text.splitlines() if x.strip()]
    sign = decimal_sign(c for row in rows for c in row[1:] if _AMOUNT.match(c))
    found: list[AdviceLine] = []
    for row in rows:
        numbers = [c for c in row if _NUMBER.search(c) and not _AMOUNT.match(c)]
        amounts = [c for c in row if _AMOUNT.match(c) and c not in numbers]
        if not numbers or not amounts:
            continue
        try:
            minors = [written_amount(a, currency, sign) for a in amounts[:2]]
        except AmountTextError as error:
            raise AdviceError(detail=str(error)) from error
        found.append(AdviceLine(numbers[0].strip(), minors[0], minors[1] if len(minors) > 1 else 0))
    if not found:
        raise AdviceError(detail="no line names a document and an amount")
    return found


def _cells(row: str) -> list[str]:
    for sign in (";", "\t", "|"):
        if sign in row:
            return [c.strip() for c in next(csv.reader(io.StringIO(row), delimiter=sign))]
    return [c.strip() for c in re.split(r"\s{2,}|\s(?=-?\d+[.,])", row.strip())]


@permitted(Permission.RECEIVE_PAYMENT)
def save_advice(
    uow: UnitOfWork, *, uuid: str, party_id: int, reference: str, on: date, lines: list[AdviceLine]
) -> int:
    """Keep what a customer announced; returns its id. The matching takes it as evidence.

    Raises:
        AdviceDocumentError: a document that is not open, or more than is open of it.
        AdviceError: it comes to nothing.
    """
    there = uow.connection.execute(
        select(remittance_advice.c.id).where(remittance_advice.c.uuid == uuid)
    ).scalar_one_or_none()
    if there is not None:
        return int(there)
    owed = {i.document_number.upper(): i for i in list_open_items(uow.connection, party_id=party_id)}
    chosen = [(_item(owed, x), x) for x in lines]
    advice_id = next_id()
    total = sum(x.amount_minor for x in lines)
    if total <= 0:
        raise AdviceError(detail="it comes to nothing")
    uow.connection.execute(
        insert(remittance_advice),
        {
            "id": advice_id, "uuid": uuid, "party_id": party_id,
            "reference": clean_field(reference, field="Reference", limit=40), "on": on,
            "amount_minor": total, "match_id": None, "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    uow.connection.execute(
        insert(remittance_advice_line),
        [
            {
                "advice_id": advice_id, "position": place, "open_item_id": item.id,
                "amount_minor": x.amount_minor + x.discount_minor, "discount_minor": x.discount_minor,
            }
            for place, (item, x) in enumerate(chosen, start=1)
        ],
    )  # fmt: skip
    note(
        uow, kind="bank.advice", document_type="remittance_advice", document_id=advice_id,
        payload={"party": party_id, "amount_minor": total, "items": [i.id for i, _x in chosen]},
    )  # fmt: skip
    return advice_id


def _item(owed: dict[str, OpenItem], line: AdviceLine) -> OpenItem:
    item = owed.get(line.number.upper())
    if item is None or item.open_minor <= 0:
        raise AdviceDocumentError(number=line.number)
    if line.amount_minor + line.discount_minor > item.open_minor or line.amount_minor <= 0:
        raise AdviceDocumentError(number=line.number)
    return item


@permitted(Permission.RECEIVE_PAYMENT)
def drop_advice(uow: UnitOfWork, *, advice_id: int) -> None:
    """An advice that no money came for."""
    uow.connection.execute(
        delete(remittance_advice_line).where(remittance_advice_line.c.advice_id == advice_id)
    )
    uow.connection.execute(delete(remittance_advice).where(remittance_advice.c.id == advice_id))
    note(uow, kind="bank.advice_dropped", payload={"advice": advice_id})
