"""Money taken at the till that is no sale: gift cards sold and loaded, customers' accounts paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal_stored
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.kernel.ids import next_id, take_ids
from app.kernel.money import Money
from app.kernel.permission import Permission, require, require_up_to
from app.ledger.operations import post
from app.ledger.queries import accounts_of
from app.ledger.rules import Posting
from app.ledger.tables import ledger_line
from app.numbering.operations import keep_number, take_number
from app.payments.customers import PaymentDraft
from app.payments.states import PaymentMethod
from app.payments.tables import payment
from app.receivables.items import ItemDraft, credit_instalment, open_items
from app.receivables.queries import list_open_items
from app.receivables.rules import Part
from app.till.cart import CartLine
from app.till.operations.booking import Checkout, change_of, expiry, move_vouchers
from app.till.refusals import CustomerNeededError, TakingMixError, TakingTenderError, TipsTooFewError
from app.till.rules import CartParts
from app.till.sale_rows import SaleHead, payment_rows, tender_postings, tender_rows
from app.till.settling import Share
from app.till.states import TakingKind
from app.till.tables import shift_figure, shift_tender, till_taking
from app.till.taking import Taking
from app.till.tender import Tender
from app.vouchers.operations import ROLES, Movement, load_voucher, redeem_voucher
from app.vouchers.states import VoucherKind, VoucherMoveKind

KIND: Final = "taking"
_OWED: Final = "receivable"
_INSERT: Final = Prepared(insert(till_taking))
_INSERT_PAYMENTS: Final = Prepared(insert(payment))
SEALED_TAKING: Final = SealedKind(
    "till_taking",
    (
        SealedTable(till_taking, "id"),
        SealedTable(payment, "document_id", ("id",), only=("document_type", KIND)),
    ),
)


@dataclass(frozen=True, slots=True)
class BookedTaking:
    """Money that was taken; a negative amount was paid out."""

    id: int
    number: str
    amount_minor: int
    journal_excerpt: str


def find_taking(uow: UnitOfWork, uuid: str) -> Any:
    """The taking of that UUID, as complete_sale looks at what was booked already."""
    t = till_taking.c
    return uow.connection.execute(
        select(
            t.id, t.number, t.amount_minor.label("gross_minor"), t.change_minor, t.payload_hash,
            t.journal_excerpt,
        ).where(t.uuid == uuid)
    ).one_or_none()  # fmt: skip


def check_takings(parts: CartParts, tenders: Sequence[Tender]) -> None:
    """Whether the money of this checkout may be taken by these tenders.

    Raises:
        TakingTenderError: what is owed would be paid by owing it.
        TakingMixError: a card is paid out together with other things.
    """
    kinds = {x.taking.kind for x in parts.takings if x.taking}
    if TakingKind.ACCOUNT in kinds and any(t.kind == "account" for t in tenders):
        raise TakingTenderError
    paid_out = any(x.unit_price_minor < 0 for x in parts.takings)
    if paid_out and (len(parts.takings) > 1 or parts.sold or parts.back):
        raise TakingMixError


def book_takings(
    uow: UnitOfWork, checkout: Checkout, lines: Sequence[CartLine], shares: Sequence[Share],
    sale_id: int | None,
) -> list[BookedTaking]:  # fmt: skip
    """Book each as a document of its own, in the order of the cart."""
    return [
        _book(uow, checkout, line, line.taking, share, sale_id)
        for line, share in zip(lines, shares, strict=True)
        if line.taking is not None
    ]


def _book(
    uow: UnitOfWork, checkout: Checkout, line: CartLine, taking: Taking, share: Share, sale_id: int | None
) -> BookedTaking:
    context, amount = checkout.context, line.unit_price_minor
    sold = checkout.documents.get(share.uuid) if checkout.documents is not None else None
    taking_id, currency = sold.sale_id if sold else next_id(), context.company.currency
    target_id, reference, role = _settle(uow, checkout, taking, amount, taking_id, share.uuid)
    head = SaleHead(
        sale_id=taking_id, uuid=share.uuid, kind=KIND, till_id=context.till.id, shift_id=checkout.shift_id,
        business_date=checkout.business_date, completed_at=uow.now, cashier_id=uow.actor.user_id,
        party_id=taking.party_id, currency=currency,
    )  # fmt: skip
    post(
        uow, kind=KIND, business_date=head.business_date, document_type=KIND, document_id=taking_id,
        till_id=head.till_id, shift_id=head.shift_id,
        postings=[
            *tender_postings(share.tenders),
            Posting(role, -amount, taking.party_id if role == _OWED else None),
            Posting("cash_rounding", -share.rounding_minor),
        ],
    )  # fmt: skip
    move_vouchers(uow, checkout, share.tenders, document_type=KIND, document_id=taking_id)
    insert_or_add(
        uow.connection, shift_tender, tender_rows(head, share.tenders), add=("count", "amount_minor")
    )
    _add_figures(uow, head, taking, amount, share.rounding_minor)
    series = f"{context.till.code}-T"
    taken = (
        keep_number(uow, document_type=KIND, scope=series, text=sold.number)
        if sold else take_number(uow, document_type=KIND, scope=series)
    )  # fmt: skip
    number = taken.text
    if role == _OWED and taking.party_id is not None:
        _lower_debt(uow, head, taking.party_id, amount, number)
    entry = note(
        uow, kind="till.taking", document_type=KIND, document_id=taking_id,
        payload={
            "number": number, "kind": taking.kind.value, "amount_minor": amount, "reference": reference,
            "target": target_id, "party": taking.party_id,
            "paid": [[t.code, t.amount_minor] for t in share.tenders],
        },
    )  # fmt: skip
    _INSERT.run(
        uow.connection,
        {
            "id": taking_id, "uuid": share.uuid, "number": number, "kind": taking.kind.value,
            "till_id": head.till_id, "shift_id": head.shift_id, "business_date": head.business_date,
            "at": uow.now, "cashier_id": head.cashier_id, "party_id": taking.party_id,
            "currency": currency, "amount_minor": amount, "rounding_minor": share.rounding_minor,
            "change_minor": change_of(share.tenders), "reference": reference, "target_id": target_id,
            "sale_id": sale_id, "payload_hash": checkout.payload_hash, "journal_excerpt": entry.excerpt,
        },
    )  # fmt: skip
    rows = payment_rows(head, share.tenders, take_ids(len(share.tenders)))
    if rows:
        _INSERT_PAYMENTS.run(uow.connection, [{**row, "document_type": KIND} for row in rows])
    seal_stored(uow, SEALED_TAKING, [taking_id])
    return BookedTaking(taking_id, number, amount, entry.excerpt)


def _settle(
    uow: UnitOfWork, checkout: Checkout, taking: Taking, amount: int, taking_id: int, uuid: str
) -> tuple[int, str, str]:
    """What the money is for: (id, its number, the role it is booked on)."""
    if taking.kind is TakingKind.ACCOUNT:
        return _pay_account(uow, checkout, taking, amount, uuid)
    if taking.kind is TakingKind.TIP:
        return _tip(uow, checkout, amount)
    return _card(uow, checkout, taking, amount, taking_id), taking.reference, ROLES[VoucherKind.GIFT_CARD]


def _card(uow: UnitOfWork, checkout: Checkout, taking: Taking, amount: int, taking_id: int) -> int:
    """The id of the card, which is known at the server only where that keeps what is on it."""
    if amount < 0:
        require(uow, Permission.REFUND)
    if checkout.held is not None:
        return 0
    wanted = Movement(
        taking.reference, VoucherKind.GIFT_CARD, abs(amount), checkout.context.company.currency,
        checkout.business_date, KIND, taking_id, taking.party_id,
    )  # fmt: skip
    was_given = checkout.documents is not None
    if amount > 0:
        return load_voucher(uow, wanted=wanted, expires_on=expiry(checkout), was_given=was_given)
    return redeem_voucher(uow, wanted=wanted, kind=VoucherMoveKind.REFUNDED, was_given=was_given)


def _tip(uow: UnitOfWork, checkout: Checkout, amount: int) -> tuple[int, str, str]:
    """A tip for the staff, or tips that are paid out; never more than was given."""
    owed = tips_minor(uow.connection)
    if amount < 0 and -amount > owed and checkout.documents is None:
        raise TipsTooFewError(owed=Money(owed, checkout.context.company.currency))
    return uow.actor.user_id, uow.actor.name, "tips"


def tips_minor(connection: Connection) -> int:
    """What is owed to the staff: tips that were not paid out yet."""
    codes = accounts_of(connection, role="tips")
    query = select(func.coalesce(func.sum(ledger_line.c.amount_minor), 0)).where(
        ledger_line.c.account_code.in_(codes)
    )
    return -int(connection.execute(query).scalar_one())


def _lower_debt(uow: UnitOfWork, head: SaleHead, party_id: int, amount: int, number: str) -> None:
    """At a till with books of its own less is owed; which invoices it pays is the business of the server."""
    open_items(
        uow,
        draft=ItemDraft(
            party_id, KIND, head.sale_id, number, head.business_date,
            credit_instalment(amount, head.business_date),
        ),
    )  # fmt: skip


def _fitting(uow: UnitOfWork, taking: Taking) -> list[Part]:
    """What of the invoices that a till took money for is open here; the rest stays as credit."""
    items = list_open_items(uow.connection, party_id=taking.party_id or 0, with_credits=False)
    left = {x.id: x.open_minor for x in items}
    parts = [Part(item_id, min(minor, left.get(item_id, 0))) for item_id, minor in taking.parts]
    return [part for part in parts if part.amount_minor > 0]


def _pay_account(
    uow: UnitOfWork, checkout: Checkout, taking: Taking, amount: int, uuid: str
) -> tuple[int, str, str]:
    if taking.party_id is None:
        raise CustomerNeededError
    if checkout.held is not None:
        require_up_to(uow, Permission.RECEIVE_PAYMENT, amount)
        return 0, taking.reference, _OWED
    require_up_to(uow, Permission.RECEIVE_PAYMENT, amount)
    from app.invoicing.operations.settle import record_payment  # the back office: not at a till's start

    parts = [Part(item_id, minor) for item_id, minor in taking.parts]
    if checkout.documents is not None:
        parts = _fitting(uow, taking)
    saved = record_payment(
        uow, uuid=uuid, draft=PaymentDraft(taking.party_id, amount, PaymentMethod.TILL),
        parts=parts if taking.parts else None,
    )  # fmt: skip
    return saved.payment_id, saved.number, "till_clearing"


def _add_figures(uow: UnitOfWork, head: SaleHead, taking: Taking, amount: int, rounding: int) -> None:
    figures = [(f"taking_{taking.kind.value}", amount)]
    if rounding:
        figures.append(("rounding", rounding))
    insert_or_add(
        uow.connection,
        shift_figure,
        [
            {"shift_id": head.shift_id, "name": name, "count": 1, "amount_minor": minor}
            for name, minor in figures
        ],
        add=("count", "amount_minor"),
    )
