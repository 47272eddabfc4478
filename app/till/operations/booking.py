"""Booking one document of a checkout, a sale or a return: everything but what only one of them has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import insert

import app.orders.promises  # noqa: F401 - what was promised and is sold is taken back from whom it was promised
from app.audit.codes import SIGN_RECEIPTS
from app.audit.operations import JournalEntry, note
from app.audit.rules import rows_digest
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.inventory.operations import issue_goods
from app.kernel.ids import next_id, take_ids
from app.kernel.permission import Permission, require_up_to
from app.ledger.operations import post
from app.numbering.operations import keep_number, take_number
from app.payments.tables import payment
from app.promotions.operations import use_coupons
from app.receivables.items import ItemDraft, apply_credit, credit_instalment, open_items
from app.receivables.operations import open_receivable
from app.receivables.queries import items_of
from app.receivables.rules import Part
from app.till.as_sold import SoldDocument
from app.till.cart import Cart
from app.till.context import TillContext
from app.till.credit import OWN_CREDIT, use_credit
from app.till.holds import VOUCHERS, Held
from app.till.kit_goods import Moved, part_rows, pieces_out
from app.till.operations.approvals import told
from app.till.operations.customers import check_late_account
from app.till.operations.marked import marked_issues
from app.till.operations.points import move_points
from app.till.promoting import used_coupons
from app.till.rules import PricedCart
from app.till.sale_rows import (
    Row,
    SaleHead,
    category_rows,
    figure_rows,
    line_rows,
    payment_rows,
    promotion_rows,
    sale_postings,
    tax_rows,
    tax_summary_rows,
    tender_rows,
)
from app.till.settling import Share
from app.till.states import SaleKind
from app.till.tables import (
    sale,
    sale_line,
    sale_line_part,
    sale_promotion,
    sale_tax,
    shift_figure,
    shift_sales,
    shift_tax,
    shift_tender,
)
from app.till.tender import Tender
from app.vouchers.operations import Movement, load_voucher, redeem_voucher
from app.vouchers.rules import last_day

_INSERT_SALE: Final = Prepared(insert(sale))
_INSERT_LINES: Final = Prepared(insert(sale_line))
_INSERT_PARTS: Final = Prepared(insert(sale_line_part))
_INSERT_TAXES: Final = Prepared(insert(sale_tax))
_INSERT_PROMOTIONS: Final = Prepared(insert(sale_promotion))
_INSERT_PAYMENTS: Final = Prepared(insert(payment))
_MONEY_COLUMNS: Final = (
    "quantity_milli",
    "net_minor",
    "tax_minor",
    "gross_minor",
    "discount_minor",
    "cost_minor",
)


@dataclass(frozen=True, slots=True)
class Checkout:
    """What the documents of one checkout have in common."""

    context: TillContext
    shift_id: int
    business_date: date
    payload_hash: str
    documents: Mapping[str, SoldDocument] | None = (
        None  # booked at a till already: by its UUID, each as it is
    )
    held: Held | None = None  # at a till: balances of the whole shop move at the server, which keeps them
    was_held: bool = False  # at the server: they were kept for it


@dataclass(frozen=True, slots=True)
class Booked:
    """A sale or return that was written."""

    head: SaleHead
    number: str
    gross_minor: int
    journal_excerpt: str


def new_head(uow: UnitOfWork, checkout: Checkout, cart: Cart, paid: Share, kind: SaleKind) -> SaleHead:
    """The identity of a sale or return that is about to be booked."""
    sale_id = checkout.documents[paid.uuid].sale_id if checkout.documents else next_id()
    return SaleHead(
        sale_id=sale_id, uuid=paid.uuid, kind=kind.value, till_id=checkout.context.till.id,
        shift_id=checkout.shift_id, business_date=checkout.business_date, completed_at=uow.now,
        cashier_id=uow.actor.user_id, party_id=cart.customer.party_id if cart.customer else None,
        currency=checkout.context.company.currency,
    )  # fmt: skip


def book_document(
    uow: UnitOfWork, checkout: Checkout, head: SaleHead, priced: PricedCart, paid: Share, moved: Moved
) -> Booked:
    """Write a sale or return: ledger, payments, number, journal, summaries; stock has moved already."""
    context, tenders, costs = checkout.context, paid.tenders, moved.costs
    lines = line_rows(head, priced, costs)
    taxes = tax_rows(head, priced.totals)
    promoted = promotion_rows(head, priced) if priced.cart.reductions and head.sign > 0 else []
    parts = part_rows(head, priced, moved)
    payments = payment_rows(head, tenders, take_ids(len(tenders)))
    ledger_rows = post(
        uow, kind=head.kind, business_date=head.business_date, document_type="sale",
        document_id=head.sale_id, till_id=head.till_id, shift_id=head.shift_id,
        postings=sale_postings(
            head, priced, tenders, rounding_minor=paid.rounding_minor, cost_minor=sum(costs),
            taxes=context.taxes,
        ),
        sealed=False,
    )  # fmt: skip
    _summarise(uow, head, lines, taxes, tenders, priced, paid.rounding_minor)
    move_vouchers(uow, checkout, tenders, document_type="sale", document_id=head.sale_id)
    move_points(uow, context, head, priced, tenders, at_server=checkout.held is not None)
    number = _number(uow, checkout, head)
    cart = priced.cart
    sale_row = _sale_row(head, number, priced, paid, sum(costs), cart, checkout.payload_hash)
    _open_items(uow, checkout, head, number, priced, tenders)
    rows = {
        "sale": [sale_row], "sale_line": lines, "sale_tax": taxes, "payment": payments,
        "stock_move": moved.moves, "ledger": ledger_rows, "sale_promotion": promoted,
        "sale_line_part": parts,
    }  # fmt: skip
    entry = _note(uow, cart, rows, signed=bool(context.settings.get(SIGN_RECEIPTS)))
    _INSERT_SALE.run(uow.connection, {**sale_row, "journal_excerpt": entry.excerpt})
    _INSERT_LINES.run(uow.connection, lines)
    if parts:
        _INSERT_PARTS.run(uow.connection, parts)
    if taxes:
        _INSERT_TAXES.run(uow.connection, taxes)
    if payments:
        _INSERT_PAYMENTS.run(uow.connection, payments)
    if promoted:
        _INSERT_PROMOTIONS.run(uow.connection, promoted)
        use_coupons(
            uow, coupon_ids=used_coupons(cart), sale_id=head.sale_id, was_used=checkout.documents is not None
        )
    return Booked(head, number, head.sign * priced.gross_minor, entry.excerpt)


def _number(uow: UnitOfWork, checkout: Checkout, head: SaleHead) -> str:
    scope = checkout.context.till.code
    if checkout.documents is None:
        return take_number(uow, document_type="receipt", scope=scope).text
    return keep_number(
        uow, document_type="receipt", scope=scope, text=checkout.documents[head.uuid].number
    ).text


def change_of(tenders: Sequence[Tender]) -> int:
    """Cash that was given back."""
    return sum(t.change_minor for t in tenders)


def move_vouchers(
    uow: UnitOfWork, checkout: Checkout, tenders: Sequence[Tender], *, document_type: str, document_id: int
) -> None:
    """Take what was paid by gift card or store credit off it, and put on it what is paid back by it.

    At a till with books of its own the server does so, which keeps it.
    """
    if checkout.held is not None:
        return
    was_given = checkout.documents is not None
    for t in tenders:
        kind = VOUCHERS.get(t.kind)
        if kind is None:
            continue
        wanted = Movement(
            t.reference, kind, abs(t.amount_minor), checkout.context.company.currency,
            checkout.business_date, document_type, document_id, t.party_id,
        )  # fmt: skip
        if t.amount_minor > 0:
            redeem_voucher(uow, wanted=wanted, was_given=was_given)
        else:
            load_voucher(uow, wanted=wanted, expires_on=expiry(checkout), was_given=was_given)


def expiry(checkout: Checkout) -> date | None:
    """The last day of a voucher made today; the shop's setting in months, none: it never expires."""
    months = checkout.context.settings.get("vouchers.valid_months")
    return last_day(checkout.business_date, months if isinstance(months, int) else 0)


