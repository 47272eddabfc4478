"""What the screen of transfers asks: what is on its way, what arrived, what was short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from app.access.tables import user_account
from app.catalog.tables import product
from app.inventory.refusals import NoSuchTransferError
from app.inventory.states import TransferStatus
from app.inventory.tables import location, transfer, transfer_line

PAGE: Final = 200
_FROM: Final = location.alias("from_place")
_TO: Final = location.alias("to_place")
_HEADS: Final = (
    select(
        transfer, _FROM.c.name.label("from_place"), _TO.c.name.label("to_place"),
        func.coalesce(user_account.c.name, "").label("who"),
        func.sum(transfer_line.c.quantity_milli).label("sent_milli"),
        func.sum(transfer_line.c.received_milli).label("received_milli"),
    )
    .join_from(transfer, _FROM, _FROM.c.id == transfer.c.from_location_id)
    .join(_TO, _TO.c.id == transfer.c.to_location_id)
    .join(transfer_line, transfer_line.c.transfer_id == transfer.c.id)
    .outerjoin(user_account, user_account.c.id == transfer.c.sent_by)
    .group_by(*transfer.c, _FROM.c.name, _TO.c.name, user_account.c.name)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TransferRow:
    """A transfer in the list; quantities of all its goods together, base units."""

    id: int
    number: str
    status: TransferStatus
    from_place: str
    to_place: str
    sent_at: datetime
    who: str
    received_at: datetime | None
    sent_milli: int
    received_milli: int

    @property
    def is_short(self) -> bool:
        """Whether it ended with less than was sent."""
        return self.status is TransferStatus.RECEIVED and self.received_milli < self.sent_milli


@dataclass(frozen=True, slots=True)
class TransferLine:
    """Goods of a transfer, base units."""

    id: int
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    received_milli: int

    @property
    def left_milli(self) -> int:
        """What is still on its way."""
        return self.quantity_milli - self.received_milli


def list_transfers(connection: Connection, *, limit: int = PAGE) -> list[TransferRow]:
    """What is on its way first, then what arrived; the newest first."""
    on_its_way = transfer.c.status == TransferStatus.SENT.value
    rows = connection.execute(_HEADS.order_by(on_its_way.desc(), transfer.c.id.desc()).limit(limit))
    return [_row(r) for r in rows]


def _row(r: Row[Any]) -> TransferRow:
    return TransferRow(
        r.id, r.number, TransferStatus(r.status), r.from_place, r.to_place, r.sent_at, r.who, r.received_at,
        int(r.sent_milli), int(r.received_milli),
    )  # fmt: skip


def get_transfer(connection: Connection, *, transfer_id: int) -> tuple[TransferRow, list[TransferLine]]:
    """A transfer with its goods; raises NoSuchTransferError."""
    head = connection.execute(_HEADS.where(transfer.c.id == transfer_id)).one_or_none()
    if head is None:
        raise NoSuchTransferError
    rows = connection.execute(
        select(
            transfer_line.c.id, transfer_line.c.product_id, product.c.sku, product.c.name, product.c.unit,
            transfer_line.c.quantity_milli, transfer_line.c.received_milli,
        )
        .join_from(transfer_line, product, product.c.id == transfer_line.c.product_id)
        .where(transfer_line.c.transfer_id == transfer_id)
        .order_by(transfer_line.c.id)
    )  # fmt: skip
    return _row(head), [TransferLine(*r) for r in rows]


def find_transfer(connection: Connection, *, number: str) -> int | None:
    """The transfer of a number that was scanned."""
    found = connection.execute(
        select(transfer.c.id).where(transfer.c.number == number.strip().upper())
    ).scalar_one_or_none()
    return None if found is None else int(found)
