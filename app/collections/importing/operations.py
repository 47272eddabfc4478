"""Writing invoices of another program: open items of their days, and what settled them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import insert, select

from app.audit.operations import note
from app.audit.seals import seal_stored
from app.collections.importing.profiles import LegacyInvoice
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, permitted
from app.ledger.operations import Entry, post_many
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.parties.operations import create_customer
from app.parties.rules import CustomerDetails
from app.parties.tables import party
from app.receivables.items import SEALED
from app.receivables.tables import allocation, open_item
from app.terms.rules import MICRO

INVOICE: Final = "opening_item"
SETTLEMENT: Final = "opening_settlement"
_COUNTRY: Final = 2


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    invoices: int
    settled: int
    customers: int  # that were new
    known: int  # invoices that were there already
    amount_minor: int


@permitted(Permission.ACCOUNTING)
def import_receivables(uow: UnitOfWork, *, invoices: Sequence[LegacyInvoice]) -> Imported:
    """Take invoices over, each on its own day, against the opening balances; a second time nothing happens.

    What was settled is kept with its day, so that figures and forecasts know how each customer pays; no
    revenue and no tax is booked: the program before did that.

    Raises:
        PeriodClosedError: an invoice lies in a closed period.
        Those of create_customer.
    """
    there = set(
        uow.connection.execute(
            select(open_item.c.document_number).where(open_item.c.document_type == INVOICE)
        ).scalars()
    )
    fresh = list({x.number: x for x in invoices if x.number not in there}.values())
    if not fresh:
        return Imported(0, 0, 0, len(invoices), 0)
    require_open_period(uow.connection, on=min(x.on for x in fresh))
    parties, made = _customers(uow, fresh)
    rows = _items(fresh, parties)
    settled = [x for x in fresh if x.settled_on is not None]
    credits_ = _settlements(settled, parties)
    uow.connection.execute(insert(open_item), [*rows.values(), *credits_.values()])
    if settled:
        applied = _allocations(uow, settled, rows, credits_)
        uow.connection.execute(insert(allocation), applied)
        seal_stored(uow, SEALED, [int(str(a["id"])) for a in applied])
    _book(uow, [*rows.values(), *credits_.values()])
    amount = sum(x.amount_minor for x in fresh)
    note(
        uow, kind="collections.imported",
        payload={"invoices": len(fresh), "settled": len(settled), "amount_minor": amount},
    )  # fmt: skip
    return Imported(len(fresh), len(settled), made, len(invoices) - len(fresh), amount)


def _customers(uow: UnitOfWork, invoices: Sequence[LegacyInvoice]) -> tuple[dict[str, int], int]:
    known = {str(r.number): int(r.id) for r in uow.connection.execute(select(party.c.number, party.c.id))}
    made = 0
    found: dict[str, int] = {}
    for x in invoices:
        number = x.customer.upper()
        if number not in known:
            country = x.country.upper() if len(x.country) == _COUNTRY and x.country.isalpha() else ""
            details = CustomerDetails(x.customer_name, number=number, country=country)
            known[number] = create_customer(uow, details=details, accept_duplicate=True).id
            made += 1
        found[x.customer] = known[number]
    return found, made


def _row(item_id: int, x: LegacyInvoice, party_id: int, kind: str, on: date, minor: int) -> dict[str, object]:
    settles = kind == SETTLEMENT
    return {
        "id": item_id, "party_id": party_id, "document_type": kind, "document_id": item_id,
        "document_number": x.number, "date": on, "due_date": on if settles else x.due_date,
        "amount_minor": minor, "open_minor": 0 if settles or x.settled_on is not None else minor,
        "instalment": 1, "currency": None, "rate_micro": MICRO,
    }  # fmt: skip


def _items(invoices: Sequence[LegacyInvoice], parties: dict[str, int]) -> dict[str, dict[str, object]]:
    return {
        x.number: _row(item_id, x, parties[x.customer], INVOICE, x.on, x.amount_minor)
        for item_id, x in zip(take_ids(len(invoices)), invoices, strict=True)
    }


def _settlements(settled: Sequence[LegacyInvoice], parties: dict[str, int]) -> dict[str, dict[str, object]]:
    return {
        x.number: _row(item_id, x, parties[x.customer], SETTLEMENT, x.settled_on, -x.amount_minor)
        for item_id, x in zip(take_ids(len(settled)), settled, strict=True)
        if x.settled_on is not None
    }


def _allocations(
    uow: UnitOfWork, settled: Sequence[LegacyInvoice], rows: dict[str, dict[str, object]],
    credits_: dict[str, dict[str, object]],
) -> list[dict[str, object]]:  # fmt: skip
    return [
        {
            "id": allocation_id, "open_item_id": rows[x.number]["id"],
            "credit_item_id": credits_[x.number]["id"], "amount_minor": x.amount_minor,
            "exchange_minor": 0, "at": uow.now, "business_date": x.settled_on,
            "actor_id": uow.actor.user_id, "undone_at": None, "undone_on": None, "undone_by": None,
            "undone_reason": None,
        }
        for allocation_id, x in zip(take_ids(len(settled)), settled, strict=True)
    ]  # fmt: skip


def _book(uow: UnitOfWork, rows: Sequence[dict[str, object]]) -> None:
    """One entry a day: receivable of each customer against the opening balances."""
    by_day: dict[date, list[Posting]] = {}
    for r in rows:
        on, minor, party_id = r["date"], int(str(r["amount_minor"])), int(str(r["party_id"]))
        if isinstance(on, date):
            by_day.setdefault(on, []).append(Posting("receivable", minor, party_id))
            by_day[on].append(Posting("opening_balance", -minor))
    entries = [Entry("opening", on, "opening", next_id(), found) for on, found in sorted(by_day.items())]
    post_many(uow, entries=entries)
