"""What is asked about points."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.loyalty.states import PointsKind
from app.loyalty.tables import loyalty_account, loyalty_move
from app.parties.tables import party


@dataclass(frozen=True, slots=True)
class Points:
    """What a customer has, and has earned ever."""

    points: int = 0
    earned: int = 0


def referrer_of(connection: Connection, *, party_id: int) -> int | None:
    """Who brought a customer, as long as that one has never earned points; None afterwards."""
    known = select(loyalty_move.c.id).where(
        loyalty_move.c.party_id == party_id, loyalty_move.c.kind == PointsKind.EARNED.value
    )
    brought = connection.execute(
        select(party.c.referred_by).where(party.c.id == party_id, ~known.exists())
    ).scalar_one_or_none()
    return None if brought is None else int(brought)


def points_of(connection: Connection, *, party_id: int) -> Points:
    """A customer's points; none for who has no account."""
    row = connection.execute(
        select(loyalty_account.c.points, loyalty_account.c.earned).where(
            loyalty_account.c.party_id == party_id
        )
    ).one_or_none()
    return Points() if row is None else Points(row.points, row.earned)


def points_of_document(connection: Connection, *, document_id: int) -> int:
    """What a sale or return earned (positive) or took back; redeemed points are its payment."""
    found = connection.execute(
        select(func.coalesce(func.sum(loyalty_move.c.points), 0)).where(
            loyalty_move.c.document_id == document_id, loyalty_move.c.kind.in_(("earned", "reversed"))
        )
    ).scalar_one()
    return int(found)
