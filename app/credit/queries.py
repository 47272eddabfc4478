"""How a customer's credit stands."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.credit.rules import CreditStanding
from app.receivables.queries import open_by_sign, overdue_minor
from app.terms.queries import Terms


def credit_standing(
    connection: Connection, *, terms: Terms, confirmed_minor: int, new_minor: int, on: date
) -> CreditStanding:
    """The standing with a new amount; orders hand in what is confirmed and not invoiced."""
    owed, unapplied = open_by_sign(connection, party_id=terms.party_id)
    late = overdue_minor(connection, party_id=terms.party_id, on=on) if owed else 0
    return CreditStanding(
        terms.credit_limit_minor, owed, confirmed_minor, new_minor, unapplied, late, terms.late_policy
    )