def move_out(
    uow: UnitOfWork, context: TillContext, head: SaleHead, priced: PricedCart, *, was_sold: bool = False
) -> Moved:
    """The goods of a sale leave the shop, of a kit its parts; goods without stock cost nothing here."""
    pieces = pieces_out(priced)
    moved = Moved([0] * len(priced.lines))
    found, moves = issue_goods(
        uow, business_date=head.business_date, from_location_id=context.stock_location_id,
        to_location_id=context.customer_location_id, issues=marked_issues(uow, context, priced, pieces),
        document_type="sale", document_id=head.sale_id, was_sold=was_sold,
    )  # fmt: skip
    moved.add(pieces, found, moves)
    return moved


def _sale_row(
    head: SaleHead, number: str, priced: PricedCart, paid: Share, cost_minor: int, cart: Cart,
    payload_hash: str,
) -> Row:  # fmt: skip
    sign = head.sign
    return {
        "id": head.sale_id, "uuid": head.uuid, "number": number, "kind": head.kind,
        "till_id": head.till_id, "shift_id": head.shift_id, "business_date": head.business_date,
        "completed_at": head.completed_at, "cashier_id": head.cashier_id, "party_id": head.party_id,
        "currency": head.currency, "net_minor": sign * priced.net_minor,
        "tax_minor": sign * priced.tax_minor, "gross_minor": sign * priced.gross_minor,
        "discount_minor": sign * priced.discount_minor, "rounding_minor": paid.rounding_minor,
        "cost_minor": cost_minor, "change_minor": change_of(paid.tenders), "note": cart.note or None,
        "payload_hash": payload_hash,
    }  # fmt: skip


