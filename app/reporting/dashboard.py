"""The figures of the overview: by day, hour, category, product, cashier, tender, customer. Read only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, case, func, select

from app.access.tables import user_account
from app.catalog.tables import category, product
from app.inventory.tables import product_day, stock_level
from app.organisation.queries import get_company
from app.parties.tables import party
from app.payments.states import TenderKind
from app.payments.tables import tender_type
from app.printing.states import PrintStatus
from app.printing.tables import print_job
from app.receivables.tables import open_item
from app.reporting.days import DayFigures, list_day_figures
from app.till.tables import sale, shift, shift_sales, shift_tender


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its name; `quantity_milli` where it was counted."""

    name: str
    minor: int
    quantity_milli: int = 0


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything the overview shows, of one snapshot."""

    days: tuple[DayFigures, ...]
    hours: tuple[Amount, ...]  # name is the hour, "0" to "23", of the last day with sales
    hours_of: date | None
    categories: tuple[Amount, ...]
    products: tuple[Amount, ...]
    open_items_minor: int
    jobs_needing_attention: int
    products_below_zero: int
    cashiers: tuple[Amount, ...] = ()
    tenders: tuple[Amount, ...] = ()
    customers: tuple[Amount, ...] = ()


def load_dashboard(connection: Connection, *, since: date, until: date, top: int = 10) -> Dashboard:
    """The figures from `since` to `until`, both included."""
    days = tuple(list_day_figures(connection, since=since, until=until))
    last = days[-1].business_date if days else None
    return Dashboard(
        days=days,
        hours=sales_by_hour(connection, on=last) if last else (),
        hours_of=last,
        categories=sales_by_category(connection, since=since, until=until),
        products=top_products(connection, since=since, until=until, limit=top),
        open_items_minor=_open_items(connection),
        jobs_needing_attention=_jobs(connection),
        products_below_zero=_below_zero(connection),
        cashiers=sales_by_cashier(connection, since=since, until=until),
        tenders=taken_by_tender(connection, since=since, until=until),
        customers=top_customers(connection, since=since, until=until, limit=top),
    )


def sales_by_hour(connection: Connection, *, on: date) -> tuple[Amount, ...]:
    """What was sold in each hour of a day by the shop's clock, from the first to the last with a sale."""
    zone = ZoneInfo(get_company(connection).time_zone)
    totals: Counter[int] = Counter()
    rows = connection.execute(
        select(sale.c.completed_at, sale.c.gross_minor).where(sale.c.business_date == on)
    )
    for row in rows:
        totals[row.completed_at.astimezone(zone).hour] += row.gross_minor
    if not totals:
        return ()
    return tuple(Amount(str(hour), totals[hour]) for hour in range(min(totals), max(totals) + 1))


def sales_by_category(connection: Connection, *, since: date, until: date) -> tuple[Amount, ...]:
    """Sales less returns including tax, the largest first; open items have no name."""
    total = func.sum(shift_sales.c.gross_minor)
    rows = connection.execute(
        select(category.c.name, total, func.sum(shift_sales.c.quantity_milli))
        .select_from(
            shift_sales.join(shift, shift.c.id == shift_sales.c.shift_id).outerjoin(
                category, category.c.id == shift_sales.c.category_id
            )
        )
        .where(shift.c.business_date.between(since, until))
        .group_by(category.c.name)
        .order_by(total.desc())
    )
    return tuple(Amount(name or "", int(minor), int(quantity)) for name, minor, quantity in rows)


def top_products(connection: Connection, *, since: date, until: date, limit: int = 10) -> tuple[Amount, ...]:
    """The products that brought most, from the summary of each product's days."""
    total = func.sum(product_day.c.revenue_minor)
    best = (
        select(
            product_day.c.product_id, total.label("minor"), func.sum(product_day.c.sold_milli).label("sold")
        )
        .where(product_day.c.business_date.between(since, until))
        .group_by(product_day.c.product_id)
        .having(total > 0)
        .order_by(total.desc(), product_day.c.product_id)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        select(product.c.name, best.c.minor, best.c.sold)
        .join_from(best, product, product.c.id == best.c.product_id)
        .order_by(best.c.minor.desc(), product.c.name)
    )
    return tuple(Amount(name, int(minor), int(sold)) for name, minor, sold in rows)


def sales_by_cashier(connection: Connection, *, since: date, until: date) -> tuple[Amount, ...]:
    """Sales less returns including tax of each cashier, the largest first."""
    total = func.sum(sale.c.gross_minor)
    rows = connection.execute(
        select(user_account.c.name, total)
        .join_from(sale, user_account, user_account.c.id == sale.c.cashier_id)
        .where(sale.c.business_date.between(since, until))
        .group_by(user_account.c.id, user_account.c.name)
        .order_by(total.desc(), user_account.c.name)
    )
    return tuple(Amount(name, int(minor)) for name, minor in rows)


def taken_by_tender(connection: Connection, *, since: date, until: date) -> tuple[Amount, ...]:
    """What was taken, less what was paid out, by each tender, from the summaries of the shifts."""
    total = func.sum(shift_tender.c.amount_minor)
    rows = connection.execute(
        select(tender_type.c.name, total)
        .select_from(
            shift_tender.join(shift, shift.c.id == shift_tender.c.shift_id).join(
                tender_type, tender_type.c.code == shift_tender.c.tender_code
            )
        )
        .where(shift.c.business_date.between(since, until), tender_type.c.kind != TenderKind.EXCHANGE.value)
        .group_by(tender_type.c.name)
        .having(total != 0)
        .order_by(total.desc(), tender_type.c.name)
    )
    return tuple(Amount(name, int(minor)) for name, minor in rows)


def top_customers(connection: Connection, *, since: date, until: date, limit: int = 10) -> tuple[Amount, ...]:
    """The customers who bought most at the tills, sales less returns including tax."""
    total = func.sum(sale.c.gross_minor)
    rows = connection.execute(
        select(party.c.name, total)
        .join_from(sale, party, party.c.id == sale.c.party_id)
        .where(sale.c.business_date.between(since, until), sale.c.party_id.is_not(None))
        .group_by(party.c.id, party.c.name)
        .having(total > 0)
        .order_by(total.desc(), party.c.name)
        .limit(limit)
    )
    return tuple(Amount(name, int(minor)) for name, minor in rows)


def _open_items(connection: Connection) -> int:
    found = connection.execute(select(func.coalesce(func.sum(open_item.c.open_minor), 0)))
    return int(found.scalar_one())


def _jobs(connection: Connection) -> int:
    query = select(func.count()).where(print_job.c.status == PrintStatus.NEEDS_ATTENTION.value)
    return int(connection.execute(query.select_from(print_job)).scalar_one())


def _below_zero(connection: Connection) -> int:
    query = select(func.coalesce(func.sum(case((stock_level.c.on_hand_milli < 0, 1), else_=0)), 0)).join_from(
        stock_level, product, product.c.id == stock_level.c.product_id
    )
    return int(connection.execute(query.where(product.c.active)).scalar_one())
