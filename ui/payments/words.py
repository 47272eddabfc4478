"""Words of payments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.payments.states import PaymentMethod


def method_word(method: str) -> str:
    """How it was paid."""
    tr = QCoreApplication.translate
    return {
        PaymentMethod.BANK.value: tr("Payments", "Bank transfer"),
        PaymentMethod.CARD.value: tr("Payments", "Card"),
        PaymentMethod.CASH.value: tr("Payments", "Cash"),
        PaymentMethod.CHEQUE.value: tr("Payments", "Cheque"),
        PaymentMethod.DIRECT_DEBIT.value: tr("Payments", "Direct debit"),
    }.get(method, method)


def kind_word(kind: str) -> str:
    """Money in, or back."""
    tr = QCoreApplication.translate
    return {"receipt": tr("Payments", "Payment"), "refund": tr("Payments", "Refund")}.get(kind, kind)
