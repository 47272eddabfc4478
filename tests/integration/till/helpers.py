"""What the tests of the till say often."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from app.audit.queries import verify_chains
from app.audit.tables import journal
from app.kernel.permission import Approval
from app.ledger.queries import account_of, list_balances, list_unbalanced_entries
from app.till.operations.shifts import ClosedShift, Counted, close_shift, save_count
from app.till.shift_report import ShiftReport, shift_report
from tests.factories.shop import Shop


def rows(shop: Shop, table: Any, *conditions: Any) -> list[Any]:
    """The rows of a table."""
    with shop.runtime.factory.read() as connection:
        return list(connection.execute(select(table).where(*conditions)).all())


def count(shop: Shop, table: Any) -> int:
    """How many rows a table has."""
    with shop.runtime.factory.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def report_of(shop: Shop, shift: int) -> ShiftReport:
    """The figures of a shift."""
    return shop.runtime.ask(shift_report, shift_id=shift)


def balance(shop: Shop, role: str, *, shift: int | None = None) -> int:
    """What the account of a role stands at."""
    code = shop.runtime.ask(account_of, role=role)
    return sum(b.balance_minor for b in shop.runtime.ask(list_balances, shift_id=shift) if b.code == code)


def kinds(shop: Shop, chain: str = "T01") -> list[str]:
    """The kinds of a chain's entries, oldest first."""
    with shop.runtime.factory.read() as connection:
        return list(
            connection.execute(
                select(journal.c.kind).where(journal.c.chain == chain).order_by(journal.c.seq)
            ).scalars()
        )


def entry(shop: Shop, kind: str) -> Any:
    """The newest journal entry of a kind."""
    with shop.runtime.factory.read() as connection:
        return connection.execute(
            select(journal).where(journal.c.kind == kind).order_by(journal.c.at.desc(), journal.c.seq.desc())
        ).first()


def counted(shop: Shop, shift: int, *, off: int = 0) -> list[Counted]:
    """A count that agrees with what is expected, but for `off` in cash."""
    report = report_of(shop, shift)
    taken: dict[str, int] = {}
    for t in report.tenders:
        taken[t.code] = taken.get(t.code, 0) + t.amount_minor
    codes = [t.code for t in shop.context().tenders if t.counted and t.code != "cash"]
    return [
        Counted("cash", report.expected_cash_minor + off),
        *(Counted(code, taken.get(code, 0)) for code in codes),
    ]


def close(
    shop: Shop, shift: int, *, off: int = 0, why: str = "", next_float: int = 20000, by: str = "cashier",
    till: str = "T01", approval: Approval | None = None,
) -> ClosedShift:  # fmt: skip
    """Count and close a shift."""
    context, actor = shop.context(till), shop.actor(by, till)
    shop.runtime.run(
        save_count, actor=actor, context=context, shift_id=shift, counts=counted(shop, shift, off=off)
    )
    return shop.runtime.run(
        close_shift, actor=actor, approval=approval, context=context, shift_id=shift, explanation=why,
        next_float_minor=next_float,
    )  # fmt: skip


def books_are_whole(shop: Shop) -> None:
    """Every entry balances and every chain is as it was written."""
    assert shop.runtime.ask(list_unbalanced_entries) == []
    assert sum(b.balance_minor for b in shop.runtime.ask(list_balances)) == 0
    assert shop.runtime.ask(verify_chains) == []


def approval_of(shop: Shop, name: str) -> Approval:
    """Somebody's yes."""
    actor = shop.actor(name)
    return Approval(
        actor.user_id,
        actor.name,
        actor.permissions,
        actor.line_discount_limit,
        actor.sale_discount_limit,
        "n",
    )
