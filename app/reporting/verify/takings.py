"""Money taken at tills that is no sale, and what is owed on gift cards and store credit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, case, func, literal, or_, select, union_all

from app.ledger.tables import ledger_entry, ledger_line
from app.loyalty.tables import loyalty_account, loyalty_move
from app.payments.tables import payment
from app.reporting.verify.ledger import role_of_account
from app.reporting.verify.results import Check, differences, stream, sums
from app.till.states import HoldKind, HoldStatus
from app.till.tables import till_hold, till_hold_part, till_taking
from app.vouchers.operations import ROLES
from app.vouchers.tables import voucher, voucher_move


def _paid(connection: Connection) -> Iterator[str]:
    """Payments of each are its amount and cash rounding."""
    added = (
        select(payment.c.document_id, func.sum(payment.c.amount_minor).label("paid"))
        .where(payment.c.document_type == "taking")
        .group_by(payment.c.document_id)
        .subquery()
    )
    paid = func.coalesce(added.c.paid, 0)
    due = till_taking.c.amount_minor + till_taking.c.rounding_minor
    query = (
        select(till_taking.c.number, paid, due)
        .join_from(till_taking, added, added.c.document_id == till_taking.c.id, isouter=True)
        .where(paid != due)
    )
    for number, found, wanted in stream(connection, query):
        yield f"taking {number}: {int(found)} was paid of {int(wanted)}"


def _balances(connection: Connection) -> Iterator[str]:
    added = (
        select(voucher_move.c.voucher_id, func.sum(voucher_move.c.amount_minor).label("total"))
        .group_by(voucher_move.c.voucher_id)
        .subquery()
    )
    total = func.coalesce(added.c.total, 0)
    query = (
        select(voucher.c.code, voucher.c.balance_minor, total)
        .join_from(voucher, added, added.c.voucher_id == voucher.c.id, isouter=True)
        .where(total != voucher.c.balance_minor)
    )
    for code, balance, wanted in stream(connection, query):
        yield f"voucher {code}: {balance} is on it, by its moves {int(wanted)}"


def _liability(connection: Connection) -> Iterator[str]:
    """By kind: the balances, and what is kept of them for checkouts, are what the ledger owes."""
    booked = _by_role(connection)
    p = till_hold_part.c
    kept = (
        select(p.kind, p.amount)
        .join_from(till_hold_part, till_hold, till_hold.c.id == p.hold_id)
        .where(till_hold.c.status == HoldStatus.OPEN.value, p.kind.in_([k.value for k in ROLES]))
    )
    on_cards = select(voucher.c.kind, voucher.c.balance_minor)
    both = union_all(on_cards, kept).subquery()
    owed = sums(connection, select(both.c.kind, func.sum(both.c.balance_minor)).group_by(both.c.kind), 1)
    told = {(role,): owed.get((kind.value,), (0,)) for kind, role in ROLES.items()}
    right = {(role,): (-booked.get(role, 0),) for role in ROLES.values()}
    for (role,), why in differences(told, right, ("what stands on cards",)):
        yield f"{role}: {why}"


def _by_role(connection: Connection) -> dict[str, int]:
    roles = role_of_account(connection)
    found: dict[str, int] = {}
    query = select(ledger_line.c.account_code, func.sum(ledger_line.c.amount_minor)).group_by(
        ledger_line.c.account_code
    )
    for code, amount in connection.execute(query):
        role = roles.get(code, code)
        found[role] = found.get(role, 0) + int(amount)
    return found


def _clearing(connection: Connection) -> Iterator[str]:
    """What one document of a checkout owes another is settled in the same transaction."""
    roles = role_of_account(connection)
    codes = [code for code, role in roles.items() if role == "till_clearing"]
    query = (
        select(ledger_entry.c.business_date, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_line.c.account_code.in_(codes))
        .group_by(ledger_entry.c.business_date)
        .having(func.sum(ledger_line.c.amount_minor) != 0)
    )
    for day, amount in connection.execute(query):
        yield f"till clearing of {day}: {int(amount)} is not settled"


def _points(connection: Connection) -> Iterator[str]:
    """Points of every customer are what moved, and what was earned what earned and took back."""
    m = loyalty_move.c
    earned = case((m.kind.in_(("earned", "reversed")), m.points), else_=0)
    moved = sums(connection, select(m.party_id, func.sum(m.points), func.sum(earned)).group_by(m.party_id), 1)
    a = loyalty_account.c
    told = sums(connection, select(a.party_id, a.points, a.earned), 1)
    for (party_id,), why in differences(told, moved, ("points", "earned")):
        yield f"points of customer {party_id}: {why}"


def _holds(connection: Connection) -> Iterator[str]:
    """What is kept for a checkout is off its balance while it is kept, and on it again afterwards."""
    p, h = till_hold_part.c, till_hold.c
    kept = (
        select(
            p.hold_id,
            func.sum(case((p.kind.in_([k.value for k in ROLES]), p.amount), else_=0)).label("minor"),
            func.sum(case((p.kind == HoldKind.POINTS.value, p.amount), else_=0)).label("points"),
        )
        .join_from(till_hold_part, till_hold, h.id == p.hold_id)
        .where(h.status == HoldStatus.OPEN.value)
        .group_by(p.hold_id)
    )
    v, m = voucher_move.c, loyalty_move.c
    moved = union_all(
        select(v.document_id, v.amount_minor.label("minor"), literal(0).label("points"))
        .where(v.document_type == "hold"),
        select(m.document_id, literal(0), m.points).where(m.document_type == "hold"),
    ).subquery()  # fmt: skip
    off = (
        select(moved.c.document_id, -func.sum(moved.c.minor), -func.sum(moved.c.points))
        .group_by(moved.c.document_id)
        .having(or_(func.sum(moved.c.minor) != 0, func.sum(moved.c.points) != 0))
    )
    there, wanted = sums(connection, off, 1), sums(connection, kept, 1)
    wanted = {key: amounts for key, amounts in wanted.items() if any(amounts)}
    for (hold_id,), why in differences(there, wanted, ("money", "points")):
        yield f"what is kept for checkout {hold_id}: {why}"


TAKING_CHECKS: Final = (
    Check("holds_are_kept", "What is kept for tills' checkouts is off the balances, once.", _holds),
    Check("points_equal_moves", "The points of every customer are what moved.", _points),
    Check("takings_are_paid", "Money taken at tills that is no sale was paid as it says.", _paid),
    Check("vouchers_equal_moves", "What is on every gift card and store credit is what moved.", _balances),
    Check("vouchers_equal_ledger", "What is owed on vouchers in the ledger is what is on them.", _liability),
    Check("till_clearing_is_settled", "Documents of one checkout owe each other nothing.", _clearing),
)
