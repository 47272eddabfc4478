"""Statements add up, and every line of the bank is booked exactly as its match says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, and_, exists, func, select

from app.banking.states import LineStatus, MatchKind, MatchStatus
from app.banking.tables import bank_account, bank_line, bank_match, bank_match_part, bank_statement
from app.ledger.queries import accounts_of
from app.ledger.tables import ledger_entry, ledger_line
from app.organisation.queries import get_company
from app.payments.tables import customer_payment
from app.reporting.verify.results import Check, stream, sums

_BOOKING: Final = (MatchKind.ACCOUNT.value, MatchKind.PAYOUT.value)


def _statements(connection: Connection) -> Iterator[str]:
    rows = stream(
        connection,
        select(bank_statement, bank_account.c.name)
        .join_from(bank_statement, bank_account, bank_account.c.id == bank_statement.c.account_id)
        .order_by(bank_statement.c.id),
    )
    kept = sums(
        connection,
        select(bank_line.c.statement_id, func.count(), func.sum(bank_line.c.amount_minor)).group_by(
            bank_line.c.statement_id
        ),
        1,
    )
    for r in rows:
        where = f"statement {r.number or r.id} of {r.name}"
        if r.proven and (r.opening_minor is None or r.opening_minor + r.sum_minor != r.closing_minor):
            yield f"{where}: opening balance and lines do not come to the closing balance"
        count, total = kept.get((r.id,), (0, 0))
        if count != r.new_count:
            yield f"{where}: {count} lines are kept, {r.new_count} were brought"
        if not r.known_count and total != r.sum_minor:
            yield f"{where}: its lines come to {total}, not to {r.sum_minor}"


def _matches(connection: Connection) -> Iterator[str]:
    """A booked line has one posted match of its amount, and no other line has one."""
    posted = and_(bank_match.c.line_id == bank_line.c.id, bank_match.c.status == MatchStatus.POSTED.value)
    lost = select(bank_line.c.id).where(
        bank_line.c.status == LineStatus.BOOKED.value, ~exists().where(posted)
    )
    for (line_id,) in stream(connection, lost):
        yield f"bank line {line_id} is booked, but by no match"
    rows = (
        select(bank_match.c.id, bank_match.c.amount_minor, bank_line.c.status, bank_line.c.amount_minor)
        .join_from(bank_match, bank_line, bank_line.c.id == bank_match.c.line_id)
        .where(bank_match.c.status == MatchStatus.POSTED.value)
    )
    for match_id, told, status, amount in stream(connection, rows):
        if status != LineStatus.BOOKED.value:
            yield f"bank match {match_id} is posted, but its line is {status}"
        if told != amount:
            yield f"bank match {match_id} is over {told}, its line over {amount}"


def _payments(connection: Connection) -> Iterator[str]:
    """The payments of a match come to its line."""
    paid: dict[int, dict[int, int]] = {}
    rows = (
        select(
            bank_match.c.id, bank_match.c.amount_minor, customer_payment.c.id.label("payment_id"),
            customer_payment.c.amount_minor.label("paid"), customer_payment.c.kind,
            customer_payment.c.status, customer_payment.c.number,
        )
        .join_from(bank_match, bank_match_part, bank_match_part.c.match_id == bank_match.c.id)
        .join(customer_payment, customer_payment.c.id == bank_match_part.c.payment_id)
        .join(bank_line, bank_line.c.id == bank_match.c.line_id)
        .where(
            customer_payment.c.currency == bank_line.c.currency,  # else see _abroad
            bank_match.c.status == MatchStatus.POSTED.value,
            bank_match.c.kind.in_(
                [MatchKind.PAYMENT.value, MatchKind.KNOWN.value, MatchKind.COLLECTION.value]
            ),
        )
    )  # fmt: skip
    wanted: dict[int, int] = {}
    for r in stream(connection, rows):
        wanted[r.id] = r.amount_minor
        paid.setdefault(r.id, {})[r.payment_id] = r.paid if r.kind == "receipt" else -r.paid
    for match_id, amount in wanted.items():
        total = sum(paid[match_id].values())
        if total != amount:
            yield f"bank match {match_id}: its payments come to {total}, the line to {amount}"


def _abroad(connection: Connection) -> Iterator[str]:
    """A payment in another currency moved the bank, with its exchange difference, by the line."""
    codes = accounts_of(connection, role="bank")
    booked = sums(
        connection,
        select(ledger_entry.c.document_id, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(
            ledger_entry.c.document_type.in_(("bank_match", "customer_payment")),
            ledger_line.c.account_code.in_(codes),
        )
        .group_by(ledger_entry.c.document_id),
        1,
    )  # fmt: skip
    rows = (
        select(bank_match.c.id, bank_match.c.amount_minor, customer_payment.c.id.label("payment_id"))
        .distinct()
        .join_from(bank_match, bank_match_part, bank_match_part.c.match_id == bank_match.c.id)
        .join(customer_payment, customer_payment.c.id == bank_match_part.c.payment_id)
        .join(bank_line, bank_line.c.id == bank_match.c.line_id)
        .where(
            bank_match.c.status == MatchStatus.POSTED.value, bank_match.c.kind == MatchKind.PAYMENT.value,
            customer_payment.c.currency != bank_line.c.currency, customer_payment.c.status == "posted",
        )
    )  # fmt: skip
    for match_id, amount, payment_id in stream(connection, rows):
        found = booked.get((match_id,), (0,))[0] + booked.get((payment_id,), (0,))[0]
        if found != amount:
            yield f"bank match {match_id} moved the bank by {found} in the ledger, should be {amount}"


def _in_ledger(connection: Connection) -> Iterator[str]:
    yield from _entries(connection)
    yield from _abroad(connection)


def _entries(connection: Connection) -> Iterator[str]:
    """A line booked to accounts moved the bank's account by its amount; an undone one by nothing."""
    codes = accounts_of(connection, role="bank")
    booked = sums(
        connection,
        select(ledger_entry.c.document_id, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_entry.c.document_type == "bank_match", ledger_line.c.account_code.in_(codes))
        .group_by(ledger_entry.c.document_id),
        1,
    )
    home = get_company(connection).currency  # what another currency came to is its rate's business
    rows = (
        select(bank_match.c.id, bank_match.c.status, bank_match.c.amount_minor)
        .join_from(bank_match, bank_line, bank_line.c.id == bank_match.c.line_id)
        .where(bank_match.c.kind.in_(_BOOKING), bank_line.c.currency == home)
    )
    for match_id, status, amount in stream(connection, rows):
        wanted = amount if status == MatchStatus.POSTED.value else 0
        found = booked.get((match_id,), (0,))[0]
        if found != wanted:
            yield f"bank match {match_id} moved the bank by {found} in the ledger, should be {wanted}"


BANK_CHECKS: Final = (
    Check("statements_add_up", "Every bank statement adds up, and all its lines are kept.", _statements),
    Check("lines_are_matched_once", "Every booked line of the bank has one match of its amount.", _matches),
    Check("matched_payments_equal_lines", "The payments of a bank line come to the line.", _payments),
    Check("bank_lines_in_ledger", "Every bank line booked to accounts stands in the ledger.", _in_ledger),
)
