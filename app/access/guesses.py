"""Wrong PINs, passwords and codes are counted in the database, on one count: no restart helps a thief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, select, update

from app.access.rules import LOCK_AFTER, wait_after
from app.access.tables import user_account, user_guess
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace

MOST_A_DAY: Final = 100  # even when the user himself signs in between (design/reliability.md 7, S7)


@dataclass(frozen=True, slots=True)
class Guess:
    """Why somebody was not let in."""

    wrong: bool = False
    locked: bool = False
    wait_until: datetime | None = None
    tries_left: int = 0


def count_guess(uow: UnitOfWork, user_id: int, is_right: Callable[[Any], bool]) -> Guess | None:
    """None when it is right; else the refusal, counted: the caller's transaction must commit.

    Args:
        uow: the transaction; the user is locked in it, so that guesses of several stations queue.
        user_id: whose.
        is_right: is given the user's row; it is not asked while the user is locked or has to wait.
    """
    row = uow.connection.execute(
        select(user_account).where(user_account.c.id == user_id).with_for_update()
    ).one_or_none()
    if row is None or not row.active:
        return Guess(wrong=True)
    if row.failed_attempts >= LOCK_AFTER:
        return Guess(locked=True)
    waiting = _wait(uow, row)
    if waiting is not None:
        return Guess(wait_until=waiting)
    if is_right(row):
        if row.failed_attempts:
            _set_failures(uow, user_id, 0)
        return None
    failed = row.failed_attempts + 1
    if _of_today(uow, user_id) >= MOST_A_DAY:
        failed = LOCK_AFTER
    _set_failures(uow, user_id, failed)
    return Guess(wrong=True, locked=failed >= LOCK_AFTER, tries_left=max(LOCK_AFTER - failed, 0))


def forget_guesses(uow: UnitOfWork, user_id: int) -> None:
    """Somebody who may has unlocked him."""
    _set_failures(uow, user_id, 0)
    uow.connection.execute(delete(user_guess).where(user_guess.c.user_id == user_id))


def _wait(uow: UnitOfWork, row: Any) -> datetime | None:
    """Until when to wait; a clock that was put back makes nobody wait longer than was meant."""
    until: datetime | None = row.locked_until
    wait = wait_after(row.failed_attempts)
    if until is None or wait is None or until <= uow.now:
        return None
    if until - uow.now <= wait:
        return until
    _set_failures(uow, row.id, row.failed_attempts)
    return uow.now + wait


def _of_today(uow: UnitOfWork, user_id: int) -> int:
    """How many wrong ones there are today, this one among them."""
    today = uow.now.date()
    row = uow.connection.execute(select(user_guess).where(user_guess.c.user_id == user_id)).one_or_none()
    wrong = 1 + (row.wrong if row is not None and row.day == today else 0)
    insert_or_replace(
        uow.connection, user_guess, [{"user_id": user_id, "day": today, "wrong": wrong}], keys=("user_id",)
    )
    return wrong


def _set_failures(uow: UnitOfWork, user_id: int, failed: int) -> None:
    wait = wait_after(failed)
    uow.connection.execute(
        update(user_account).where(user_account.c.id == user_id),
        {"failed_attempts": failed, "locked_until": None if wait is None else uow.now + wait},
    )
