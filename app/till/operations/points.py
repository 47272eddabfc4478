"""Points at the till: earned by a sale, taken back with its goods, redeemed as a tender."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.db.unit_of_work import UnitOfWork
from app.kernel.money import minor_digits
from app.loyalty.operations import (
    PointsDocument,
    earn_points,
    redeem_points,
    return_points,
    take_points_back,
)
from app.loyalty.queries import points_of, referrer_of
from app.loyalty.rules import Program, points_for, points_needed, program_of
from app.till.context import TillContext
from app.till.refusals import PointsCustomerError
from app.till.returnable import Returnable
from app.till.rules import PricedCart
from app.till.sale_rows import SaleHead
from app.till.tender import Tender

KIND: Final = "points"


def move_points(
    uow: UnitOfWork, context: TillContext, head: SaleHead, priced: PricedCart, tenders: Sequence[Tender], *,
    at_server: bool = False,
) -> None:  # fmt: skip
    """What a sale earns, and what is paid by points (`at_server`: there); nothing without a programme.

    Raises:
        PointsCustomerError: points of nobody.
        PointsTooFewError: more than the customer has.
    """
    program = program_of(context.settings)
    paid = sum(t.amount_minor for t in tenders if t.kind == KIND)
    if paid and not at_server:
        _pay(uow, program, head, paid)
    if head.party_id is None or not program.is_on or head.kind != "sale":
        return
    unit = 10 ** minor_digits(head.currency)
    earned = points_of(uow.connection, party_id=head.party_id).earned
    points = points_for(program, priced.gross_minor - paid, unit, earned)
    if points and not earned and program.referral_points:
        _thank(uow, program, head, head.party_id)
    earn_points(uow, of=_document(head, head.party_id), points=points)


def _thank(uow: UnitOfWork, program: Program, head: SaleHead, party_id: int) -> None:
    """The first points of a customer bring points to who brought him."""
    referrer = referrer_of(uow.connection, party_id=party_id)
    if referrer is not None and referrer != party_id:
        earn_points(uow, of=_document(head, referrer), points=program.referral_points)


def _document(head: SaleHead, party_id: int) -> PointsDocument:
    return PointsDocument(party_id, "sale", head.sale_id, head.business_date)


def _pay(uow: UnitOfWork, program: Program, head: SaleHead, paid_minor: int) -> None:
    if head.party_id is None:
        raise PointsCustomerError
    points = points_needed(program, abs(paid_minor))
    if paid_minor > 0:
        redeem_points(uow, of=_document(head, head.party_id), points=points)
    else:
        return_points(uow, of=_document(head, head.party_id), points=points)


def points_go_back(uow: UnitOfWork, head: SaleHead, priced: PricedCart, origin: Returnable | None) -> None:
    """Goods of a customer's receipt come back: their share of its points goes with them."""
    if origin is None or origin.party_id is None:
        return
    gross = sum(x.receipt.gross_minor for x in origin.lines)
    before = sum(x.returned_minor for x in origin.lines)
    take_points_back(
        uow, of=_document(head, origin.party_id), origin_id=origin.sale_id, origin_gross_minor=gross,
        before_minor=before, now_minor=priced.gross_minor,
    )  # fmt: skip
