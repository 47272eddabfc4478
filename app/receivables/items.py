"""Open items: opened by documents and payments, set against each other, and taken apart again.

What a customer owes is a positive item, what pays it (a payment, a credit note) a negative one. Their
sum is the receivable account at any time; money nobody applied yet is a negative item that is open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from app.audit.seals import SealedKind, SealedTable, seal_rows, seal_stored
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import take_ids
from app.kernel.money import Money
from app.kernel.permission import BOOKING, permitted
from app.kernel.refusal import Refusal
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.receivables.rules import Part
from app.receivables.tables import allocation, open_item
from app.terms.rules import MICRO, Instalment, to_home


class NoSuchItemError(Refusal):
    """An open item that is not there, or somebody else's."""

    message = "That open item is not there, or belongs to another customer. Reload and try again."


class AlreadyPaidError(Refusal):
    """Paying what is paid."""

    message = "{number} is paid already. Apply the payment to another invoice, or leave it unapplied."


class TooMuchAppliedError(Refusal):
    """More than is open of an item."""

    message = "Of {number} only {left} is open, not {wanted}. Apply less; the rest stays as credit."


class CreditTooSmallError(Refusal):
    """More applied than the payment or credit note has left."""

    message = "Only {left} of {number} is left to apply, not {wanted}."


class AmountNotPositiveError(Refusal):
    """Zero or negative where money is meant."""

    message = "The amount must be more than 0."


class OtherCurrencyError(Refusal):
    """A payment in another currency than the invoice."""

    message = "{number} is in {currency}. Record the payment in that currency."


class NotAppliedError(Refusal):
    """Undoing what is undone."""

    message = "This was undone already, or was never applied."


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A document whose money is to be followed; credits have a negative amount."""

    party_id: int
    document_type: str
    document_id: int
    document_number: str
    on: date
    instalments: Sequence[Instalment]
    currency: str | None = None  # None: the company's
    rate_micro: int = MICRO


_INSERT: Final = Prepared(insert(open_item))
_LOCK: Final = (
    select(open_item)
    .where(open_item.c.id.in_(bindparam("ids_", expanding=True)))
    .order_by(open_item.c.id)
    .with_for_update()
)
_SET_OPEN: Final = Prepared(
    update(open_item).where(open_item.c.id == bindparam("id_")).values(open_minor=bindparam("open_"))
)
SEALED: Final = SealedKind("allocation", (SealedTable(allocation, "id"),))
_INSERT_ALLOCATION: Final = Prepared(insert(allocation))


@permitted(*BOOKING)
def open_items(uow: UnitOfWork, *, draft: ItemDraft) -> list[int]:
    """Open one item for each instalment; returns their ids. No limit is looked at here."""
    ids = take_ids(len(draft.instalments))
    _INSERT.run(uow.connection,
        [
            {
                "id": item_id, "party_id": draft.party_id, "document_type": draft.document_type,
                "document_id": draft.document_id, "document_number": draft.document_number,
                "date": draft.on, "due_date": part.due_date, "amount_minor": part.amount_minor,
                "open_minor": part.amount_minor, "instalment": part.number, "currency": draft.currency,
                "rate_micro": draft.rate_micro,
            }
            for item_id, part in zip(ids, draft.instalments, strict=True)
        ],
    )  # fmt: skip
    return ids


def _locked(uow: UnitOfWork, ids: Sequence[int], party_id: int | None) -> dict[int, Row[Any]]:
    rows = {r.id: r for r in uow.connection.execute(_LOCK, {"ids_": sorted(set(ids))})}
    if any(i not in rows for i in ids) or (
        party_id is not None and any(r.party_id != party_id for r in rows.values())
    ):
        raise NoSuchItemError
    return rows


def _money(row: Row[Any], amount_minor: int, company_currency: str) -> Money:
    return Money(amount_minor, row.currency or company_currency)


def _check_part(row: Row[Any], credit: Row[Any], part: Part, left: int, company_currency: str) -> None:
    if part.amount_minor <= 0:
        raise AmountNotPositiveError
    if row.amount_minor <= 0:
        raise NoSuchItemError
    if (row.currency or company_currency) != (credit.currency or company_currency):
        raise OtherCurrencyError(number=row.document_number, currency=row.currency or company_currency)
    if left == 0:
        raise AlreadyPaidError(number=row.document_number)
    if part.amount_minor > left:
        raise TooMuchAppliedError(
            number=row.document_number, left=_money(row, left, company_currency),
            wanted=_money(row, part.amount_minor, company_currency),
        )  # fmt: skip


def _check_credit(credit: Row[Any], parts: Sequence[Part], company_currency: str) -> None:
    total = sum(part.amount_minor for part in parts)
    if credit.amount_minor >= 0:
        raise NoSuchItemError
    if total > -credit.open_minor:
        raise CreditTooSmallError(
            number=credit.document_number, left=_money(credit, -credit.open_minor, company_currency),
            wanted=_money(credit, total, company_currency),
        )  # fmt: skip


def _moved(row: Row[Any], before: int, after: int) -> int:
    """How much of the company's currency leaves the item."""
    return to_home(before, row.rate_micro) - to_home(after, row.rate_micro)


