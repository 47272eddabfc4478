"""At the server: kept for a checkout that a till with books of its own is about to book, and given back.

What is kept is gone for everybody else from this moment on: money and points leave their balance, goods
count as come back. So nothing is given twice, however long the till takes to tell; for the same reason
nothing is given back by the clock, but only by who knows that the checkout was never booked: the till
itself, or a person who takes the till for lost (docs/adr/0014).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.kernel.refusal import Refusal
from app.loyalty.operations import PointsDocument, redeem_points, return_points
from app.loyalty.states import PointsKind
from app.organisation.queries import get_company
from app.organisation.tables import till
from app.receivables.items import AlreadyPaidError, TooMuchAppliedError
from app.receivables.operations import check_account
from app.receivables.queries import list_open_items
from app.till.credit import CreditGoneError, credit_minor
from app.till.holds import VOUCHERS, Held, HoldPart, Wish
from app.till.operations.customers import check_late_account
from app.till.operations.returns import check_receipt
from app.till.refusals import CustomerNeededError, PointsCustomerError
from app.till.states import HoldKind, HoldStatus
from app.till.tables import till_hold, till_hold_part
from app.till.taking import Taking
from app.vouchers.operations import Movement, check_load, give_back, redeem_voucher
from app.vouchers.states import VoucherKind, VoucherMoveKind

KIND: Final = "hold"


class HoldGoneError(Refusal):
    """It was settled or given back meanwhile."""

    message = "Nothing is kept for this checkout any more. Reload the list."


class HoldSettledError(Refusal):
    """The checkout stands in the shop's books."""

    message = "This checkout is in the shop's books already. Start a new sale."


@dataclass(frozen=True, slots=True)
class HoldRow:
    """What is kept for a checkout, for the office."""

    uuid: str
    till_code: str
    at: datetime
    what: str  # numbers of cards and receipts
    amount_minor: int  # of the money among it


@dataclass(frozen=True, slots=True)
class _Keeping:
    """Of which hold, on which day, in which currency."""

    hold_id: int
    day: date
    currency: str


@permitted(Permission.SELL)
def keep_for_checkout(uow: UnitOfWork, *, wish: Wish, till_id: int, epoch: int) -> Held:
    """Keep what a checkout needs of the whole shop, all of it or nothing.

    Asked again with another payment the former is given back first; what was settled stays settled.

    Raises:
        NoSuchVoucherError, VoucherTooSmallError and what else a voucher is refused for; PointsTooFewError,
        PointsCustomerError, CreditGoneError, CreditLimitError, LateNoCreditError, AlreadyPaidError,
        TooMuchAppliedError, NoSuchReceiptError, NotASaleError, ReturnChangedError, HoldSettledError: see
            their sentences.
    """
    before = _locked(uow, wish.cart.uuid)
    if before is not None and before.status == HoldStatus.SETTLED.value:
        raise HoldSettledError
    if before is not None and before.status == HoldStatus.OPEN.value:
        _end(uow, before, HoldStatus.RELEASED, "asked for anew")
    company = get_company(uow.connection)
    hold_id = next_id() if before is None else before.id
    keeping = _Keeping(hold_id, company.day_of(uow.now), company.currency)
    origin = check_receipt(uow, wish.cart) if any(x.back is not None for x in wish.cart.lines) else None
    for load in wish.loads:
        check_load(uow, wanted=_movement(keeping, load.kind, load.code, load.amount_minor))
    for payment in wish.payments:
        _check_open(uow, payment, keeping.currency)
    if wish.parts:
        _write(uow, wish, keeping, till_id, epoch, is_new=before is None)
    return Held(origin)


def _write(uow: UnitOfWork, wish: Wish, keeping: _Keeping, till_id: int, epoch: int, *, is_new: bool) -> None:
    """Cards by their number, so that two tills lock them in one order."""
    parts = sorted(wish.parts, key=lambda p: (p.kind.value, p.reference, p.party_id or 0))
    row = {
        "status": HoldStatus.OPEN.value, "till_id": till_id, "epoch": epoch,
        "cashier_id": uow.actor.user_id, "business_date": keeping.day, "at": uow.now, "ended_at": None,
        "why": None,
    }  # fmt: skip
    if is_new:
        uow.connection.execute(insert(till_hold), {"id": keeping.hold_id, "uuid": wish.cart.uuid, **row})
    else:
        uow.connection.execute(update(till_hold).where(till_hold.c.id == keeping.hold_id), row)
        uow.connection.execute(till_hold_part.delete().where(till_hold_part.c.hold_id == keeping.hold_id))
    for part in parts:
        _KEEP[part.kind](uow, keeping, part)
    uow.connection.execute(
        insert(till_hold_part),
        [
            {
                "hold_id": keeping.hold_id, "position": i, "kind": p.kind.value, "reference": p.reference,
                "party_id": p.party_id, "sale_id": p.sale_id, "sale_position": p.sale_position,
                "amount": p.amount,
            }
            for i, p in enumerate(parts, start=1)
        ],
    )  # fmt: skip
    note(
        uow, kind="hold.kept", document_type=KIND, document_id=keeping.hold_id,
        payload={
            "uuid": wish.cart.uuid, "till": till_id,
            "parts": [[p.kind.value, p.reference, p.party_id, p.amount] for p in parts],
        },
    )  # fmt: skip


