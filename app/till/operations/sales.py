"""Completing a sale: everything in one transaction (design/architecture.md 3.7).

A checkout may hold a sale, a return and money taken for gift cards or accounts. Each is a document of its
own with its own taxes and number; one of them bears what was really paid, the others are settled with it by
the tender "exchange", which moves no money.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy import bindparam, delete, select

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import sha256
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted
from app.printing.operations import queue_print
from app.till.as_sold import AsSold
from app.till.cart import Cart
from app.till.cart_json import cart_to_json
from app.till.context import TillContext
from app.till.events import SaleCompleted
from app.till.holds import Held
from app.till.operations.approvals import check_product_limits, check_rights
from app.till.operations.booking import Booked, Checkout, book_document, change_of, move_out, new_head
from app.till.operations.foreign import check_foreign
from app.till.operations.marked import check_marks
from app.till.operations.returns import Origin, book_return, check_back, check_refund
from app.till.operations.slips import queue_slips
from app.till.operations.takings import BookedTaking, book_takings, check_takings, find_taking
from app.till.refusals import (
    CustomerNeededError,
    EmptyCartError,
    NoShiftError,
    NotPaidError,
    OverpaidError,
    SaleConflictError,
)
from app.till.rules import CartParts, PricedCart, price_cart
from app.till.settling import Share, Shares, settle
from app.till.states import SaleKind, ShiftStatus
from app.till.tables import cart as cart_table
from app.till.tables import sale, shift
from app.till.tender import Tender
from app.till.untaxed import check_tax_code

_BY_UUID: Final = Prepared(
    select(
        sale.c.id, sale.c.number, sale.c.gross_minor, sale.c.change_minor, sale.c.payload_hash,
        sale.c.journal_excerpt,
    ).where(sale.c.uuid == bindparam("uuid_"))
)  # fmt: skip
_SHIFT: Final = Prepared(
    select(shift.c.status, shift.c.till_id, shift.c.business_date)
    .where(shift.c.id == bindparam("id_"))
    .with_for_update()
)
_DROP_CART: Final = Prepared(delete(cart_table).where(cart_table.c.uuid == bindparam("uuid_")))


@dataclass(frozen=True, slots=True)
class CompletedSale:
    """What a completed sale gives back.

    Attributes:
        document_type: "sale", or "taking" when nothing but money was taken.
        gross_minor: what was to be paid, all documents of the checkout together.
    """

    sale_id: int
    number: str
    gross_minor: int
    change_minor: int
    journal_excerpt: str
    was_there: bool = False  # the same request came again: nothing was booked twice
    document_type: str = "sale"


@permitted(Permission.SELL)
def complete_sale(
    uow: UnitOfWork, *, context: TillContext, shift_id: int, cart: Cart, tenders: Sequence[Tender],
    rounding_minor: int = 0, held: Held | None = None,
) -> CompletedSale:  # fmt: skip
    """Book a paid cart: stock, ledger, payments, number, journal, summaries and the print job.

    The cart's UUID is the identity: the same cart sent again returns the first sale.

    Args:
        uow: the transaction.
        context: the till's company, taxes and tenders, as the cashier's screen used them.
        shift_id: the open shift.
        cart: what lies on the counter: goods that are sold, goods that come back, money for cards.
        tenders: how it is paid; amounts are negative where money is paid out.
        rounding_minor: cash rounding, as Tendering worked it out.
        held: at a till with books of its own: what the server keeps for it (docs/adr/0014).

    Raises:
        NoShiftError, EmptyCartError, NotPaidError, OverpaidError, CustomerNeededError,
        ApprovalNeededError, CreditLimitError, SaleConflictError, and what goods that come back
        (app/till/operations/returns.py) and vouchers are refused for: see their sentences.
    """
    payload_hash = sha256(cart_to_json(cart) + repr([(t.code, t.amount_minor) for t in tenders]))
    # the shift is locked before the UUID is looked up: of two that send the same, the second finds the first
    on_shift = _SHIFT.one_or_none(uow.connection, {"id_": shift_id})
    existing = _BY_UUID.one_or_none(uow.connection, {"uuid_": cart.uuid})
    if existing is None and not cart.is_plain:
        existing = find_taking(uow, cart.uuid)
    if existing is not None:
        if existing.payload_hash != payload_hash:
            raise SaleConflictError(number=existing.number)
        return CompletedSale(
            existing.id, existing.number, existing.gross_minor, existing.change_minor,
            existing.journal_excerpt, was_there=True,
        )  # fmt: skip
    if on_shift is None or (on_shift.status, on_shift.till_id) != (
        ShiftStatus.OPEN.value, context.drawer_till_id,
    ):  # fmt: skip
        raise NoShiftError
    day: date = on_shift.business_date
    checkout = Checkout(context, shift_id, day, payload_hash, held=held)
    priced = price_cart(cart, context.price_settings)
    _check(uow, context, priced, tenders, rounding_minor, day)
    paid = Share(cart.uuid, tuple(tenders), rounding_minor)
    if priced.parts is None:
        done = _as_completed(_book_sale(uow, checkout, priced, paid), paid)
    else:
        done = _book_parts(uow, checkout, priced, priced.parts, paid)
    _DROP_CART.run(uow.connection, {"uuid_": cart.uuid})
    # told first: the drawer is to open before the receipt is printed on the same plug
    opens = any(context.tender(t.code).opens_drawer for t in tenders)
    uow.record(
        SaleCompleted(sale_id=done.sale_id, number=done.number, station=context.till.code, opens_drawer=opens)
    )
    queue_print(
        uow, station=context.till.code, kind="receipt" if done.document_type == "sale" else "taking",
        document_type=done.document_type, document_id=done.sale_id,
    )  # fmt: skip
    if done.document_type == "sale":
        queue_slips(uow, context, cart, sale_id=done.sale_id)
    return done


def book_as_sold(uow: UnitOfWork, *, context: TillContext, day: date, sold: AsSold) -> None:
    """Book what a till with books of its own has sold: by its figures, ids and numbers, nothing refused.

    The goods cost what they cost here; `uow` bears the till's time and cashier. No paper comes of it.

    Raises:
        SaleConflictError: one of its documents is here already, as the same or as another.
        ReturnChangedError, NotASaleError, NoSuchReceiptError: goods came back of a receipt that says
            otherwise here.
    """
    from app.till.operations.holds import settle_hold  # at the server only: not at a till's start

    priced = sold.priced
    takings = bool(priced.parts and priced.parts.takings)
    for uuid, document in sold.documents.items():
        there = _BY_UUID.one_or_none(uow.connection, {"uuid_": uuid})
        if there is not None or (takings and find_taking(uow, uuid) is not None):
            raise SaleConflictError(number=document.number)
    was_held = sold.held and settle_hold(uow, uuid=priced.cart.uuid)
    checkout = Checkout(
        context, sold.shift_id, day, sold.payload_hash, sold.documents, was_held=was_held
    )  # fmt: skip
    paid = Share(priced.cart.uuid, sold.tenders, sold.rounding_minor)
    if priced.parts is None:
        _book_sale(uow, checkout, priced, paid)
        return
    parts = priced.parts
    origin = check_back(uow, checkout, parts.back.cart) if parts.back else None
    shares = settle(priced.gross_minor, parts, paid)
    booked = _book_sale(uow, checkout, parts.sold, shares.sold) if parts.sold and shares.sold else None
    returned = _book_back(uow, checkout, parts, shares, origin, booked)
    goods = booked or returned
    book_takings(uow, checkout, parts.takings, shares.takings, goods.head.sale_id if goods else None)


def _book_sale(uow: UnitOfWork, checkout: Checkout, priced: PricedCart, paid: Share) -> Booked:
    head = new_head(uow, checkout, priced.cart, paid, SaleKind.SALE)
    moved = move_out(uow, checkout.context, head, priced, was_sold=checkout.documents is not None)
    return book_document(uow, checkout, head, priced, paid, moved)


def _as_completed(booked: Booked, paid: Share) -> CompletedSale:
    return CompletedSale(
        booked.head.sale_id, booked.number, booked.gross_minor, change_of(paid.tenders),
        booked.journal_excerpt,
    )  # fmt: skip


def _book_parts(
    uow: UnitOfWork, checkout: Checkout, priced: PricedCart, parts: CartParts, paid: Share
) -> CompletedSale:
    """Every part as a document of its own, each paid by its share; the one that bears the money is told."""
    origin = check_back(uow, checkout, parts.back.cart) if parts.back else None
    check_takings(parts, paid.tenders)
    shares = settle(priced.gross_minor, parts, paid)
    if parts.back is not None and shares.back is not None:
        check_refund(checkout.context, origin, shares.back)
    sold = _book_sale(uow, checkout, parts.sold, shares.sold) if parts.sold and shares.sold else None
    returned = _book_back(uow, checkout, parts, shares, origin, sold)
    goods = sold or returned
    takings = book_takings(
        uow, checkout, parts.takings, shares.takings, goods.head.sale_id if goods else None
    )
    return _told(shares, sold, returned, takings, replace(paid, uuid=priced.cart.uuid), priced.gross_minor)


def _book_back(
    uow: UnitOfWork, checkout: Checkout, parts: CartParts, shares: Shares, origin: Origin | None,
    sold: Booked | None,
) -> Booked | None:  # fmt: skip
    if parts.back is None or shares.back is None:
        return None
    return book_return(
        uow, checkout, parts.back, shares.back, origin, exchange_sale_id=sold.head.sale_id if sold else None
    )


def _told(
    shares: Shares, sold: Booked | None, returned: Booked | None, takings: list[BookedTaking], paid: Share,
    due_minor: int,
) -> CompletedSale:  # fmt: skip
    """The document whose UUID is the cart's: it bears what was paid."""
    for booked, share in ((sold, shares.sold), (returned, shares.back)):
        if booked is not None and share is not None and share.uuid == paid.uuid:
            return replace(_as_completed(booked, paid), gross_minor=due_minor)
    taking = takings[0]
    return CompletedSale(
        taking.id, taking.number, due_minor, change_of(paid.tenders), taking.journal_excerpt,
        document_type="taking",
    )  # fmt: skip


