"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class TenderKind(StrEnum):
    """What a tender is made of."""

    CASH = "cash"
    CARD = "card"
    ACCOUNT = "account"
    VOUCHER = "voucher"
    GIFT_CARD = "gift_card"
    STORE_CREDIT = "store_credit"
    POINTS = "points"
    FOREIGN_CASH = "foreign_cash"  # at the day's rate, change in home currency
    EXCHANGE = "exchange"  # between the documents of one checkout: no money moves


class IntentStatus(StrEnum):
    """Where a card payment stands. UNKNOWN is never "failed": ask the terminal."""

    REQUESTED = "requested"
    APPROVED = "approved"
    DECLINED = "declined"
    UNKNOWN = "unknown"
    CAPTURED = "captured"
    REVERSED = "reversed"


class PaymentMethod(StrEnum):
    """How a customer pays what he owes."""

    BANK = "bank"
    CARD = "card"
    CASH = "cash"
    CHEQUE = "cheque"
    DIRECT_DEBIT = "direct_debit"
    TILL = "till"  # at a till, by any of its tenders: the taking there says which


class CustomerPaymentKind(StrEnum):
    """Money in, or back."""

    RECEIPT = "receipt"
    REFUND = "refund"


class CustomerPaymentStatus(StrEnum):
    """A payment is booked, or taken back as a whole; never changed."""

    POSTED = "posted"
    REVERSED = "reversed"