def settle_hold(uow: UnitOfWork, *, uuid: str) -> bool:
    """The checkout is booked in this transaction: what was kept for it is there for it; whether it was."""
    row = _locked(uow, uuid)
    if row is None or row.status != HoldStatus.OPEN.value:
        return False
    _end(uow, row, HoldStatus.SETTLED, None)
    return True


@permitted(Permission.SYSTEM)
def release_hold(uow: UnitOfWork, *, uuid: str, till_id: int, epoch: int, why: str) -> None:
    """The till says that this checkout of its own was not booked; said again, nothing happens."""
    row = _locked(uow, uuid)
    if row is not None and (row.status, row.till_id, row.epoch) == (HoldStatus.OPEN.value, till_id, epoch):
        _end(uow, row, HoldStatus.RELEASED, why)


@permitted(Permission.SETTINGS)
def give_up_hold(uow: UnitOfWork, *, uuid: str) -> None:
    """A person takes the till for lost; raises HoldGoneError.

    Should the checkout come all the same, it is booked if what it needs is still there, and waits for a
    person otherwise.
    """
    row = _locked(uow, uuid)
    if row is None or row.status != HoldStatus.OPEN.value:
        raise HoldGoneError
    _end(uow, row, HoldStatus.RELEASED, f"given up by {uow.actor.name}"[:200])


@permitted(Permission.SETTINGS)
def release_holds_of(uow: UnitOfWork, *, till_id: int, why: str) -> None:
    """Another machine takes the till's place: what the one before did not tell never comes."""
    mine = (till_hold.c.till_id == till_id, till_hold.c.status == HoldStatus.OPEN.value)
    rows = uow.connection.execute(
        select(till_hold).where(*mine).order_by(till_hold.c.id).with_for_update()
    ).all()
    for row in rows:
        _end(uow, row, HoldStatus.RELEASED, why)


def open_holds_of(connection: Connection, *, till_id: int, epoch: int) -> list[str]:
    """The checkouts of a till's machine that something is kept for."""
    h = till_hold.c
    query = select(h.uuid).where(h.till_id == till_id, h.status == HoldStatus.OPEN.value, h.epoch == epoch)
    return list(connection.execute(query.order_by(h.id)).scalars())


def list_holds(connection: Connection) -> list[HoldRow]:
    """What is kept now, the oldest first."""
    h, p = till_hold.c, till_hold_part.c
    rows = connection.execute(
        select(h.uuid, till.c.code.label("till_code"), h.at, p.kind, p.reference, p.amount)
        .join_from(till_hold, till_hold_part, p.hold_id == h.id)
        .join(till, till.c.id == h.till_id)
        .where(h.status == HoldStatus.OPEN.value)
        .order_by(h.at, h.id, p.position)
    )
    found: dict[str, HoldRow] = {}
    for r in rows:
        before = found.get(r.uuid, HoldRow(r.uuid, r.till_code, r.at, "", 0))
        what = ", ".join(x for x in (before.what, r.reference) if x)
        minor = r.amount if r.kind not in {HoldKind.GOODS.value, HoldKind.POINTS.value} else 0
        found[r.uuid] = HoldRow(r.uuid, r.till_code, r.at, what, before.amount_minor + minor)
    return list(found.values())


def _locked(uow: UnitOfWork, uuid: str) -> Row[Any] | None:
    return uow.connection.execute(
        select(till_hold).where(till_hold.c.uuid == uuid).with_for_update()
    ).one_or_none()


