"""Messages, clocks and caps as plain values; no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.kernel.canonical import canonical_json, sha256

BACKWARDS: Final = timedelta(minutes=2)
FORWARDS: Final = timedelta(hours=24)
MOST_REFUSALS: Final = 5  # then a message is set aside and the queue goes on (design/reliability.md 3.3)
_WAITS: Final = (1, 2, 5, 10, 20, 30)  # seconds between tries while the server is away


@dataclass(frozen=True, slots=True)
class Message:
    """What a till tells the server: one document, in the order in which the till made them.

    Attributes:
        seq: 1, 2, 3 ... within the epoch, without a gap.
        uuid: the document's own; the same message never counts twice.
        label: number and what it is, for lists.
        payload: canonical JSON.
        hash: of all that is above and the payload.
    """

    till_id: int
    epoch: int
    seq: int
    uuid: str
    kind: str
    label: str
    payload: str
    hash: str
    made_at: datetime


def message_hash(*, till_id: int, epoch: int, seq: int, uuid: str, kind: str, payload: str) -> str:
    """SHA-256 of who, which and what, so that a message that was cut or changed shows."""
    return sha256(canonical_json([till_id, epoch, seq, uuid, kind]) + "\n" + payload)


def is_whole(message: Message) -> bool:
    """Whether the message is as the till wrote it."""
    return message.hash == message_hash(
        till_id=message.till_id, epoch=message.epoch, seq=message.seq, uuid=message.uuid, kind=message.kind,
        payload=message.payload,
    )  # fmt: skip


def wait_seconds(failures: int) -> float:
    """How long to wait after so many tries in a row that did not reach the server."""
    return float(_WAITS[min(max(failures, 1), len(_WAITS)) - 1])


def went_back(now: datetime, last: datetime | None) -> bool:
    """Whether the clock is behind the last document by more than two minutes."""
    return last is not None and now < last - BACKWARDS


def jumped(now: datetime, last: datetime | None) -> bool:
    """Whether the clock is a day or more ahead of the last document."""
    return last is not None and now > last + FORWARDS


@dataclass(frozen=True, slots=True)
class OfflineCaps:
    """What a till gives without asking the server; minor units, 0: nothing, None: as much as it likes."""

    account_minor: int = 0  # on account for one customer, over all that is unsent
    return_minor: int | None = None  # paid back at once
    no_receipt: bool = False  # goods without a receipt


ACCOUNT_CAP: Final = "offline.account_limit"
RETURN_CAP: Final = "offline.return_limit"
NO_RECEIPT: Final = "offline.return_without_receipt"


def caps_of(settings: Mapping[str, object]) -> OfflineCaps:
    """The caps as the shop has set them."""
    account, back = settings.get(ACCOUNT_CAP), settings.get(RETURN_CAP)
    return OfflineCaps(
        account if isinstance(account, int) else 0,
        back if isinstance(back, int) else None,
        settings.get(NO_RECEIPT) is True,
    )
