"""Writing a match with its parts and reading it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.audit.operations import note
from app.banking.refusals import NotMatchedError
from app.banking.states import LineStatus, MatchedBy, MatchKind, MatchStatus, PartKind
from app.banking.store import set_line_status
from app.banking.tables import bank_match, bank_match_part
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import canonical_json
from app.kernel.ids import next_id


@dataclass(frozen=True, slots=True)
class MatchPart:
    """A part as it is written; amounts in the line's currency."""

    kind: PartKind
    amount_minor: int
    open_item_id: int | None = None
    payment_id: int | None = None
    reduction_id: int | None = None
    allocation_id: int | None = None
    account_code: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SavedMatch:
    """What booking a line gives back."""

    match_id: int
    line_id: int
    kind: MatchKind
    payment_ids: tuple[int, ...] = ()
    was_there: bool = False


def find_saved(connection: Connection, uuid: str) -> SavedMatch | None:
    """The match of that uuid, sent before."""
    row = connection.execute(select(bank_match).where(bank_match.c.uuid == uuid)).one_or_none()
    if row is None:
        return None
    payments = {p.payment_id for p in parts_of_match(connection, row.id)} - {None}
    return SavedMatch(row.id, row.line_id, MatchKind(row.kind), tuple(sorted(int(p) for p in payments)), True)  # noqa: FBT003


def write_match(
    uow: UnitOfWork, *, uuid: str, line: Row[Any], kind: MatchKind, matched_by: MatchedBy, on: date,
    parts: Sequence[MatchPart], evidence: Sequence[tuple[str, str]] = (), party_id: int | None = None,
) -> SavedMatch:  # fmt: skip
    """The match, its parts, the line's status and the journal's entry."""
    match_id = next_id()
    uow.connection.execute(
        insert(bank_match),
        {
            "id": match_id, "uuid": uuid, "line_id": line.id, "kind": kind.value,
            "status": MatchStatus.POSTED.value, "matched_by": matched_by.value, "party_id": party_id,
            "amount_minor": line.amount_minor, "business_date": on,
            "evidence": canonical_json([list(e) for e in evidence]), "at": uow.now,
            "actor_id": uow.actor.user_id, "undone_at": None, "undone_by": None, "undone_reason": None,
        },
    )  # fmt: skip
    rows = [
        {
            "match_id": match_id, "position": place, "kind": p.kind.value, "amount_minor": p.amount_minor,
            "open_item_id": p.open_item_id, "payment_id": p.payment_id, "reduction_id": p.reduction_id,
            "allocation_id": p.allocation_id, "account_code": p.account_code, "on": p.on,
        }
        for place, p in enumerate(parts, start=1)
    ]  # fmt: skip
    if rows:
        uow.connection.execute(insert(bank_match_part), rows)
    set_line_status(uow, line.id, LineStatus.BOOKED)
    note(
        uow, kind="bank.matched", document_type="bank_match", document_id=match_id,
        payload={
            "line": line.id, "kind": kind.value, "by": matched_by.value, "amount_minor": line.amount_minor,
            "party": party_id, "parts": [[p.kind.value, p.amount_minor, p.open_item_id] for p in parts],
        },
    )  # fmt: skip
    payments = tuple(sorted({p.payment_id for p in parts if p.payment_id is not None}))
    return SavedMatch(match_id, line.id, kind, payments)


def posted_match(uow: UnitOfWork, line_id: int) -> Row[Any]:
    """The match a line is booked by, locked; raises NotMatchedError."""
    row = uow.connection.execute(
        select(bank_match)
        .where(bank_match.c.line_id == line_id, bank_match.c.status == MatchStatus.POSTED.value)
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise NotMatchedError
    return row


def parts_of_match(connection: Connection, match_id: int) -> list[Row[Any]]:
    """Its parts, in order."""
    return list(
        connection.execute(
            select(bank_match_part)
            .where(bank_match_part.c.match_id == match_id)
            .order_by(bank_match_part.c.position)
        )
    )