def _check(
    uow: UnitOfWork, context: TillContext, priced: PricedCart, tenders: Sequence[Tender], rounding_minor: int,
    day: date,
) -> None:  # fmt: skip
    if priced.cart.is_empty:
        raise EmptyCartError
    check_rights(uow, priced.cart)
    check_marks(uow, priced.cart, on=day)
    if not any(
        t.kind == "card" for t in tenders
    ):  # what a card has paid is booked: payment began after a look
        check_tax_code(uow, priced.cart)
    check_product_limits(uow, priced)
    due = priced.gross_minor + rounding_minor
    missing = due - sum(t.amount_minor for t in tenders)
    if missing:
        refusal = NotPaidError if (missing > 0) == (due >= 0) else OverpaidError
        money = Money(abs(missing), context.company.currency)
        raise refusal(missing=money, surplus=money)
    _check_rounding(context, tenders, rounding_minor)
    check_foreign(uow, tenders, home=context.company.currency, on=day)
    if any(t.kind == "account" and t.party_id is None for t in tenders):
        raise CustomerNeededError


def _check_rounding(context: TillContext, tenders: Sequence[Tender], rounding_minor: int) -> None:
    """At most half a coin, and only where cash (or change out of a card) moved."""
    if not rounding_minor:
        return
    step = max(context.company.cash_rounding_minor, 1)
    cash = any(t.kind == "cash" or context.tender(t.code).gives_change for t in tenders)
    if abs(rounding_minor) * 2 > step or not cash:
        raise NotPaidError(missing=Money(abs(rounding_minor), context.company.currency))
