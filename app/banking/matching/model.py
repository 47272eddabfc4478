"""What the matching is given and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Ground(StrEnum):
    """Why something is believed, or doubted."""

    REFERENCE = "reference"  # a structured reference with valid check digits
    NUMBER = "number"  # the document's whole number
    SHORT_NUMBER = "short_number"  # without prefix, year or zeros, and only one fits
    OTHER_NUMBER = "other_number"  # an order's or the customer's own
    CUSTOMER_NUMBER = "customer_number"
    IBAN = "iban"
    END_TO_END = "end_to_end"
    NAME = "name"
    ADVICE = "advice"  # a remittance advice names amount and documents
    EXACT = "exact"
    SUM = "sum"
    BALANCE = "balance"  # all that is open of the customer
    OLDEST = "oldest"  # the oldest ones come to it
    SUBSET = "subset"  # one choice of items comes to it, and no other
    DISCOUNT = "discount"
    CREDIT = "credit"  # less a credit note
    FEE = "fee"
    CHARGES = "charges"  # the bank says what it kept
    CENTS = "cents"
    PART = "part"
    OVER = "over"
    PAID = "paid"  # what it names is paid already
    TERMS = "terms"  # about when it is due
    OTHER_PAYER = "other_payer"  # the payer is somebody else than the debtor
    DISPUTED = "disputed"
    AMBIGUOUS = "ambiguous"  # others have an item of the same amount


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground, its weight in tenths of log-odds, and what it was found in."""

    ground: Ground
    weight: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What is owed (positive) or a credit (negative), in the line's currency.

    Attributes:
        discount_minor: may be taken off for paying by `discount_until`; 0: none.
        other_numbers: of its orders, and the customer's own.
    """

    item_id: int
    party_id: int
    number: str
    on: date
    due_on: date
    open_minor: int
    discount_minor: int = 0
    discount_until: date | None = None
    disputed: bool = False
    other_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Payer:
    """A customer as the bank may write him."""

    party_id: int
    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """A remittance advice that no line came for yet."""

    advice_id: int
    party_id: int
    reference: str
    amount_minor: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A line as the matching sees it; money in, in minor units."""

    amount_minor: int
    value_on: date
    text: str = ""
    name: str = ""
    iban: str = ""
    reference: str = ""
    end_to_end_id: str = ""
    charges_minor: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """So much of an item is settled by the line, and so much is taken off for paying early."""

    item_id: int
    pays_minor: int
    discount_minor: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be let go without asking anybody, in minor units and days."""

    fee_minor: int = 2500
    cents_minor: int = 100
    grace_days: int = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to understand a line.

    pays + credit = amount + fee + difference, where the credits are the credit notes set against.

    Attributes:
        shares: what is settled; credits: which credit notes go into it, as positive amounts.
        fee_minor: kept by a bank on the way.
        difference_minor: let go of (positive); paid too much and kept (negative).
        rest_minor: stays the customer's.
        score: tenths of log-odds.
        probability: thousandths.
        sure: the program may book it alone.
        currency: in which it is reckoned; "": the line's.
    """

    party_id: int
    shares: tuple[Share, ...]
    reasons: tuple[Reason, ...]
    credits: tuple[Share, ...] = ()
    fee_minor: int = 0
    difference_minor: int = 0
    rest_minor: int = 0
    score: int = 0
    probability: int = 0
    sure: bool = False
    currency: str = ""

    def has(self, *grounds: Ground) -> bool:
        """Whether one of the grounds is among its reasons."""
        return any(r.ground in grounds for r in self.reasons)


@dataclass(slots=True)
class Known:
    """What the shop knows of payers: learnt or entered, each with the customers it may mean."""

    ibans: Mapping[str, frozenset[int]] = field(default_factory=dict)
    names: Mapping[str, frozenset[int]] = field(default_factory=dict)
