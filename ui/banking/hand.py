"""A line spread over items by hand, while it is typed: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.banking.matching.model import Candidate, Share
from app.banking.operations.booking import Booking
from app.receivables.queries import OpenItem
from app.receivables.rules import Owed, oldest_first


@dataclass(frozen=True, slots=True)
class Hand:
    """What the line pays so far.

    Attributes:
        shares: item -> what is settled of it; credits: the same of credit notes, positive.
        discounts: item -> what is taken off of that for paying early.
        as_difference: what is left over, or missing, is let go of; else it stays the customer's.
    """

    amount_minor: int
    party_id: int = 0
    items: tuple[OpenItem, ...] = ()
    shares: dict[int, int] = field(default_factory=dict)
    credits: dict[int, int] = field(default_factory=dict)
    discounts: dict[int, int] = field(default_factory=dict)
    fee_minor: int = 0
    as_difference: bool = False

    def of(self, party_id: int, items: Sequence[OpenItem]) -> Hand:
        """Another customer: the oldest first."""
        owed = [Owed(i.id, i.due_date, i.open_minor) for i in items if i.open_minor > 0]
        shares = {p.item_id: p.amount_minor for p in oldest_first(self.amount_minor, owed)}
        return Hand(self.amount_minor, party_id, tuple(items), shares)

    def like(self, candidate: Candidate, items: Sequence[OpenItem]) -> Hand:
        """As a candidate has it."""
        return Hand(
            self.amount_minor, candidate.party_id, tuple(items),
            {s.item_id: s.pays_minor for s in candidate.shares},
            {s.item_id: s.pays_minor for s in candidate.credits},
            {s.item_id: s.discount_minor for s in candidate.shares if s.discount_minor},
            candidate.fee_minor, bool(candidate.difference_minor),
        )  # fmt: skip

    def pay(self, item_id: int, minor: int) -> Hand:
        """So much of an item; of a credit note as well."""
        item = next(i for i in self.items if i.id == item_id)
        if item.open_minor < 0:
            return replace(self, credits=_with(self.credits, item_id, abs(minor)))
        return replace(self, shares=_with(self.shares, item_id, minor))

    def take_off(self, item_id: int, minor: int) -> Hand:
        """So much of an item for paying early."""
        return replace(self, discounts=_with(self.discounts, item_id, minor))

    def paid(self, item_id: int) -> int:
        """What an item gets; negative for a credit note."""
        return self.shares.get(item_id, 0) - self.credits.get(item_id, 0)

    def left_minor(self) -> int:
        """What is not explained of the line; negative: more is settled than came."""
        settled = sum(self.shares.values()) - sum(self.discounts.values())
        return self.amount_minor + self.fee_minor + sum(self.credits.values()) - settled

    def booking(self) -> Booking:
        """As the room takes it; what is missing stays unexplained unless it is a difference."""
        left = self.left_minor()
        shares = tuple(
            Share(item, minor, self.discounts.get(item, 0)) for item, minor in self.shares.items() if minor
        )
        credits_ = tuple(Share(item, minor) for item, minor in self.credits.items() if minor)
        if self.as_difference:
            return Booking(self.party_id, shares, credits_, self.fee_minor, -left)
        return Booking(self.party_id, shares, credits_, self.fee_minor, 0, max(left, 0))


def _with(values: dict[int, int], key: int, minor: int) -> dict[int, int]:
    kept = {k: v for k, v in values.items() if k != key}
    return {**kept, key: minor} if minor else kept
