"""Confirming an order: every check together, then the goods are committed in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, literal_column, select, update

from app.audit.steps import take_step
from app.credit.operations import record_release
from app.credit.queries import credit_standing
from app.credit.rules import CreditStanding, judge
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import take_ids
from app.kernel.money import Money, round_half_up
from app.kernel.permission import Permission, permitted
from app.kernel.state import InvalidTransitionError, check_transition
from app.kernel.text import clean_field
from app.numbering.operations import take_number
from app.orders.drafts import SavedOrder
from app.orders.operations.allocate import commit_stock
from app.orders.operations.entry import saved
from app.orders.operations.quotes import check_not_expired
from app.orders.operations.route import route_by_rule
from app.orders.refusals import ReasonNeededError
from app.orders.rules import HUNDRED_PER_CENT
from app.orders.states import ORDER_TRANSITIONS, HoldReason, OrderStatus
from app.orders.store import line_rows, lock_order, refresh_progress
from app.orders.tables import order_hold, sales_order
from app.organisation.queries import Company, find_setting, get_company
from app.receivables.operations import CustomerBlockedError
from app.terms.queries import Terms, get_terms
from app.terms.rules import to_home

APPROVAL_SETTING: Final = "orders.approval_minor"  # orders above it wait for a yes; unset: none does
_CONFIRMED: Final = (
    select(sales_order.c.rate_micro, func.sum(sales_order.c.uninvoiced_minor))
    .where(
        sales_order.c.party_id == bindparam("party_"), sales_order.c.status == literal_column("'confirmed'")
    )
    .group_by(sales_order.c.rate_micro)
)


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason to wait, with what to tell about it."""

    reason: HoldReason
    detail: str


@permitted(Permission.ORDERS)
def confirm_order(uow: UnitOfWork, *, order_id: int, expected_version: int | None = None) -> SavedOrder:
    """Make a draft or an accepted quote an order: confirmed with its goods committed, or on hold.

    Confirming twice does nothing the second time.

    Raises:
        QuoteExpiredError, CustomerBlockedError, InvalidTransitionError, ChangedElsewhereError.
    """
    row = lock_order(uow, order_id)
    if row.status in (OrderStatus.CONFIRMED.value, OrderStatus.ON_HOLD.value):
        return saved(row, was_there=True)
    row = lock_order(uow, order_id, expected_version)
    check_transition(ORDER_TRANSITIONS, OrderStatus(row.status), OrderStatus.CONFIRMED)
    company = get_company(uow.connection)
    today = company.day_of(uow.now)
    check_not_expired(row, today)
    terms = get_terms(uow.connection, party_id=row.party_id, lock=True)
    if not terms.active:
        raise CustomerBlockedError
    lines = line_rows(uow.connection, order_id)
    standing = order_standing(uow, row, terms, company)
    holds = _holds(uow, row, lines, standing, company)
    if not holds:
        row, lines = route_by_rule(uow, row=row, lines=lines, today=today)
    committed = [] if holds else lines
    backordered = commit_stock(uow, row=row, lines=committed, today=today)
    number = take_number(uow, document_type="order", scope="O", fiscal_year=today.year).text
    status = OrderStatus.ON_HOLD if holds else OrderStatus.CONFIRMED
    final, _progress = refresh_progress(
        uow, order_id, row=row, status=status, values={"number": number, "ordered_on": today}, lines=lines
    )
    if holds:
        _write_holds(uow, order_id, holds)
    take_step(
        uow, document_type="order", document_id=order_id, step=status.value,
        detail="; ".join(h.detail for h in holds) or number,
        payload={
            "number": number, "gross_minor": row.gross_minor, "exposure_minor": standing.exposure_minor,
            "limit_minor": standing.limit_minor, "holds": [h.reason.value for h in holds],
        },
    )  # fmt: skip
    return SavedOrder(
        order_id, final, number, row.quote_number, row.gross_minor, row.version + 1,
        tuple(h.reason.value for h in holds), backordered,
    )  # fmt: skip


def order_standing(uow: UnitOfWork, row: Row[Any], terms: Terms, company: Company) -> CreditStanding:
    """The customer's credit with this order, in the company's currency, including tax."""
    confirmed = sum(
        to_home(int(total), rate)
        for rate, total in uow.connection.execute(_CONFIRMED, {"party_": row.party_id})
    )
    return credit_standing(
        uow.connection, terms=terms, confirmed_minor=confirmed,
        new_minor=to_home(row.gross_minor, row.rate_micro), on=company.day_of(uow.now),
    )  # fmt: skip


