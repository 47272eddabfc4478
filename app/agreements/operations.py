"""Agreeing on prices with a customer."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from app.agreements.refusals import (
    AgreedPriceError,
    AgreementDaysError,
    AgreementOverError,
    NoSuchAgreementError,
)
from app.agreements.rules import SERIES
from app.agreements.tables import agreement, agreement_line
from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.pricing.queries import list_price_lists
from app.terms.queries import get_terms

TYPE: Final = "agreement"


@permitted(Permission.ORDERS)
def make_agreement(
    uow: UnitOfWork, *, party_id: int, valid_from: date, valid_to: date | None = None, remark: str = ""
) -> int:
    """An agreement without products yet, in the terms of the customer's price list; returns its id.

    Raises:
        AgreementDaysError: the last day is before the first.
        NoSuchCustomerError: the customer is gone.
    """
    if valid_to is not None and valid_to < valid_from:
        raise AgreementDaysError
    terms = get_terms(uow.connection, party_id=party_id)
    lists = {x.id: x for x in list_price_lists(uow.connection)}
    own = lists.get(terms.price_list_id or 0) or (lists[min(lists)] if lists else None)
    agreement_id = next_id()
    number = take_number(uow, document_type=TYPE, scope=SERIES, fiscal_year=valid_from.year).text
    row = {
        "id": agreement_id, "number": number, "party_id": party_id,
        "currency": own.currency if own else get_company(uow.connection).currency,
        "includes_tax": own.includes_tax if own else False, "valid_from": valid_from, "valid_to": valid_to,
        "remark": clean_field(remark, field="Remark", limit=200), "created_at": uow.now,
        "created_by": uow.actor.user_id,
    }  # fmt: skip
    uow.connection.execute(insert(agreement), row)
    take_step(
        uow, document_type=TYPE, document_id=agreement_id, step="made",
        payload={"number": number, "party": party_id, "from": valid_from, "to": valid_to},
    )  # fmt: skip
    return agreement_id


@permitted(Permission.ORDERS)
def agree_price(
    uow: UnitOfWork, *, agreement_id: int, product_id: int, unit_price_minor: int,
    quantity_milli: int | None = None,
) -> None:  # fmt: skip
    """Agree on the price of a base unit, for as much as is said; a product that is there is changed.

    What was ordered already keeps its price.

    Raises:
        AgreedPriceError, NoSuchAgreementError, AgreementOverError: see their sentences.
    """
    if unit_price_minor < 0 or (quantity_milli is not None and quantity_milli <= 0):
        raise AgreedPriceError
    row = _running(uow, agreement_id)
    insert_or_replace(
        uow.connection, agreement_line,
        [
            {
                "id": next_id(), "agreement_id": row.id, "product_id": product_id,
                "unit_price_minor": unit_price_minor, "quantity_milli": quantity_milli,
            }
        ],
        keys=("agreement_id", "product_id"),
    )  # fmt: skip
    take_step(
        uow, document_type=TYPE, document_id=row.id, step="price_agreed",
        payload={"product": product_id, "price_minor": unit_price_minor, "quantity_milli": quantity_milli},
    )  # fmt: skip


@permitted(Permission.ORDERS)
def drop_product(uow: UnitOfWork, *, agreement_id: int, product_id: int) -> None:
    """Take a product out of an agreement; what was ordered of it keeps its price."""
    row = _running(uow, agreement_id)
    uow.connection.execute(
        delete(agreement_line).where(
            agreement_line.c.agreement_id == row.id, agreement_line.c.product_id == product_id
        )
    )
    take_step(
        uow, document_type=TYPE, document_id=row.id, step="product_dropped", payload={"product": product_id}
    )


@permitted(Permission.ORDERS)
def end_agreement(uow: UnitOfWork, *, agreement_id: int, last_day: date) -> None:
    """Bring the last day of an agreement forward, or put it off.

    Raises:
        AgreementDaysError, NoSuchAgreementError, AgreementOverError: see their sentences.
    """
    row = _running(uow, agreement_id)
    if last_day < row.valid_from:
        raise AgreementDaysError
    uow.connection.execute(update(agreement).where(agreement.c.id == row.id).values(valid_to=last_day))
    take_step(
        uow, document_type=TYPE, document_id=row.id, step="ended", payload={"last_day": last_day}
    )  # fmt: skip


def _running(uow: UnitOfWork, agreement_id: int) -> Row[Any]:
    row = uow.connection.execute(
        select(agreement).where(agreement.c.id == agreement_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise NoSuchAgreementError
    today = get_company(uow.connection).day_of(uow.now)
    if row.valid_to is not None and row.valid_to < today:
        raise AgreementOverError(number=row.number, on=row.valid_to)
    return row
