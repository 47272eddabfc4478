"""Expenses and petty cash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from app.accounting.refusals import (
    ExpenseAccountError,
    ExpenseAmountError,
    ExpenseTextError,
    NoSuchExpenseError,
    ReasonError,
)
from app.accounting.states import PaidFrom
from app.accounting.tables import expense
from app.audit.seals import SealedKind, SealedTable, seal_rows, seal_stored
from app.audit.steps import take_step
from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import Posting
from app.ledger.states import AccountKind
from app.ledger.tables import account
from app.numbering.operations import take_number
from app.organisation.queries import get_company
from app.payments.customers import PaymentFutureError
from app.receivables.items import AmountNotPositiveError

SERIES: Final = "EX"
TYPE: Final = "expense"
SEALED: Final = SealedKind(TYPE, (SealedTable(expense, "id"),))


@dataclass(frozen=True, slots=True)
class ExpenseDraft:
    """What was bought; amounts are minor units of the company's currency.

    Attributes:
        account_code: an account of expenses, or of assets for what lasts.
        tax_minor: the input tax that is in the amount.
        rate: of the tax, thousandths of a per cent; for the tax report.
        on: its day; today when left out.
    """

    account_code: str
    gross_minor: int
    paid_from: PaidFrom
    note: str
    supplier: str = ""
    reference: str = ""
    tax_minor: int = 0
    tax_code: str = ""
    rate: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """An expense as lists show it."""

    id: int
    number: str
    on: date
    account_code: str
    supplier: str
    note: str
    reference: str
    paid_from: PaidFrom
    tax_code: str
    rate: int
    net_minor: int
    tax_minor: int
    gross_minor: int
    reversed: bool


@permitted(Permission.EXPENSES)
def book_expense(uow: UnitOfWork, *, uuid: str, draft: ExpenseDraft) -> ExpenseRow:
    """Book an expense; sent twice it is one.

    Raises:
        ExpenseAmountError, ExpenseTextError, ExpenseAccountError, PaymentFutureError, PeriodClosedError.
    """
    there = uow.connection.execute(select(expense).where(expense.c.uuid == uuid)).one_or_none()
    if there is not None:
        return _row(there)
    if not 0 <= draft.tax_minor < draft.gross_minor:
        raise ExpenseAmountError
    text = clean_field(draft.note, field="Note", limit=200)
    if not text:
        raise ExpenseTextError
    kinds = (AccountKind.EXPENSE.value, AccountKind.ASSET.value)
    wanted = select(account.c.code).where(account.c.code == draft.account_code, account.c.kind.in_(kinds))
    if uow.connection.execute(wanted).first() is None:
        raise ExpenseAccountError(code=draft.account_code)
    on = _day(uow, draft.on)
    expense_id = next_id()
    number = take_number(uow, document_type=TYPE, scope=SERIES, fiscal_year=on.year).text
    row = {
        "id": expense_id, "uuid": uuid, "number": number, "date": on, "account_code": draft.account_code,
        "supplier": clean_field(draft.supplier, field="Supplier", limit=200), "note": text,
        "reference": clean_field(draft.reference, field="Reference", limit=200),
        "paid_from": draft.paid_from.value, "tax_code": draft.tax_code, "rate": draft.rate,
        "net_minor": draft.gross_minor - draft.tax_minor, "tax_minor": draft.tax_minor,
        "gross_minor": draft.gross_minor, "at": uow.now, "actor_id": uow.actor.user_id,
        "reversed_at": None, "reversed_by": None, "reversed_reason": None,
    }  # fmt: skip
    uow.connection.execute(insert(expense), row)
    seal_rows(uow, SEALED.name, [row])
    _post(uow, row, on, sign=1)
    take_step(
        uow, document_type=TYPE, document_id=expense_id, step="booked", detail=text,
        payload={
            "number": number, "account": draft.account_code, "gross_minor": draft.gross_minor,
            "tax_minor": draft.tax_minor, "paid_from": draft.paid_from.value,
        },
    )  # fmt: skip
    return get_expense(uow.connection, expense_id=expense_id)


def _day(uow: UnitOfWork, wanted: date | None) -> date:
    today = get_company(uow.connection).day_of(uow.now)
    on = wanted or today
    if on > today:
        raise PaymentFutureError(on=on, today=today)
    require_open_period(uow.connection, on=on)
    return on


def _post(uow: UnitOfWork, row: Any, on: date, *, sign: int) -> None:
    tax_role = f"tax_input:{row['tax_code']}" if row["tax_code"] else "tax_input"
    post(
        uow, kind=TYPE if sign > 0 else "expense_reversed", business_date=on, document_type=TYPE,
        document_id=row["id"],
        postings=[
            Posting(f"account:{row['account_code']}", sign * row["net_minor"]),
            Posting(tax_role, sign * row["tax_minor"]), Posting(row["paid_from"], -sign * row["gross_minor"]),
        ],
    )  # fmt: skip


@permitted(Permission.EXPENSES)
def reverse_expense(uow: UnitOfWork, *, expense_id: int, reason: str) -> ExpenseRow:
    """Take an expense back, today; both stay in the books.

    Raises:
        NoSuchExpenseError, ReasonError, PeriodClosedError: see their sentences.
    """
    row = uow.connection.execute(
        select(expense).where(expense.c.id == expense_id).with_for_update()
    ).one_or_none()
    if row is None or row.reversed_at is not None:
        raise NoSuchExpenseError
    why = clean_field(reason, field="Reason", limit=200)
    if not why:
        raise ReasonError
    uow.connection.execute(
        update(expense).where(expense.c.id == expense_id),
        {"reversed_at": uow.now, "reversed_by": uow.actor.user_id, "reversed_reason": why},
    )
    seal_stored(uow, SEALED, [expense_id])
    _post(uow, row._mapping, _day(uow, None), sign=-1)  # noqa: SLF001 - SQLAlchemy's public name
    take_step(
        uow, document_type=TYPE, document_id=expense_id, step="reversed", detail=why,
        payload={"number": row.number, "reason": why},
    )  # fmt: skip
    return get_expense(uow.connection, expense_id=expense_id)


@permitted(Permission.EXPENSES)
def fill_petty_cash(uow: UnitOfWork, *, amount_minor: int, source: PaidFrom = PaidFrom.BANK) -> None:
    """Move money into the petty cash; raises AmountNotPositiveError, PeriodClosedError."""
    if amount_minor <= 0 or source is PaidFrom.PETTY_CASH:
        raise AmountNotPositiveError
    on = _day(uow, None)
    entry = next_id()
    post(
        uow, kind="petty_cash", business_date=on, document_type="petty_cash", document_id=entry,
        postings=[Posting("petty_cash", amount_minor), Posting(source.value, -amount_minor)],
    )  # fmt: skip
    take_step(
        uow, document_type="petty_cash", document_id=entry, step="filled",
        payload={"amount_minor": amount_minor, "source": source.value},
    )  # fmt: skip


def _row(r: Row[Any]) -> ExpenseRow:
    names = [n for n in ExpenseRow.__dataclass_fields__ if n not in {"on", "paid_from", "reversed"}]
    return ExpenseRow(
        **{n: getattr(r, n) for n in names}, on=r.date, paid_from=PaidFrom(r.paid_from),
        reversed=r.reversed_at is not None,
    )  # fmt: skip


def get_expense(connection: Connection, *, expense_id: int) -> ExpenseRow:
    """One expense; raises NoSuchExpenseError."""
    row = connection.execute(select(expense).where(expense.c.id == expense_id)).one_or_none()
    if row is None:
        raise NoSuchExpenseError
    return _row(row)


def list_expenses(connection: Connection, *, since: date, until: date) -> list[ExpenseRow]:
    """The expenses of a period, the last first."""
    rows = connection.execute(
        select(expense)
        .where(expense.c.date >= since, expense.c.date <= until)
        .order_by(expense.c.date.desc(), expense.c.id.desc())
    )
    return [_row(r) for r in rows]