@permitted(*BOOKING)
def apply_credit(
    uow: UnitOfWork, *, credit_item_id: int, parts: Sequence[Part], business_date: date, currency: str,
    party_id: int | None = None,
) -> list[int]:  # fmt: skip
    """Set a payment or credit note against what is owed; returns the ids of the allocations.

    Args:
        uow: the transaction.
        credit_item_id: the negative item.
        parts: how much of it pays what.
        business_date: from which day on; an item of a later day is paid from its own day on, so that
            what was open on any past day adds up to the ledger of that day.
        currency: the company's.
        party_id: whose items they must be.

    Raises:
        NoSuchItemError, AmountNotPositiveError, OtherCurrencyError, AlreadyPaidError,
        TooMuchAppliedError, CreditTooSmallError: see their sentences.
    """
    if not parts:
        return []
    rows = _locked(uow, [credit_item_id, *(p.item_id for p in parts)], party_id)
    credit = rows[credit_item_id]
    left = {i: int(r.open_minor) for i, r in rows.items()}
    _check_credit(credit, parts, currency)
    made: list[dict[str, object]] = []
    on = max(business_date, credit.date)
    exchange: dict[date, int] = {}
    for allocation_id, part in zip(take_ids(len(parts)), parts, strict=True):
        row = rows[part.item_id]
        _check_part(row, credit, part, left[part.item_id], currency)
        after, credit_after = left[part.item_id] - part.amount_minor, left[credit.id] + part.amount_minor
        gained = -_moved(credit, left[credit.id], credit_after) - _moved(row, left[part.item_id], after)
        left[part.item_id], left[credit.id] = after, credit_after
        exchange[max(on, row.date)] = exchange.get(max(on, row.date), 0) + gained
        made.append(
            {
                "id": allocation_id, "open_item_id": part.item_id, "credit_item_id": credit.id,
                "amount_minor": part.amount_minor, "exchange_minor": gained, "at": uow.now,
                "business_date": max(on, row.date), "actor_id": uow.actor.user_id, "undone_at": None,
                "undone_on": None, "undone_by": None, "undone_reason": None,
            }
        )  # fmt: skip
    _INSERT_ALLOCATION.run(uow.connection, made)
    seal_rows(uow, SEALED.name, made)
    _SET_OPEN.run(uow.connection, [{"id_": i, "open_": v} for i, v in left.items()])
    for booked_on, gained in exchange.items():
        _post_exchange(uow, credit, gained, booked_on)
    return [int(str(m["id"])) for m in made]


def _post_exchange(uow: UnitOfWork, credit: Row[Any], gained_minor: int, on: date) -> None:
    if gained_minor:
        post(
            uow, kind="exchange_difference", business_date=on, document_type=credit.document_type,
            document_id=credit.document_id,
            postings=[
                Posting("receivable", gained_minor, credit.party_id),
                Posting("exchange_difference", -gained_minor),
            ],
        )  # fmt: skip


@permitted(*BOOKING)
def undo_allocations(
    uow: UnitOfWork, *, allocation_ids: Sequence[int], reason: str, business_date: date
) -> list[int]:
    """Take allocations apart; they stay as history. Returns the ids of the items that are open again.

    Raises:
        NotAppliedError: one of them is undone already or not there.
    """
    rows = uow.connection.execute(
        select(allocation)
        .where(allocation.c.id.in_(list(allocation_ids)), allocation.c.undone_at.is_(None))
        .order_by(allocation.c.id)
        .with_for_update()
    ).all()
    if len(rows) != len(set(allocation_ids)) or not rows:
        raise NotAppliedError
    items = _locked(uow, [i for r in rows for i in (r.open_item_id, r.credit_item_id)], None)
    left = {i: int(r.open_minor) for i, r in items.items()}
    for r in rows:
        left[r.open_item_id] += r.amount_minor
        left[r.credit_item_id] -= r.amount_minor
    uow.connection.execute(
        update(allocation).where(allocation.c.id.in_([r.id for r in rows])),
        {
            "undone_at": uow.now, "undone_on": max(business_date, *(r.business_date for r in rows)),
            "undone_by": uow.actor.user_id, "undone_reason": reason,
        },
    )  # fmt: skip
    seal_stored(uow, SEALED, [r.id for r in rows])
    _SET_OPEN.run(uow.connection, [{"id_": i, "open_": v} for i, v in left.items()])
    for r in rows:
        _post_exchange(uow, items[r.credit_item_id], -r.exchange_minor, business_date)
    return sorted({int(r.open_item_id) for r in rows})


def credit_instalment(amount_minor: int, on: date) -> list[Instalment]:
    """The single negative instalment of a payment or credit note."""
    return [Instalment(1, on, -amount_minor)]
