"""Money taken at the till that is no sale: for gift cards, invoices and customers' accounts.

Pure values. It stands as a line in the cart and is paid together with the goods, but it is a document
of its own: no turnover, no tax, no discount.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.refusal import Refusal
from app.till.states import TakingKind


class TakingFixedError(Refusal):
    """Another quantity, price or discount for money that is taken."""

    message = "This is money, not goods. Take the line off and enter another amount."


@dataclass(frozen=True, slots=True)
class Taking:
    """What the money is for.

    Attributes:
        reference: the number of the gift card.
        party_id: whose account it pays.
        parts: (open item, minor units) that it pays; none: the oldest first.
    """

    kind: TakingKind
    reference: str = ""
    party_id: int | None = None
    parts: tuple[tuple[int, int], ...] = ()
