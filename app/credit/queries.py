"""How a customer's credit stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, select

from app.credit.rules import CreditStanding
from app.credit.tables import credit_stop
from app.organisation.queries import find_setting
from app.receivables.queries import open_by_sign, overdue_minor
from app.terms.queries import Terms
from app.terms.states import LatePolicy

HOLD_SETTING: Final = "credit.hold_after_days"


def is_stopped(connection: Connection, *, party_id: int) -> bool:
    """Whether his credit was stopped, e.g. by the last reminder."""
    found = select(credit_stop.c.id).where(
        credit_stop.c.party_id == party_id, credit_stop.c.lifted_at.is_(None)
    )
    return connection.execute(found).first() is not None


def hold_after_days(connection: Connection) -> int:
    """After how many days of being late everybody is held; 0: only as each one's terms say."""
    value = find_setting(connection, name=HOLD_SETTING)
    return value if isinstance(value, int) else 0


def credit_standing(
    connection: Connection, *, terms: Terms, confirmed_minor: int, new_minor: int, on: date
) -> CreditStanding:
    """The standing with a new amount; orders hand in what is confirmed and not invoiced.

    Whoever is late beyond the shop's days, or whose credit was stopped, is held while he is late, whatever
    his terms say.
    """
    owed, unapplied = open_by_sign(connection, party_id=terms.party_id)
    late = overdue_minor(connection, party_id=terms.party_id, on=on) if owed else 0
    policy = terms.late_policy
    if late and policy is not LatePolicy.NO_SALE and _held(connection, terms.party_id, on):
        policy = LatePolicy.NO_SALE
    return CreditStanding(terms.credit_limit_minor, owed, confirmed_minor, new_minor, unapplied, late, policy)


def _held(connection: Connection, party_id: int, on: date) -> bool:
    days = hold_after_days(connection)
    too_late = days and overdue_minor(connection, party_id=party_id, on=on - timedelta(days=days))
    return bool(too_late) or is_stopped(connection, party_id=party_id)
