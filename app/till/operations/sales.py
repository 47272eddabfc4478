"""Completing a sale: everything in one transaction (design/architecture.md 3.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import bindparam, delete, insert, select

from app.audit.operations import JournalEntry, note
from app.audit.rules import rows_digest
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_add
from app.inventory.operations import Issue, issue_goods
from app.kernel.canonical import sha256
from app.kernel.ids import next_id, take_ids
from app.kernel.money import Money
from app.kernel.permission import Permission, permitted, require
from app.ledger.operations import post
from app.numbering.operations import take_number
from app.payments.tables import payment
from app.printing.operations import queue_print
from app.receivables.operations import open_receivable
from app.till.cart import Cart
from app.till.cart_json import cart_to_json
from app.till.context import TillContext
from app.till.events import SaleCompleted
from app.till.operations.approvals import check_rights, told
from app.till.refusals import (
    CustomerNeededError,
    EmptyCartError,
    NoShiftError,
    NotPaidError,
    OverpaidError,
    SaleConflictError,
)
from app.till.rules import PricedCart, price_cart
from app.till.sale_rows import (
    Row,
    SaleHead,
    base_quantity,
    category_rows,
    figure_rows,
    line_rows,
    payment_rows,
    sale_postings,
    tax_rows,
    tax_summary_rows,
    tender_rows,
)
from app.till.states import SaleKind, ShiftStatus
from app.till.tables import (
    cart as cart_table,
)
from app.till.tables import (
    sale,
    sale_line,
    sale_tax,
    shift,
    shift_figure,
    shift_sales,
    shift_tax,
    shift_tender,
)
from app.till.tender import Tender

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
_INSERT_SALE: Final = Prepared(insert(sale))
_INSERT_LINES: Final = Prepared(insert(sale_line))
_INSERT_TAXES: Final = Prepared(insert(sale_tax))
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
class CompletedSale:
    """What a completed sale gives back."""

    sale_id: int
    number: str
    gross_minor: int
    change_minor: int
    journal_excerpt: str
    was_there: bool = False  # the same request came again: nothing was booked twice


@permitted(Permission.SELL)
def complete_sale(
    uow: UnitOfWork, *, context: TillContext, shift_id: int, cart: Cart, tenders: Sequence[Tender],
    rounding_minor: int = 0, kind: SaleKind = SaleKind.SALE,
) -> CompletedSale:  # fmt: skip
    """Book a paid cart: stock, ledger, payments, number, journal, summaries and the print job.

    The cart's UUID is the identity: the same cart sent again returns the first sale.

    Args:
        uow: the transaction.
        context: the till's company, taxes and tenders, as the cashier's screen used them.
        shift_id: the open shift.
        cart: what lies on the counter; for a return, the goods that come back.
        tenders: how it is paid; amounts are negative for a return.
        rounding_minor: cash rounding, as Tendering worked it out.
        kind: goods out or goods back.

    Raises:
        NoShiftError, EmptyCartError, NotPaidError, OverpaidError, CustomerNeededError,
        ApprovalNeededError, CreditLimitError, SaleConflictError: see their sentences.
    """
    payload_hash = sha256(cart_to_json(cart) + repr([(t.code, t.amount_minor) for t in tenders]))
    # the shift is locked before the UUID is looked up: of two that send the same, the second finds the first
    on_shift = _SHIFT.one_or_none(uow.connection, {"id_": shift_id})
    existing = _BY_UUID.one_or_none(uow.connection, {"uuid_": cart.uuid})
    if existing is not None:
        if existing.payload_hash != payload_hash:
            raise SaleConflictError(number=existing.number)
        return CompletedSale(
            existing.id, existing.number, existing.gross_minor, existing.change_minor,
            existing.journal_excerpt, was_there=True,
        )  # fmt: skip
    if on_shift is None or (on_shift.status, on_shift.till_id) != (ShiftStatus.OPEN.value, context.till.id):
        raise NoShiftError
    day: date = on_shift.business_date
    return _book(uow, context, shift_id, day, cart, list(tenders), rounding_minor, kind, payload_hash)


def _book(
    uow: UnitOfWork, context: TillContext, shift_id: int, business_date: date, cart: Cart,
    tenders: list[Tender], rounding_minor: int, kind: SaleKind, payload_hash: str,
) -> CompletedSale:  # fmt: skip
    priced = price_cart(cart, context.price_settings)
    _check(uow, context, priced, tenders, rounding_minor, kind)
    head = SaleHead(
        sale_id=next_id(), uuid=cart.uuid, kind=kind.value, till_id=context.till.id, shift_id=shift_id,
        business_date=business_date, completed_at=uow.now, cashier_id=uow.actor.user_id,
        party_id=cart.customer.party_id if cart.customer else None, currency=context.company.currency,
    )  # fmt: skip
    costs, moves = _move_stock(uow, context, head, priced)
    lines = line_rows(head, priced, costs)
    taxes = tax_rows(head, priced.totals)
    payments = payment_rows(head, tenders, take_ids(len(tenders)))
    ledger_rows = post(
        uow, kind=kind.value, business_date=business_date, document_type="sale",
        document_id=head.sale_id, till_id=context.till.id, shift_id=shift_id,
        postings=sale_postings(
            head, priced, tenders, rounding_minor=rounding_minor, cost_minor=sum(costs),
            taxes=context.taxes,
        ),
    )  # fmt: skip
    _summarise(uow, head, lines, taxes, tenders, priced, rounding_minor)
    number = take_number(uow, document_type="receipt", scope=context.till.code)
    sale_row = _sale_row(head, number.text, priced, rounding_minor, sum(costs), tenders, cart, payload_hash)
    _open_items(uow, context, head, number.text, tenders)
    entry = _note(uow, cart, sale_row, lines, taxes, payments, moves, ledger_rows)
    _INSERT_SALE.run(uow.connection, {**sale_row, "journal_excerpt": entry.excerpt})
    _INSERT_LINES.run(uow.connection, lines)
    if taxes:
        _INSERT_TAXES.run(uow.connection, taxes)
    if payments:
        _INSERT_PAYMENTS.run(uow.connection, payments)
    _DROP_CART.run(uow.connection, {"uuid_": cart.uuid})
    # told first: the drawer is to open before the receipt is printed on the same plug
    opens = any(context.tender(t.code).opens_drawer for t in tenders)
    uow.record(
        SaleCompleted(sale_id=head.sale_id, number=number.text, station=context.till.code, opens_drawer=opens)
    )
    queue_print(
        uow, station=context.till.code, kind="receipt", document_type="sale", document_id=head.sale_id
    )
    return CompletedSale(
        head.sale_id, number.text, head.sign * priced.gross_minor, _change(tenders), entry.excerpt
    )


def _change(tenders: Sequence[Tender]) -> int:
    return sum(t.change_minor for t in tenders)


def _check(
    uow: UnitOfWork, context: TillContext, priced: PricedCart, tenders: Sequence[Tender],
    rounding_minor: int, kind: SaleKind,
) -> None:  # fmt: skip
    if priced.cart.is_empty:
        raise EmptyCartError
    if kind is SaleKind.RETURN:
        require(uow, Permission.RETURN)
    check_rights(uow, priced.cart)
    due = (priced.gross_minor if kind is SaleKind.SALE else -priced.gross_minor) + rounding_minor
    missing = due - sum(t.amount_minor for t in tenders)
    if missing:
        refusal = NotPaidError if (missing > 0) == (due >= 0) else OverpaidError
        money = Money(abs(missing), context.company.currency)
        raise refusal(missing=money, surplus=money)
    _check_rounding(context, tenders, rounding_minor)
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


def _move_stock(
    uow: UnitOfWork, context: TillContext, head: SaleHead, priced: PricedCart
) -> tuple[list[int], list[Row]]:
    """Costs in the order of the lines; goods without stock cost nothing here."""
    stocked = [
        (i, x)
        for i, x in enumerate(priced.lines)
        if x.line.item.product_id is not None and x.line.item.on_hand_milli is not None
    ]
    issues = [
        Issue(int(x.line.item.product_id or 0), head.sign * base_quantity(x), head.sign * x.net_minor)
        for _i, x in stocked
    ]
    found, moves = issue_goods(
        uow, business_date=head.business_date, from_location_id=context.stock_location_id,
        to_location_id=context.customer_location_id, issues=issues, document_type="sale",
        document_id=head.sale_id,
    )  # fmt: skip
    costs = [0] * len(priced.lines)
    for (i, _x), cost in zip(stocked, found, strict=True):
        costs[i] = cost
    return costs, moves


def _sale_row(
    head: SaleHead, number: str, priced: PricedCart, rounding_minor: int, cost_minor: int,
    tenders: Sequence[Tender], cart: Cart, payload_hash: str,
) -> Row:  # fmt: skip
    sign = head.sign
    return {
        "id": head.sale_id, "uuid": head.uuid, "number": number, "kind": head.kind,
        "till_id": head.till_id, "shift_id": head.shift_id, "business_date": head.business_date,
        "completed_at": head.completed_at, "cashier_id": head.cashier_id, "party_id": head.party_id,
        "currency": head.currency, "net_minor": sign * priced.net_minor,
        "tax_minor": sign * priced.tax_minor, "gross_minor": sign * priced.gross_minor,
        "discount_minor": sign * priced.discount_minor, "rounding_minor": rounding_minor,
        "cost_minor": cost_minor, "change_minor": _change(tenders), "note": cart.note or None,
        "payload_hash": payload_hash,
    }  # fmt: skip


def _open_items(
    uow: UnitOfWork, context: TillContext, head: SaleHead, number: str, tenders: Sequence[Tender]
) -> None:
    for t in tenders:
        if t.kind == "account" and t.party_id is not None:
            require(uow, Permission.SELL_ON_ACCOUNT)
            open_receivable(
                uow, party_id=t.party_id, amount_minor=t.amount_minor, currency=context.company.currency,
                document_type="sale", document_id=head.sale_id, document_number=number,
                on=head.business_date,
            )  # fmt: skip


def _note(
    uow: UnitOfWork, cart: Cart, sale_row: Row, lines: list[Row], taxes: list[Row], payments: list[Row],
    moves: list[Row], ledger_rows: list[Row],
) -> JournalEntry:  # fmt: skip
    digest = rows_digest(
        {
            "sale": [sale_row], "sale_line": lines, "sale_tax": taxes, "payment": payments,
            "stock_move": moves, "ledger": ledger_rows,
        }
    )  # fmt: skip
    payload = {
        "number": sale_row["number"], "uuid": sale_row["uuid"], "gross_minor": sale_row["gross_minor"],
        "tax_minor": sale_row["tax_minor"], "rounding_minor": sale_row["rounding_minor"],
        "paid": [[p["tender_code"], p["amount_minor"]] for p in payments], "rows": digest,
        **told(cart),
    }  # fmt: skip
    return note(
        uow, kind=f"{sale_row['kind']}.completed", document_type="sale",
        document_id=int(str(sale_row["id"])), payload=payload,
        turnover_minor=int(str(sale_row["gross_minor"])),
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
