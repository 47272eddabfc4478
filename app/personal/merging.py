"""Two entries of one customer become one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Table, delete, func, select, update

from app.audit.operations import note
from app.audit.seals import SealedKind, seal_stored
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.ledger.operations import post
from app.ledger.rules import Posting
from app.ledger.tables import ledger_line
from app.organisation.queries import get_company
from app.parties.events import CustomerChanged
from app.parties.queries import NoSuchCustomerError
from app.parties.rules import CustomerDetails, phone_digits, search_key
from app.parties.tables import party
from app.personal.fates import FOLLOW, KEYED, SEALED, SUMMED

_FILLED: Final = ("phone", "email", "tax_number", "street", "postcode", "city", "country", "note", "born_on")


class SameCustomerError(Refusal):
    """Nothing to merge."""

    message = "That is the same customer. Choose the other entry."


class AlreadyMergedError(Refusal):
    """It was given up before."""

    message = "{name} was merged into another customer already."


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did."""

    party_id: int
    moved: dict[str, int]  # rows by table


@permitted(Permission.PERSONAL_DATA)
def merge_customers(uow: UnitOfWork, *, keep_id: int, gone_id: int) -> Merged:
    """One customer of two: what is owed, orders, addresses and the rest go to the one who is kept.

    His own name, limit and terms hold; what he lacks is filled from the other, who is out of use afterwards.
    Posted papers keep the name that was printed on them.

    Args:
        uow: the transaction.
        keep_id: who stays.
        gone_id: the double.

    Raises:
        SameCustomerError, AlreadyMergedError, NoSuchCustomerError: see their sentences.
    """
    if keep_id == gone_id:
        raise SameCustomerError
    rows = _locked(uow, keep_id, gone_id)
    keep, gone = rows[keep_id], rows[gone_id]
    for row in (keep, gone):
        if row.merged_into is not None:
            raise AlreadyMergedError(name=row.name)
    sealed = [(kind, _sealed_rows(uow, kind, gone_id)) for kind in SEALED]
    moved = {str(table.name): _follow(uow, table, keep_id, gone_id) for table in FOLLOW}
    for kind, ids in sealed:
        seal_stored(uow, kind, ids)
    for table in KEYED:
        moved[str(table.name)] = _take_over(uow, table, keep_id, gone_id)
    for table in SUMMED:
        moved[str(table.name)] = _add_up(uow, table, keep_id, gone_id)
    _carry_balances(uow, keep_id, gone_id)
    _fill(uow, keep, gone)
    uow.connection.execute(
        update(party)
        .where(party.c.id == gone_id)
        .values(active=False, merged_into=keep_id, version=party.c.version + 1)
    )
    told = {name: count for name, count in moved.items() if count}
    note(
        uow, kind="party.merged", document_type="party", document_id=keep_id,
        payload={"gone": gone_id, "moved": told},
    )  # fmt: skip
    for party_id in (keep_id, gone_id):
        uow.record(CustomerChanged(party_id=party_id))
    return Merged(keep_id, told)


def _sealed_rows(uow: UnitOfWork, kind: SealedKind, party_id: int) -> list[int]:
    """The posted documents of a customer, which the journal is told of again when they have moved."""
    first = kind.tables[0]
    rows = uow.connection.execute(first.query().where(first.table.c.party_id == party_id))
    return [int(row.id) for row in rows]


def _locked(uow: UnitOfWork, *ids: int) -> dict[int, Row[Any]]:
    rows = uow.connection.execute(
        select(party).where(party.c.id.in_(ids)).order_by(party.c.id).with_for_update()
    )
    found = {int(r.id): r for r in rows}
    if len(found) != len(ids):
        raise NoSuchCustomerError
    return found


def _follow(uow: UnitOfWork, table: Table, keep_id: int, gone_id: int) -> int:
    values: dict[str, Any] = {"party_id": keep_id}
    if "is_default" in table.c:
        values["is_default"] = False  # the one who is kept has his own
    return uow.connection.execute(update(table).where(table.c.party_id == gone_id).values(**values)).rowcount


def _take_over(uow: UnitOfWork, table: Table, keep_id: int, gone_id: int) -> int:
    """Rows whose place is free at the one who is kept."""
    others = [column for column in table.primary_key.columns if column.name != "party_id"]
    own = table.alias()
    taken = select(own.c.party_id).where(own.c.party_id == keep_id, *(own.c[c.name] == c for c in others))
    return uow.connection.execute(
        update(table).where(table.c.party_id == gone_id, ~taken.exists()).values(party_id=keep_id)
    ).rowcount


def _add_up(uow: UnitOfWork, table: Table, keep_id: int, gone_id: int) -> int:
    """Counts of both in one row."""
    row = uow.connection.execute(select(table).where(table.c.party_id == gone_id)).one_or_none()
    if row is None:
        return 0
    counts = [c.name for c in table.columns if c.name != "party_id"]
    whole = {"party_id": keep_id, **{name: getattr(row, name) for name in counts}}
    insert_or_add(uow.connection, table, [whole], add=counts)
    return uow.connection.execute(delete(table).where(table.c.party_id == gone_id)).rowcount


def _carry_balances(uow: UnitOfWork, keep_id: int, gone_id: int) -> None:
    """What the ledger has under his name goes to the other in one entry; what was booked stays."""
    rows = uow.connection.execute(
        select(ledger_line.c.account_code, func.sum(ledger_line.c.amount_minor))
        .where(ledger_line.c.party_id == gone_id)
        .group_by(ledger_line.c.account_code)
        .order_by(ledger_line.c.account_code)
    )
    postings: list[Posting] = []
    for account, minor in rows:
        if minor:
            postings.append(Posting(f"account:{account}", int(minor), keep_id))
            postings.append(Posting(f"account:{account}", -int(minor), gone_id))
    post(
        uow, kind="customers_merged", business_date=get_company(uow.connection).day_of(uow.now),
        document_type="party", document_id=keep_id, postings=postings,
    )  # fmt: skip


def _fill(uow: UnitOfWork, keep: Row[Any], gone: Row[Any]) -> None:
    filled = {name: getattr(gone, name) for name in _FILLED if not getattr(keep, name)}
    whole = {name: filled.get(name, getattr(keep, name)) for name in _FILLED}
    details = CustomerDetails(keep.name, **whole)
    uow.connection.execute(
        update(party)
        .where(party.c.id == keep.id)
        .values(
            **filled, search_key=search_key(details), phone_digits=phone_digits(details.phone),
            version=party.c.version + 1,
        )
    )  # fmt: skip