def _end(uow: UnitOfWork, row: Row[Any], status: HoldStatus, why: str | None) -> None:
    """What was kept is there again: for its checkout, or for everybody."""
    keeping = _Keeping(row.id, row.business_date, get_company(uow.connection).currency)
    parts = uow.connection.execute(
        select(till_hold_part).where(till_hold_part.c.hold_id == row.id).order_by(till_hold_part.c.position)
    ).all()
    for part in parts:
        if part.kind in VOUCHERS:
            give_back(
                uow, wanted=_movement(keeping, VOUCHERS[part.kind], part.reference, part.amount)
            )  # fmt: skip
        elif part.kind == HoldKind.POINTS.value:
            return_points(uow, of=_points(keeping, part.party_id), points=part.amount, kind=PointsKind.FREED)
    uow.connection.execute(
        update(till_hold).where(till_hold.c.id == row.id),
        {"status": status.value, "ended_at": uow.now, "why": why},
    )
    note(
        uow, kind=f"hold.{status.value}", document_type=KIND, document_id=row.id,
        payload={"uuid": row.uuid, "why": why},
    )  # fmt: skip


def _movement(keeping: _Keeping, kind: VoucherKind, code: str, minor: int) -> Movement:
    return Movement(code, kind, minor, keeping.currency, keeping.day, KIND, keeping.hold_id)


def _points(keeping: _Keeping, party_id: int) -> PointsDocument:
    return PointsDocument(party_id, KIND, keeping.hold_id, keeping.day)


# --- one way for each kind ---


def _keep_card(uow: UnitOfWork, keeping: _Keeping, part: HoldPart) -> None:
    wanted = _movement(keeping, VOUCHERS[part.kind.value], part.reference, part.amount)
    redeem_voucher(uow, wanted=wanted, kind=VoucherMoveKind.HELD)


def _keep_points(uow: UnitOfWork, keeping: _Keeping, part: HoldPart) -> None:
    if part.party_id is None:
        raise PointsCustomerError
    redeem_points(uow, of=_points(keeping, part.party_id), points=part.amount, kind=PointsKind.HELD)


def _keep_credit(uow: UnitOfWork, keeping: _Keeping, part: HoldPart) -> None:
    """Other checkouts' part of it is not there for this one."""
    party_id = _customer(part)
    check_account(uow, party_id=party_id, amount_minor=0, currency=keeping.currency)
    there = credit_minor(uow.connection, party_id=party_id, currency=keeping.currency)
    left = there - _kept(uow.connection, HoldKind.CREDIT, party_id)
    if left < part.amount:
        raise CreditGoneError(left=Money(max(left, 0), keeping.currency))


def _keep_account(uow: UnitOfWork, keeping: _Keeping, part: HoldPart) -> None:
    party_id = _customer(part)
    check_late_account(uow, party_id=party_id, on=keeping.day, currency=keeping.currency)
    others = _kept(uow.connection, HoldKind.ACCOUNT, party_id)
    check_account(uow, party_id=party_id, amount_minor=part.amount + others, currency=keeping.currency)


def _keep_goods(_uow: UnitOfWork, _keeping: _Keeping, _part: HoldPart) -> None:
    """The receipt was looked at, and is locked, before anything was written."""


_KEEP: Final[Mapping[HoldKind, Callable[[UnitOfWork, _Keeping, HoldPart], None]]] = {
    HoldKind.GIFT_CARD: _keep_card,
    HoldKind.STORE_CREDIT: _keep_card,
    HoldKind.POINTS: _keep_points,
    HoldKind.CREDIT: _keep_credit,
    HoldKind.ACCOUNT: _keep_account,
    HoldKind.GOODS: _keep_goods,
}


def _customer(part: HoldPart) -> int:
    if part.party_id is None:
        raise CustomerNeededError
    return part.party_id


def _kept(connection: Connection, kind: HoldKind, party_id: int) -> int:
    """What is kept of a customer's for other checkouts."""
    p = till_hold_part.c
    query = (
        select(func.coalesce(func.sum(p.amount), 0))
        .join_from(till_hold_part, till_hold, till_hold.c.id == p.hold_id)
        .where(
            p.party_id == party_id, p.kind == kind.value, till_hold.c.status == HoldStatus.OPEN.value
        )
    )  # fmt: skip
    return int(connection.execute(query).scalar_one())


def _check_open(uow: UnitOfWork, payment: Taking, currency: str) -> None:
    """What is to be paid must be open still."""
    if payment.party_id is None:
        raise CustomerNeededError
    items: Sequence[Any] = list_open_items(uow.connection, party_id=payment.party_id, with_credits=False)
    left = {x.id: x for x in items}
    for item_id, minor in payment.parts:
        item = left.get(item_id)
        if item is None:
            raise AlreadyPaidError(number=payment.reference)
        if item.open_minor < minor:
            raise TooMuchAppliedError(
                number=item.document_number, left=Money(item.open_minor, currency),
                wanted=Money(minor, currency),
            )  # fmt: skip
