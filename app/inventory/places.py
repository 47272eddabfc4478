"""Places and bins: where goods lie at a location, and where to put what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from app.audit.steps import take_step
from app.db.columns import NAME, SHORT
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import create_location_row
from app.inventory.refusals import (
    BinCodeError,
    BinInUseError,
    BinKnownError,
    NoSuchBinError,
    PlaceCodeError,
)
from app.inventory.rules import walk_key
from app.inventory.states import LocationKind
from app.inventory.tables import (
    bin_place,
    goods_receipt,
    goods_receipt_line,
    location,
    product_bin,
)
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import clean_field


class PutAwayReason(StrEnum):
    """Why a bin is proposed."""

    HOME = "home"  # the product's own place
    LAST = "last"  # where it was put the last time
    FREE = "free"  # the first one on the way in which nothing has its place
    NONE = "none"  # the location has no bin to propose


@dataclass(frozen=True, slots=True)
class PutAway:
    """Where to put goods, and why there."""

    bin: str
    reason: PutAwayReason


@permitted(Permission.SETTINGS)
def create_place(uow: UnitOfWork, *, code: str, name: str) -> int:
    """A place where goods of ours lie: a warehouse, a shop, a place for damaged goods; returns its id.

    Raises:
        PlaceCodeError: no code, no name, or a code that is taken.
    """
    short = clean_field(code, field="Code", limit=SHORT).upper()
    told = clean_field(name, field="Name", limit=NAME)
    taken = uow.connection.execute(select(location.c.id).where(location.c.code == short)).first()
    if not short or not told or taken is not None:
        raise PlaceCodeError
    return create_location_row(uow, code=short, name=told, kind=LocationKind.INTERNAL.value)


@permitted(Permission.ADJUST_STOCK)
def create_bin(uow: UnitOfWork, *, location_id: int, code: str, walk: str = "") -> int:
    """A bin at a location; returns its id.

    Args:
        uow: the transaction.
        location_id: where.
        code: as it stands on the shelf, "A-03-2".
        walk: sorts as one walks; from the code, numbers by their value, when left out.

    Raises:
        BinCodeError, BinKnownError: see their sentences.
    """
    short = _bin_code(uow, location_id, code)
    bin_id = next_id()
    uow.connection.execute(
        insert(bin_place),
        {
            "id": bin_id, "location_id": location_id, "code": short,
            "walk_key": clean_field(walk, field="Order", limit=NAME) or walk_key(short), "active": True,
        },
    )  # fmt: skip
    take_step(uow, document_type="bin", document_id=bin_id, step="created", detail=short)
    return bin_id


@permitted(Permission.ADJUST_STOCK)
def create_bins(uow: UnitOfWork, *, location_id: int, codes: Sequence[str]) -> list[int]:
    """Several bins at once, or none; returns their ids.

    Raises:
        BinCodeError, BinKnownError: see their sentences.
    """
    if not codes:
        raise BinCodeError
    return [create_bin(uow, location_id=location_id, code=code) for code in codes]


def _bin_code(uow: UnitOfWork, location_id: int, code: str, besides: int = 0) -> str:
    short = clean_field(code, field="Bin", limit=SHORT).upper()
    if not short:
        raise BinCodeError
    taken = uow.connection.execute(
        select(bin_place.c.id).where(
            bin_place.c.location_id == location_id, bin_place.c.code == short, bin_place.c.id != besides
        )
    ).first()
    if taken is not None:
        raise BinKnownError(code=short)
    return short


@permitted(Permission.ADJUST_STOCK)
def change_bin(uow: UnitOfWork, *, bin_id: int, code: str, walk: str, active: bool) -> None:
    """Rename a bin, move it in the walk, or use it no more.

    Raises:
        NoSuchBinError, BinCodeError, BinKnownError, BinInUseError: see their sentences.
    """
    row = uow.connection.execute(select(bin_place).where(bin_place.c.id == bin_id)).one_or_none()
    if row is None:
        raise NoSuchBinError(code=code)
    short = _bin_code(uow, row.location_id, code, bin_id)
    homes = uow.connection.execute(
        select(func.count()).select_from(product_bin).where(product_bin.c.bin_id == bin_id)
    ).scalar_one()
    if homes and not active:
        raise BinInUseError(count=int(homes), code=short)
    uow.connection.execute(
        update(bin_place)
        .where(bin_place.c.id == bin_id)
        .values(
            code=short,
            walk_key=clean_field(walk, field="Order", limit=NAME) or walk_key(short),
            active=active,
        )
    )
    take_step(
        uow, document_type="bin", document_id=bin_id, step="changed", detail=short,
        payload={"code": short, "active": active},
    )  # fmt: skip


@permitted(Permission.ADJUST_STOCK, Permission.RECEIVE_GOODS)
def set_home_bin(uow: UnitOfWork, *, product_id: int, location_id: int, code: str) -> None:
    """Give a product its place at a location; "" takes it away.

    Raises:
        NoSuchBinError: there is no such bin in use.
    """
    place = (product_bin.c.product_id == product_id) & (product_bin.c.location_id == location_id)
    bin_id = _bin_id(uow, location_id, code) if code.strip() else None
    uow.connection.execute(delete(product_bin).where(place))
    if bin_id is not None:
        uow.connection.execute(
            insert(product_bin), {"product_id": product_id, "location_id": location_id, "bin_id": bin_id}
        )
    take_step(
        uow, document_type="product", document_id=product_id, step="put_away", detail=code.strip(),
        payload={"location": location_id, "bin": bin_id},
    )  # fmt: skip


def _bin_id(uow: UnitOfWork, location_id: int, code: str) -> int:
    found = uow.connection.execute(
        select(bin_place.c.id).where(
            bin_place.c.location_id == location_id,
            bin_place.c.code == code.strip().upper(),
            bin_place.c.active.is_(True),
        )
    ).scalar_one_or_none()
    if found is None:
        raise NoSuchBinError(code=code.strip().upper())
    return int(found)


def put_away(uow: UnitOfWork, *, location_id: int, bins: Sequence[tuple[int, str]]) -> None:
    """Goods were put into bins (product, code): who has no place yet has it there from now on.

    Raises:
        NoSuchBinError: there is no such bin in use.
    """
    for product_id, code in bins:
        bin_id = _bin_id(uow, location_id, code)
        home = uow.connection.execute(
            select(product_bin.c.bin_id).where(
                product_bin.c.product_id == product_id, product_bin.c.location_id == location_id
            )
        ).first()
        if home is None:
            uow.connection.execute(
                insert(product_bin), {"product_id": product_id, "location_id": location_id, "bin_id": bin_id}
            )


def propose_bin(connection: Connection, *, product_id: int, location_id: int) -> PutAway:
    """Where goods that come in are put: at home, where they were put last, else into a free bin."""
    usable = (bin_place.c.location_id == location_id) & bin_place.c.active.is_(True)
    home = connection.execute(
        select(bin_place.c.code)
        .join_from(bin_place, product_bin, product_bin.c.bin_id == bin_place.c.id)
        .where(usable, product_bin.c.product_id == product_id)
    ).scalar()
    if home:
        return PutAway(home, PutAwayReason.HOME)
    last = connection.execute(
        select(bin_place.c.code)
        .join_from(goods_receipt_line, goods_receipt, goods_receipt.c.id == goods_receipt_line.c.receipt_id)
        .join(bin_place, bin_place.c.code == goods_receipt_line.c.bin)
        .where(
            usable,
            goods_receipt.c.location_id == location_id,
            goods_receipt_line.c.product_id == product_id,
        )
        .order_by(goods_receipt_line.c.id.desc())
        .limit(1)
    ).scalar()
    if last:
        return PutAway(last, PutAwayReason.LAST)
    free = connection.execute(
        select(bin_place.c.code)
        .where(usable, ~exists().where(product_bin.c.bin_id == bin_place.c.id))
        .order_by(bin_place.c.walk_key)
        .limit(1)
    ).scalar()
    return PutAway(free, PutAwayReason.FREE) if free else PutAway("", PutAwayReason.NONE)
