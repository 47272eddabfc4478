"""What each cashier refunds, voids and changes, beside what the others do; and what is behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from app.access.tables import user_account
from app.audit.tables import journal
from app.reporting.loss.facts import Facts
from app.reporting.loss.figures import WATCHED, CashierFigure, CashierRow, Evidence, Figure
from app.reporting.loss.patterns import SHARES, TIMES_OF, bases_of, find_hits, large_differences
from app.reporting.loss.reading import GIVEN, in_period, read_facts, return_reasons
from app.reporting.loss.rules import TIMES, Compared, Verdict, judge, level_of
from app.till.tables import sale, sale_return

Judge = Callable[[Compared, float], Verdict]


def list_cashiers(connection: Connection, *, since: date, until: date) -> list[CashierRow]:
    """Every cashier of the period with his figures, the most unusual first."""
    return rows_of(read_facts(connection, since=since, until=until))


def rows_of(facts: Facts, judged: Judge = judge) -> list[CashierRow]:
    """The cashiers of these facts; `judged` is the bound (a test takes another)."""
    figures = _add_up(facts)
    level = level_of(len(figures) * len(WATCHED))
    verdicts: dict[int, dict[Figure, Verdict]] = defaultdict(dict)
    for figure in WATCHED:
        for user_id, compared in _compare(facts, figures, figure).items():
            verdicts[user_id][figure] = judged(compared, level)
    rows = [
        CashierRow(
            user_id, facts.names.get(user_id, str(user_id)),
            {f: CashierFigure(*found.get(f, (0, 0))) for f in Figure},
            frozenset(f for f, v in verdicts[user_id].items() if v.stands_out), verdicts[user_id],
        )
        for user_id, found in figures.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda r: (-len(r.unusual), r.name))


def _add_up(facts: Facts) -> dict[int, dict[Figure, tuple[int, int]]]:
    """Count and amount of each figure, by cashier."""
    found: dict[int, dict[Figure, tuple[int, int]]] = defaultdict(dict)
    for user_id, count in facts.sales.items():
        found[user_id][Figure.SALES] = (count, facts.amounts[user_id])
    for user_id, figure, item in find_hits(facts):
        count, amount = found[user_id].get(figure, (0, 0))
        found[user_id][figure] = (count + 1, amount + item.amount_minor)
    return found


def _compare(
    facts: Facts, figures: dict[int, dict[Figure, tuple[int, int]]], figure: Figure
) -> dict[int, Compared]:
    counts = Counter({user_id: found.get(figure, (0, 0))[0] for user_id, found in figures.items()})
    if figure is Figure.DIFFERENCES:
        counts = large_differences(facts)
    bases = bases_of(facts, figure)
    all_counts, all_bases = sum(counts.values()), sum(bases[user_id] for user_id in figures)
    return {
        user_id: Compared(
            counts[user_id], bases[user_id], all_counts - counts[user_id], all_bases - bases[user_id],
            figure in SHARES, times=TIMES_OF.get(figure, TIMES),
        )
        for user_id in figures
    }  # fmt: skip


def list_evidence(
    connection: Connection, *, user_id: int, figure: Figure, since: date, until: date
) -> list[Evidence]:
    """What is behind a figure of a cashier, oldest first."""
    if figure is Figure.SALES:
        return _sales(connection, user_id, since, until)
    facts = read_facts(connection, since=since, until=until)
    found = [item for who, what, item in find_hits(facts) if (who, what) == (user_id, figure)]
    return sorted(found, key=lambda item: item.at)


def _sales(connection: Connection, user_id: int, since: date, until: date) -> list[Evidence]:
    approver = user_account.alias()
    query = (
        select(sale, approver.c.name.label("approver"))
        .join_from(
            sale, journal, (journal.c.document_id == sale.c.id) & journal.c.kind.in_(GIVEN), isouter=True
        )
        .outerjoin(approver, approver.c.id == journal.c.approver_id)
        .where(in_period(since, until), sale.c.cashier_id == user_id, sale.c.kind == "sale")
        .order_by(sale.c.business_date, sale.c.id)  # else all sales there ever were are read in their order
    )
    return [
        Evidence(r.completed_at, r.number, r.gross_minor, r.note or "", r.approver or "", r.id)
        for r in connection.execute(query)
    ]


@dataclass(frozen=True, slots=True)
class LooseReturn:
    """Goods taken back without a receipt."""

    sale_id: int
    number: str
    at: datetime
    cashier: str
    approver: str
    gross_minor: int
    reasons: str


def list_loose_returns(connection: Connection, *, since: date, until: date) -> list[LooseReturn]:
    """The daily list of returns without a receipt: who, whose yes, how much, why."""
    why = return_reasons(connection, since, until)
    cashier, approver = user_account.alias(), user_account.alias()
    rows = connection.execute(
        select(sale, cashier.c.name.label("cashier"), approver.c.name.label("approver"))
        .join_from(sale, sale_return, sale_return.c.sale_id == sale.c.id)
        .outerjoin(cashier, cashier.c.id == sale.c.cashier_id)
        .outerjoin(journal, (journal.c.document_id == sale.c.id) & (journal.c.kind == "return.completed"))
        .outerjoin(approver, approver.c.id == journal.c.approver_id)
        .where(in_period(since, until), sale_return.c.origin_sale_id.is_(None))
        .order_by(sale.c.id)
    )
    return [
        LooseReturn(
            r.id, r.number, r.completed_at, r.cashier or "", r.approver or "", r.gross_minor,
            why.get(r.id, ""),
        )
        for r in rows
    ]  # fmt: skip
