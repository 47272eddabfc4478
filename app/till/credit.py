"""What a customer has to his credit, used to pay at the till."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection

from app.db.unit_of_work import UnitOfWork
from app.kernel.money import Money
from app.kernel.refusal import Refusal
from app.receivables.items import apply_credit
from app.receivables.queries import OpenItem, items_of, list_unapplied
from app.receivables.rules import Part

OWN_CREDIT: Final = "credit"  # the reference of a payment on account that is covered by his own money


class CreditGoneError(Refusal):
    """It was used elsewhere meanwhile."""

    message = "The customer has only {left} to his credit. Take that payment off and choose another."


def credit_minor(connection: Connection, *, party_id: int, currency: str) -> int:
    """What a customer paid too much or was credited, and is not used for anything yet."""
    return -sum(x.open_minor for x in _credits(connection, party_id, currency))


def _credits(connection: Connection, party_id: int, currency: str) -> list[OpenItem]:
    found = list_unapplied(connection, party_id=party_id)
    return [x for x in found if (x.currency or currency) == currency]


def use_credit(
    uow: UnitOfWork, *, party_id: int, sale_id: int, amount_minor: int, on: date, currency: str,
    was_given: bool = False,
) -> None:  # fmt: skip
    """Pay what a sale put on account out of the customer's credits, the oldest first.

    The customer's row is locked by then (app.receivables.operations.open_receivable). What a till has
    booked already (`was_given`) is paid as far as there is credit; the rest he owes.

    Raises:
        CreditGoneError: there is less.
    """
    credits_ = _credits(uow.connection, party_id, currency)
    there = -sum(x.open_minor for x in credits_)
    if there < amount_minor and not was_given:
        raise CreditGoneError(left=Money(there, currency))
    owed = [[x.id, x.open_minor] for x in items_of(uow.connection, document_type="sale", document_id=sale_id)]
    left = amount_minor
    for one in credits_:
        free, parts = min(-one.open_minor, left), []
        left -= free
        for item in owed:
            taken = min(item[1], free)
            if taken > 0:
                parts.append(Part(item[0], taken))
                item[1] -= taken
                free -= taken
        apply_credit(
            uow, credit_item_id=one.id, parts=parts, business_date=on, currency=currency, party_id=party_id
        )
        if not left:
            return
