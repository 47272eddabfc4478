"""Earning, taking back and redeeming points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.kernel.ids import next_id
from app.kernel.permission import BOOKING, Permission, permitted
from app.kernel.refusal import Refusal
from app.loyalty.rules import SETTING, Program, as_setting, points_back
from app.loyalty.states import PointsKind
from app.loyalty.tables import loyalty_account, loyalty_move
from app.organisation.operations import save_setting


class PointsTooFewError(Refusal):
    """More points than the customer has."""

    message = "The customer has only {points} points. Take less, and the rest by another tender."


@dataclass(frozen=True, slots=True)
class PointsDocument:
    """The document that moves points, and whose they are."""

    party_id: int
    document_type: str
    document_id: int
    business_date: date


@permitted(Permission.SETTINGS)
def save_program(uow: UnitOfWork, *, program: Program) -> None:
    """Set the shop's programme; raises ProgramError."""
    program.check()
    save_setting(uow, name=SETTING, value=as_setting(program))
    note(uow, kind="settings.loyalty", payload=as_setting(program))


@permitted(*BOOKING)
def earn_points(uow: UnitOfWork, *, of: PointsDocument, points: int) -> None:
    """Points for a sale; none are written for none."""
    if points:
        _move(uow, of, PointsKind.EARNED, points, earned=points)


@permitted(*BOOKING)
def take_points_back(
    uow: UnitOfWork, *, of: PointsDocument, origin_id: int, origin_gross_minor: int, before_minor: int,
    now_minor: int,
) -> int:  # fmt: skip
    """Goods came back: the share of the points that their sale earned goes with them.

    Args:
        uow: the transaction.
        of: the return.
        origin_id: the sale.
        origin_gross_minor: what it came to.
        before_minor: what of it came back before.
        now_minor: what comes back now.

    Returns:
        How many points were taken back.
    """
    earned = uow.connection.execute(
        select(func.coalesce(func.sum(loyalty_move.c.points), 0)).where(
            loyalty_move.c.document_id == origin_id, loyalty_move.c.party_id == of.party_id,
            loyalty_move.c.kind == PointsKind.EARNED.value,
        )
    ).scalar_one()  # fmt: skip
    points = points_back(int(earned), origin_gross_minor, before_minor, now_minor)
    if points:
        _move(uow, of, PointsKind.REVERSED, -points, earned=-points, origin_id=origin_id)
    return points


@permitted(*BOOKING)
def redeem_points(
    uow: UnitOfWork, *, of: PointsDocument, points: int, kind: PointsKind = PointsKind.REDEEMED
) -> None:
    """Spend points (or hold them) by one conditional UPDATE; raises PointsTooFewError."""
    taken = uow.connection.execute(
        update(loyalty_account)
        .where(loyalty_account.c.party_id == of.party_id, loyalty_account.c.points >= points)
        .values(points=loyalty_account.c.points - points)
    )
    if taken.rowcount != 1:
        there = uow.connection.execute(
            select(loyalty_account.c.points).where(loyalty_account.c.party_id == of.party_id)
        ).scalar_one_or_none()
        raise PointsTooFewError(points=there or 0)
    _write(uow, of, kind, -points, None)


@permitted(*BOOKING)
def return_points(
    uow: UnitOfWork, *, of: PointsDocument, points: int, kind: PointsKind = PointsKind.RETURNED
) -> None:
    """What was paid with points is paid back as points; or what was held of them is there again."""
    _move(uow, of, kind, points)


def _move(
    uow: UnitOfWork, of: PointsDocument, kind: PointsKind, points: int, *, earned: int = 0,
    origin_id: int | None = None,
) -> None:  # fmt: skip
    insert_or_add(
        uow.connection, loyalty_account,
        [{"party_id": of.party_id, "points": points, "earned": earned}], add=("points", "earned"),
    )  # fmt: skip
    _write(uow, of, kind, points, origin_id)


def _write(uow: UnitOfWork, of: PointsDocument, kind: PointsKind, points: int, origin_id: int | None) -> None:
    """One change of a balance, in the books and in the journal."""
    uow.connection.execute(
        insert(loyalty_move),
        {
            "id": next_id(), "party_id": of.party_id, "kind": kind.value, "points": points,
            "document_type": of.document_type, "document_id": of.document_id, "origin_id": origin_id,
            "business_date": of.business_date, "at": uow.now, "actor_id": uow.actor.user_id,
        },
    )  # fmt: skip
    note(
        uow, kind=f"points.{kind.value}", document_type=of.document_type, document_id=of.document_id,
        payload={"party": of.party_id, "points": points},
    )  # fmt: skip
