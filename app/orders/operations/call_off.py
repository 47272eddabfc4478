"""Calling goods off from what was agreed: an order at its prices, and no more than is left."""

from __future__ import annotations

from datetime import date

from app.agreements.queries import get_agreement
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import milli_to_decimal
from app.kernel.refusal import Refusal
from app.orders.agreed import drawn_of
from app.orders.drafts import LineDraft, OrderHead, SavedOrder
from app.orders.operations.entry import create_order
from app.organisation.queries import get_company


class CallOffError(Refusal):
    """More than is left, or what was not agreed on."""

    message = "Of {name}, {left} is left of {number}, not {wanted}. Call off that much, or agree on more."


class NotHoldingError(Refusal):
    """Before its first day, or after its last."""

    message = "{number} does not hold today. Nothing can be called off from it."


@permitted(Permission.ORDERS)
def call_off(
    uow: UnitOfWork, *, uuid: str, agreement_id: int, product_id: int, quantity_milli: int,
    wanted_on: date | None = None,
) -> SavedOrder:  # fmt: skip
    """A draft of an order of so many base units at the agreed price.

    Args:
        uow: the transaction.
        uuid: made by the station: sent twice it is one order.
        agreement_id: whose prices.
        product_id: one of its products.
        quantity_milli: how much.
        wanted_on: the day the customer wants it.

    Raises:
        CallOffError, NotHoldingError, NoSuchAgreementError, and what create_order raises.
    """
    found = get_agreement(uow.connection, agreement_id=agreement_id)
    if not found.holds(get_company(uow.connection).day_of(uow.now)):
        raise NotHoldingError(number=found.number)
    drawn = drawn_of(uow.connection, party_id=found.party_id, numbers=[found.number])
    line = next((x for x in found.lines if x.product_id == product_id), None)
    gone = drawn.get((found.number, product_id), 0)
    limit = 0 if line is None else line.quantity_milli
    left = None if limit is None else max(limit - gone, 0)
    if line is None or quantity_milli <= 0 or (left is not None and quantity_milli > left):
        raise CallOffError(
            name=line.name if line else "that", number=found.number, left=milli_to_decimal(left or 0),
            wanted=milli_to_decimal(quantity_milli),
        )  # fmt: skip
    return create_order(
        uow, uuid=uuid, party_id=found.party_id, lines=[LineDraft(product_id, quantity_milli)],
        head=OrderHead(customer_reference=found.remark, requested_on=wanted_on),
    )  # fmt: skip
