"""The walk of a pick list: which card comes next, what a scanned place means. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.fulfilment.queries import PickCard


def next_card(cards: Sequence[PickCard], after: int = 0) -> PickCard | None:
    """The first card with something left, from a position on; round to the start where none is behind."""
    left = [c for c in cards if c.left_milli > 0]
    return next((c for c in left if c.position >= after), left[0] if left else None)


def card_after(cards: Sequence[PickCard], card: PickCard) -> PickCard | None:
    """The next one with something left, for the preview; None: it is the last."""
    left = [c for c in cards if c.left_milli > 0 and c.id != card.id]
    return next((c for c in left if c.position > card.position), left[0] if left else None)


def done_cards(cards: Sequence[PickCard]) -> int:
    """How many need nothing more."""
    return sum(1 for c in cards if c.left_milli <= 0)


def is_place(raw: str, cards: Sequence[PickCard]) -> bool:
    """Whether a scan is a place of this walk."""
    return raw.strip().upper() in {c.bin.upper() for c in cards if c.bin}


def tail(code: str) -> str:
    """The last digits of a barcode, as one compares them with the goods in hand."""
    return f"…{code[-5:]}" if len(code) > 5 else code  # noqa: PLR2004 - five digits are read at a glance
