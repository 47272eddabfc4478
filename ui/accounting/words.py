"""Words of the ledger."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.accounting.figures import Basis
from app.accounting.states import PaidFrom
from app.ledger.states import AccountKind
from ui.formatting import Formats


def account_kind(kind: AccountKind) -> str:
    """Where an account stands."""
    tr = QCoreApplication.translate
    return {
        AccountKind.ASSET: tr("Accounting", "Assets"),
        AccountKind.LIABILITY: tr("Accounting", "Debts"),
        AccountKind.EQUITY: tr("Accounting", "Equity"),
        AccountKind.INCOME: tr("Accounting", "Income"),
        AccountKind.EXPENSE: tr("Accounting", "Expense"),
    }[kind]


def paid_from(source: PaidFrom) -> str:
    """Out of which money."""
    tr = QCoreApplication.translate
    return {
        PaidFrom.PETTY_CASH: tr("Accounting", "Petty cash"),
        PaidFrom.SAFE: tr("Accounting", "Safe"),
        PaidFrom.BANK: tr("Accounting", "Bank"),
        PaidFrom.PAYABLE: tr("Accounting", "Not paid yet"),
        PaidFrom.OWNER: tr("Accounting", "The owner"),
    }[source]


def basis_word(basis: Basis) -> str:
    """What an expected day rests on."""
    tr = QCoreApplication.translate
    return {
        Basis.PROMISE: tr("Accounting", "promised"),
        Basis.HABIT: tr("Accounting", "as he pays"),
        Basis.ALL: tr("Accounting", "as all pay"),
        Basis.DUE: tr("Accounting", "due date"),
    }[basis]


def source_word(source: str) -> str:
    """Of which documents a tax is."""
    tr = QCoreApplication.translate
    return {
        "sales": tr("Accounting", "Sales at the till"),
        "invoices": tr("Accounting", "Invoices"),
        "credit_notes": tr("Accounting", "Credit notes"),
        "deposits": tr("Accounting", "Down payments taken off"),
        "deductions": tr("Accounting", "Deductions"),
        "expenses": tr("Accounting", "Expenses (input tax)"),
    }.get(source, source)


def entry_word(kind: str) -> str:
    """What an entry was for."""
    tr = QCoreApplication.translate
    return {
        "sale": tr("Accounting", "Sale"), "return": tr("Accounting", "Return"),
        "invoice": tr("Accounting", "Invoice"), "prepayment": tr("Accounting", "Down payment invoice"),
        "credit_note": tr("Accounting", "Credit note"),
        "customer_payment": tr("Accounting", "Payment"), "refund": tr("Accounting", "Refund"),
        "payment_reversed": tr("Accounting", "Payment taken back"),
        "dunning": tr("Accounting", "Reminder"), "expense": tr("Accounting", "Expense"),
        "expense_reversed": tr("Accounting", "Expense taken back"),
        "early_discount": tr("Accounting", "Discount for paying early"),
        "allowance": tr("Accounting", "Allowance"),
        "small_difference": tr("Accounting", "Small difference"),
        "bank_fee": tr("Accounting", "Fee of a bank"), "write_off": tr("Accounting", "Write-off"),
        "recovery": tr("Accounting", "Came after all"),
        "vat_relief": tr("Accounting", "Tax of a write-off"),
        "shipment": tr("Accounting", "Shipment"), "goods_receipt": tr("Accounting", "Goods receipt"),
        "shift_open": tr("Accounting", "Shift opened"), "shift_close": tr("Accounting", "Shift closed"),
        "shift_sales": tr("Accounting", "Sales of a shift"),
        "exchange_difference": tr("Accounting", "Exchange difference"),
        "opening": tr("Accounting", "Taken over"), "petty_cash": tr("Accounting", "Petty cash"),
        "chart_changed": tr("Accounting", "Chart changed"),
        "year_close": tr("Accounting", "Year closed"),
    }.get(kind, kind)  # fmt: skip


def days_word(formats: Formats, tenths: int | None) -> str:
    """Tenths of days: "73.7 days"; "-" where there is no figure."""
    if tenths is None:
        return "-"
    number = formats.quantity(tenths * 100)
    return QCoreApplication.translate("Accounting", "{number} days").format(number=number)
