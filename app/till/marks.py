"""What goods are known by beside their code: the numbers of the pieces, the lot and its last day.

Pure values. Lines without any have no mark, so they cost nothing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.kernel.refusal import Refusal


class SerialInCartError(Refusal):
    """The same piece twice on the counter."""

    message = "Serial number {serial} is in this sale already. Scan the one on this piece."


class SerialTooManyError(Refusal):
    """More numbers than pieces."""

    message = "All pieces of {name} have their serial number. Scan the goods first, then the number."


class SerialNotOfReceiptError(Refusal):
    """A piece that was not sold on the receipt that it is returned with."""

    message = "Serial number {serial} was not sold on receipt {number}. Compare it with the goods."


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of the goods of a line.

    Attributes:
        by_serial: each piece has a number, which is asked for.
        serials: the numbers, as far as they are known.
        lot: the lot that was scanned.
        expires_on: its last day.
        approver_id: who said yes to goods whose last day is over.
        known: of goods that come back: the numbers that were sold on their receipt.
    """

    by_serial: bool = False
    serials: tuple[str, ...] = ()
    lot: str = ""
    expires_on: date | None = None
    approver_id: int | None = None
    known: tuple[str, ...] = ()

    def merges(self, other: Mark | None) -> bool:
        """Whether goods of that mark stand on the same line."""
        return other is not None and (self.by_serial, self.lot, self.expires_on, self.approver_id) == (
            other.by_serial, other.lot, other.expires_on, other.approver_id,
        )  # fmt: skip

    def joined(self, other: Mark | None) -> Mark:
        """With the numbers of further pieces."""
        return self if other is None else replace(self, serials=(*self.serials, *other.serials))

    def cut(self, pieces: int) -> Mark:
        """With no more numbers than pieces: what was named last goes."""
        return self if len(self.serials) <= pieces else replace(self, serials=self.serials[:pieces])

    def is_expired(self, on: date) -> bool:
        """Whether the last day is over."""
        return self.expires_on is not None and self.expires_on < on


def check_new(there: Sequence[str], codes: Sequence[str]) -> None:
    """Each piece lies on the counter once; raises SerialInCartError."""
    for code in codes:
        if code in there:
            raise SerialInCartError(serial=code)


def merges(one: Mark | None, other: Mark | None) -> bool:
    """Whether goods with these marks stand on one line."""
    return other is None if one is None else one.merges(other)


def mark_text(mark: Mark | None) -> str | None:
    """What is kept with the line of a sale; None where nothing is known of its goods."""
    if mark is None or not (mark.serials or mark.lot or mark.expires_on):
        return None
    told: dict[str, object] = {}
    if mark.serials:
        told["serials"] = list(mark.serials)
    if mark.lot:
        told["lot"] = mark.lot
    if mark.expires_on is not None:
        told["expires"] = mark.expires_on.isoformat()
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_mark(text: str | None) -> Mark | None:
    """The mark that mark_text wrote."""
    if not text:
        return None
    told = json.loads(text)
    day = told.get("expires")
    return Mark(
        bool(told.get("serials")), tuple(told.get("serials", ())), told.get("lot", ""),
        date.fromisoformat(day) if day else None,
    )  # fmt: skip


def mark_values(mark: Mark | None) -> tuple[object, ...] | None:
    """The mark as the cart keeps it."""
    if mark is None:
        return None
    day = mark.expires_on.isoformat() if mark.expires_on else ""
    return (mark.by_serial, mark.serials, mark.lot, day, mark.approver_id, mark.known)


def mark_of_values(values: list[object] | None) -> Mark | None:
    """The mark that mark_values gave; raises ValueError, TypeError where it is damaged."""
    if values is None:
        return None
    by_serial, serials, lot, day, approver_id, known = values
    if not isinstance(serials, list) or not isinstance(known, list):
        raise TypeError
    return Mark(
        bool(by_serial), tuple(map(str, serials)), str(lot), date.fromisoformat(str(day)) if day else None,
        None if approver_id is None else int(str(approver_id)), tuple(map(str, known)),
    )  # fmt: skip