def _open_items(
    uow: UnitOfWork,
    checkout: Checkout,
    head: SaleHead,
    number: str,
    priced: PricedCart,
    tenders: Sequence[Tender],
) -> None:
    owing = [t for t in tenders if t.kind == "account" and t.reference != OWN_CREDIT]
    on_account = sum(max(t.amount_minor, 0) for t in owing)
    for t in tenders:
        if t.kind != "account" or t.party_id is None:
            continue
        if t.reference == OWN_CREDIT and t.amount_minor > 0:
            _pay_by_credit(uow, checkout, head, number, t.party_id, t.amount_minor)
            continue
        require_up_to(uow, Permission.SELL_ON_ACCOUNT, on_account)
        if t.amount_minor < 0:
            _credit_account(uow, head, number, priced, t.party_id, -t.amount_minor)
            continue
        given = checkout.documents is not None or checkout.held is not None
        if not given:
            check_late_account(uow, party_id=t.party_id, on=head.business_date, currency=head.currency)
        open_receivable(
            uow, party_id=t.party_id, amount_minor=t.amount_minor, currency=head.currency,
            document_type="sale", document_id=head.sale_id, document_number=number, on=head.business_date,
            was_given=given,
        )  # fmt: skip


def _pay_by_credit(
    uow: UnitOfWork, checkout: Checkout, head: SaleHead, number: str, party_id: int, amount_minor: int
) -> None:
    """The customer's own money: no limit and no right counts, but it must be there.

    What a till gave on it already stays on account as far as it is not.
    """
    open_receivable(
        uow, party_id=party_id, amount_minor=amount_minor, currency=head.currency, document_type="sale",
        document_id=head.sale_id, document_number=number, on=head.business_date, was_given=True,
    )  # fmt: skip
    if checkout.held is not None:
        return
    use_credit(
        uow, party_id=party_id, sale_id=head.sale_id, amount_minor=amount_minor, on=head.business_date,
        currency=head.currency, was_given=checkout.documents is not None,
    )  # fmt: skip


def _credit_account(
    uow: UnitOfWork, head: SaleHead, number: str, priced: PricedCart, party_id: int, amount_minor: int
) -> None:
    """What comes back of a sale on account lowers what is owed for that sale first."""
    (credit_id,) = open_items(
        uow,
        draft=ItemDraft(
            party_id, "sale", head.sale_id, number, head.business_date,
            credit_instalment(amount_minor, head.business_date),
        ),
    )  # fmt: skip
    back = priced.lines[0].line.back
    if back is None or back.receipt is None:
        return
    owed = items_of(uow.connection, document_type="sale", document_id=back.receipt.sale_id)
    parts = [Part(x.id, min(x.open_minor, amount_minor)) for x in owed[:1] if x.open_minor > 0]
    apply_credit(
        uow, credit_item_id=credit_id, parts=parts, business_date=head.business_date, currency=head.currency,
        party_id=party_id,
    )  # fmt: skip


def _note(uow: UnitOfWork, cart: Cart, rows: dict[str, list[Row]], *, signed: bool) -> JournalEntry:
    sale_row, payments = rows["sale"][0], rows["payment"]
    payload = {
        "number": sale_row["number"], "uuid": sale_row["uuid"], "gross_minor": sale_row["gross_minor"],
        "tax_minor": sale_row["tax_minor"], "rounding_minor": sale_row["rounding_minor"],
        "paid": [[p["tender_code"], p["amount_minor"]] for p in payments], "rows": rows_digest(rows),
        **told(cart),
    }  # fmt: skip
    return note(
        uow, kind=f"{sale_row['kind']}.completed", document_type="sale",
        document_id=int(str(sale_row["id"])), payload=payload,
        turnover_minor=int(str(sale_row["gross_minor"])), signed=signed,
    )  # fmt: skip


def _summarise(
    uow: UnitOfWork, head: SaleHead, lines: list[Row], taxes: list[Row], tenders: Sequence[Tender],
    priced: PricedCart, rounding_minor: int,
) -> None:  # fmt: skip
    insert_or_add(uow.connection, shift_sales, category_rows(head, lines), add=("lines", *_MONEY_COLUMNS))
    insert_or_add(uow.connection, shift_tax, tax_summary_rows(head, taxes), add=("base_minor", "tax_minor"))
    insert_or_add(uow.connection, shift_tender, tender_rows(head, tenders), add=("count", "amount_minor"))
    figures = figure_rows(
        head, gross_minor=head.sign * priced.gross_minor, discount_minor=head.sign * priced.discount_minor,
        rounding_minor=rounding_minor,
    )  # fmt: skip
    insert_or_add(uow.connection, shift_figure, figures, add=("count", "amount_minor"))
