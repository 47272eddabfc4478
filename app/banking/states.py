"""The states and kinds of the room, free of the database so that screens may name them."""

from __future__ import annotations

from enum import StrEnum


class FileFormat(StrEnum):
    """What a statement came as."""

    CAMT052 = "camt.052"
    CAMT053 = "camt.053"
    CAMT054 = "camt.054"
    MT940 = "mt940"
    OFX = "ofx"
    CSV = "csv"


class LineStatus(StrEnum):
    """Where a line of a statement stands: to be dealt with, booked, or left out with a reason."""

    OPEN = "open"
    BOOKED = "booked"
    LEFT_OUT = "left_out"


class MatchKind(StrEnum):
    """What a line was booked as."""

    PAYMENT = "payment"  # a customer's money, booked from the line
    KNOWN = "known"  # a payment, or several, that were recorded before the line came
    ACCOUNT = "account"  # straight to an account of the ledger
    PAYOUT = "payout"  # cards' money from the acquirer, less his fees
    RETURNED = "returned"  # a payment that bounced
    COLLECTION = "collection"  # a direct debit run


class MatchStatus(StrEnum):
    """A match is posted or undone; never changed."""

    POSTED = "posted"
    UNDONE = "undone"


class MatchedBy(StrEnum):
    """Who decided."""

    PROGRAM = "program"
    PERSON = "person"


class PartKind(StrEnum):
    """What a part of a line is."""

    ITEM = "item"  # money on what is owed
    DISCOUNT = "discount"  # for paying early
    FEE = "fee"  # what a bank on the way kept
    DIFFERENCE = "difference"  # cents
    CREDIT = "credit"  # stays the customer's
    ACCOUNT = "account"
    PAYMENT = "payment"


class AliasKind(StrEnum):
    """What a payer is known by."""

    IBAN = "iban"
    NAME = "name"


class MandateKind(StrEnum):
    """The scheme of a direct debit mandate."""

    CORE = "CORE"
    B2B = "B2B"


class RunStatus(StrEnum):
    """A direct debit run: made, its money here, or called off."""

    MADE = "made"
    PAID = "paid"
    CANCELLED = "cancelled"