def _holds(
    uow: UnitOfWork, row: Row[Any], lines: Sequence[Row[Any]], standing: CreditStanding, company: Company
) -> list[Hold]:
    found = [
        Hold(HoldReason(finding.value), _credit_detail(finding.value, standing, company))
        for finding in judge(standing)
    ]
    amount = to_home(row.gross_minor, row.rate_micro)
    limit = find_setting(uow.connection, name=APPROVAL_SETTING)
    if isinstance(limit, int) and amount > limit and not uow.actor.may(Permission.RELEASE_ORDER):
        found.append(
            Hold(HoldReason.AMOUNT, f"{Money(amount, company.currency)} > {Money(limit, company.currency)}")
        )
    given = given_discount(lines)
    allowed = uow.actor.sale_discount_limit
    if given > allowed and not uow.actor.may(Permission.RELEASE_ORDER):
        found.append(Hold(HoldReason.DISCOUNT, f"{per_cent(given)} % > {per_cent(allowed)} %"))
    return found


def per_cent(hundredths: int) -> str:
    """1500 -> "15", 1250 -> "12.5"."""
    return f"{Decimal(hundredths).scaleb(-2).normalize():f}"


def _credit_detail(finding: str, standing: CreditStanding, company: Company) -> str:
    def money(minor: int) -> str:
        return str(Money(minor, company.currency))

    if finding == HoldReason.CREDIT_LIMIT.value:
        return f"{money(standing.exposure_minor)} > {money(standing.limit_minor or 0)}"
    if finding == HoldReason.OVERDUE.value:
        return money(standing.overdue_minor)
    return money(standing.exposure_minor)


def given_discount(lines: Sequence[Row[Any]]) -> int:
    """What was given off the list prices on all lines, hundredths of a per cent, rounded up."""
    listed = sum(round_half_up(x.list_price_minor * x.quantity_milli, 1000) for x in lines)
    given = listed - sum(x.amount_minor for x in lines)
    return -(-given * HUNDRED_PER_CENT // listed) if listed > 0 and given > 0 else 0


def _write_holds(uow: UnitOfWork, order_id: int, holds: Sequence[Hold]) -> None:
    uow.connection.execute(
        insert(order_hold),
        [
            {
                "id": hold_id, "order_id": order_id, "reason": h.reason.value, "detail": h.detail[:200],
                "created_at": uow.now, "released_at": None, "released_by": None, "release_note": None,
            }
            for hold_id, h in zip(take_ids(len(holds)), holds, strict=True)
        ],
    )  # fmt: skip


@permitted(Permission.RELEASE_ORDER)
def release_order(
    uow: UnitOfWork, *, order_id: int, reason: str, expected_version: int | None = None
) -> SavedOrder:
    """Let an order on hold through, with a reason that is kept; its goods are committed now.

    Raises:
        ReasonNeededError, InvalidTransitionError, CustomerBlockedError, ChangedElsewhereError.
    """
    row = lock_order(uow, order_id, expected_version)
    if row.status != OrderStatus.ON_HOLD.value:
        raise InvalidTransitionError(current=row.status, target="released")
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonNeededError
    company = get_company(uow.connection)
    terms = get_terms(uow.connection, party_id=row.party_id, lock=True)
    if not terms.active:
        raise CustomerBlockedError
    standing = order_standing(uow, row, terms, company)
    open_holds = _release_holds(uow, order_id, why)
    today = company.day_of(uow.now)
    row, lines = route_by_rule(uow, row=row, lines=line_rows(uow.connection, order_id), today=today)
    backordered = commit_stock(uow, row=row, lines=lines, today=today)
    final, _progress = refresh_progress(uow, order_id, row=row, status=OrderStatus.CONFIRMED, lines=lines)
    record_release(
        uow, party_id=row.party_id, document_type="order", document_id=order_id, standing=standing,
        reasons=open_holds, remark=why,
    )  # fmt: skip
    take_step(
        uow, document_type="order", document_id=order_id, step="released", detail=why,
        payload={
            "holds": open_holds, "reason": why, "exposure_minor": standing.exposure_minor,
            "limit_minor": standing.limit_minor,
        },
    )  # fmt: skip
    return SavedOrder(
        order_id, final, row.number, row.quote_number, row.gross_minor, row.version + 1,
        backordered=backordered,
    )  # fmt: skip


def _release_holds(uow: UnitOfWork, order_id: int, why: str) -> list[str]:
    found = list(
        uow.connection.execute(
            select(order_hold.c.reason)
            .where(order_hold.c.order_id == order_id, order_hold.c.released_at.is_(None))
            .order_by(order_hold.c.id)
        ).scalars()
    )
    uow.connection.execute(
        update(order_hold)
        .where(order_hold.c.order_id == order_id, order_hold.c.released_at.is_(None))
        .values(released_at=uow.now, released_by=uow.actor.user_id, release_note=why)
    )
    return [str(reason) for reason in found]
