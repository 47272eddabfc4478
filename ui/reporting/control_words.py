"""The words of the control pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.reporting.loss import Figure
from app.vouchers.states import VoucherKind, VoucherStatus


def figure_words() -> dict[Figure, str]:
    """What is counted of a cashier, short enough for the head of a column."""
    tr = QCoreApplication.translate
    return {
        Figure.SALES: tr("Control", "Sales"),
        Figure.REFUNDS: tr("Control", "Refunds"),
        Figure.NO_RECEIPT: tr("Control", "No receipt"),
        Figure.VOIDED_LINES: tr("Control", "Void lines"),
        Figure.VOIDED_SALES: tr("Control", "Void sales"),
        Figure.NO_SALES: tr("Control", "No sale"),
        Figure.OVERRIDES: tr("Control", "Prices"),
        Figure.DISCOUNTS: tr("Control", "Discounts"),
        Figure.DIFFERENCES: tr("Control", "Cash diff."),
    }


def voucher_kind(kind: str) -> str:
    """What a voucher is."""
    tr = QCoreApplication.translate
    names = {
        VoucherKind.GIFT_CARD.value: tr("Control", "Gift card"),
        VoucherKind.STORE_CREDIT.value: tr("Control", "Store credit"),
    }
    return names.get(kind, kind)


def voucher_status(status: str) -> str:
    """Whether a voucher is taken."""
    tr = QCoreApplication.translate
    names = {
        VoucherStatus.ACTIVE.value: tr("Control", "active"),
        VoucherStatus.BLOCKED.value: tr("Control", "blocked"),
    }
    return names.get(status, status)
