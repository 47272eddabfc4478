"""Serial numbers: every move of goods that are kept by number says which pieces moved.

A number is one piece. Kept "on sale" it is known from the day it leaves; kept "throughout" no more numbers
lie at a place than pieces do, and what leaves is one of them (or lay there before numbers were kept).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from app.audit.steps import take_step
from app.db.columns import NAME
from app.db.unit_of_work import UnitOfWork
from app.inventory.refusals import (
    NoSuchSerialError,
    SerialElsewhereError,
    SerialNamedError,
    SerialNeededError,
    SerialPiecesError,
    SerialSoldError,
    SerialThereError,
    SerialTwiceError,
)
from app.inventory.rules import Level
from app.inventory.states import LocationKind, SerialUse
from app.inventory.tables import location, serial, serial_move, stock_level, stock_policy
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.quantity import ONE
from app.kernel.refusal import Refusal
from app.kernel.text import clean_field
from app.organisation.queries import get_company

_ALWAYS: Final = SerialUse.ALWAYS.value
_INTERNAL: Final = LocationKind.INTERNAL.value
_CUSTOMER: Final = LocationKind.CUSTOMER.value
MISSING: Final = "ADJUST"  # code of the place where a missing piece is
_COPIED: Final = (
    "business_date", "at", "from_location_id", "to_location_id", "document_type", "document_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """The goods of one move: the row of stock_move, the level they left or came to, their numbers."""

    move: Mapping[str, Any]
    level: Level
    codes: Sequence[str]


def asks_serials(level: Level) -> bool:
    """Whether the pieces of these goods are known by their numbers."""
    return level.serials not in {None, SerialUse.NONE.value}


def serial_uses(connection: Connection, *, product_ids: Iterable[int]) -> dict[int, SerialUse]:
    """Those of the products that are kept by serial number, and where the number is asked for."""
    rows = connection.execute(
        select(stock_policy.c.product_id, stock_policy.c.serials).where(
            stock_policy.c.product_id.in_(list(product_ids)), stock_policy.c.serials != SerialUse.NONE.value
        )
    )
    return {int(r[0]): SerialUse(r[1]) for r in rows}


def clean_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Numbers as they are kept; raises SerialTwiceError."""
    found = tuple(c for c in (clean_field(x, field="Serial number", limit=NAME) for x in codes) if c)
    if len(set(found)) != len(found):
        raise SerialTwiceError(serial=next(c for c in found if found.count(c) > 1))
    return found


def named_at(connection: Connection, *, product_id: int, location_id: int) -> int:
    """How many pieces of a product are known by their numbers at a place."""
    found = connection.execute(
        select(func.count())
        .select_from(serial)
        .where(serial.c.location_id == location_id, serial.c.product_id == product_id)
    ).scalar_one()
    return int(found)


def unnamed_at(connection: Connection, *, product_id: int, location_id: int) -> int:
    """How many pieces lie at a place of which nobody knows the number."""
    on_hand = connection.execute(
        select(stock_level.c.on_hand_milli).where(
            stock_level.c.product_id == product_id, stock_level.c.location_id == location_id
        )
    ).scalar_one_or_none()
    named = named_at(connection, product_id=product_id, location_id=location_id)
    return max(int(on_hand or 0) // ONE - named, 0)


@dataclass(frozen=True, slots=True)
class SerialPlace:
    """Where a piece is by the books."""

    serial_id: int
    location_id: int
    is_sold: bool  # it is with a customer


def find_place(connection: Connection, *, product_id: int, code: str) -> SerialPlace | None:
    """Where the piece of that number is; None: nobody knows it."""
    row = connection.execute(
        select(serial.c.id, serial.c.location_id, location.c.kind)
        .join_from(serial, location, location.c.id == serial.c.location_id)
        .where(serial.c.product_id == product_id, serial.c.code == code)
    ).one_or_none()
    return None if row is None else SerialPlace(row.id, row.location_id, row.kind == _CUSTOMER)


def move_serials(uow: UnitOfWork, goods: Sequence[Pieces], *, was_sold: bool = False) -> None:
    """Follow stock moves with the numbers of the pieces.

    Goods that leave to a customer need a number for each piece; those kept throughout need one also when
    they come in from outside. Otherwise numbers are moved where they are named. What was sold already
    (`was_sold`) is refused for nothing: a number that is elsewhere by the books stays there, and the
    verification tells it.

    Raises:
        SerialNeededError, SerialPiecesError, SerialTwiceError, SerialSoldError, SerialThereError,
        SerialElsewhereError, SerialNamedError: see their sentences.
    """
    kinds = _kinds(uow.connection)
    for pieces in goods:
        codes = clean_codes(pieces.codes)
        if was_sold:
            codes = tuple(c for c in codes if _is_free(uow, pieces, c, kinds))
        else:
            _check_count(pieces, codes, kinds)
        for code in codes:
            _move(uow, pieces, code, kinds)
    for pieces in () if was_sold else goods:
        if kinds[pieces.move["from_location_id"]] == _INTERNAL:
            check_named(uow, pieces.move["product_id"], pieces.move["from_location_id"], pieces.level)


def _kinds(connection: Connection) -> dict[int, str]:
    return {int(r[0]): str(r[1]) for r in connection.execute(select(location.c.id, location.c.kind))}


def _check_count(pieces: Pieces, codes: Sequence[str], kinds: Mapping[int, str]) -> None:
    milli = int(pieces.move["quantity_milli"])
    if milli % ONE:
        raise SerialPiecesError
    source, target = kinds[pieces.move["from_location_id"]], kinds[pieces.move["to_location_id"]]
    from_outside = source == LocationKind.SUPPLIER.value and target == _INTERNAL
    needed = target == _CUSTOMER or (from_outside and pieces.level.serials == _ALWAYS)
    wanted = milli // ONE
    if len(codes) > wanted or (needed and len(codes) < wanted):
        raise SerialNeededError(wanted=wanted, given=len(codes))


def _move(uow: UnitOfWork, pieces: Pieces, code: str, kinds: Mapping[int, str]) -> None:
    move = pieces.move
    row = _locked(uow, move["product_id"], code)
    _check_place(uow, pieces, code, row, kinds)
    target = move["to_location_id"]
    serial_id = _placed(uow, row, move["product_id"], code, target)
    _note_move(uow, serial_id, move)


def _is_free(uow: UnitOfWork, pieces: Pieces, code: str, kinds: Mapping[int, str]) -> bool:
    try:
        _check_place(uow, pieces, code, _locked(uow, pieces.move["product_id"], code), kinds)
    except Refusal:
        return False
    return True


def _check_place(
    uow: UnitOfWork, pieces: Pieces, code: str, row: Row[Any] | None, kinds: Mapping[int, str]
) -> None:
    """The piece is where the move takes it from, or nobody knew it yet and that may be."""
    source = pieces.move["from_location_id"]
    if row is not None and row.location_id == source and kinds[source] != LocationKind.SUPPLIER.value:
        return
    where = kinds[row.location_id] if row is not None else ""
    if where == _CUSTOMER:
        raise SerialSoldError(serial=code)
    leaves = kinds[source] == _INTERNAL
    if where == _INTERNAL:
        raise (SerialElsewhereError if leaves else SerialThereError)(serial=code)
    if leaves and pieces.level.serials == _ALWAYS:
        _check_unnamed(uow, pieces, code)


def _check_unnamed(uow: UnitOfWork, pieces: Pieces, code: str) -> None:
    """Kept throughout, a number nobody knows is one of the pieces that lay there unnamed."""
    move = pieces.move
    before = pieces.level.on_hand_milli + int(move["quantity_milli"])
    named = named_at(
        uow.connection, product_id=move["product_id"], location_id=move["from_location_id"]
    )  # fmt: skip
    if named * ONE >= before:
        raise SerialElsewhereError(serial=code)


def _placed(uow: UnitOfWork, row: Row[Any] | None, product_id: int, code: str, location_id: int) -> int:
    if row is not None:
        uow.connection.execute(update(serial).where(serial.c.id == row.id).values(location_id=location_id))
        return int(row.id)
    serial_id = next_id()
    uow.connection.execute(
        insert(serial),
        {
            "id": serial_id, "product_id": product_id, "code": code, "location_id": location_id,
            "first_seen": uow.now,
        },
    )  # fmt: skip
    return serial_id


def _note_move(uow: UnitOfWork, serial_id: int, move: Mapping[str, Any]) -> None:
    row = {name: move[name] for name in _COPIED} | {"id": next_id(), "serial_id": serial_id}
    uow.connection.execute(insert(serial_move), row)


def check_named(uow: UnitOfWork, product_id: int, location_id: int, level: Level) -> None:
    """No more numbers lie at a place than pieces do; raises SerialNamedError."""
    if level.serials != _ALWAYS:
        return
    named = named_at(uow.connection, product_id=product_id, location_id=location_id)
    if named and named * ONE > level.on_hand_milli:
        raise SerialNamedError(named=named)


def serials_out(connection: Connection, *, document_type: str, document_id: int) -> dict[int, list[str]]:
    """The numbers a document brought to where they still are, by product, in the order they moved."""
    rows = connection.execute(
        select(serial.c.product_id, serial.c.code)
        .join_from(serial_move, serial, serial.c.id == serial_move.c.serial_id)
        .where(
            serial_move.c.document_id == document_id,
            serial_move.c.document_type == document_type,
            serial_move.c.to_location_id == serial.c.location_id,
        )
        .order_by(serial_move.c.id)
    )
    found: dict[int, list[str]] = {}
    for product_id, code in rows:
        codes = found.setdefault(int(product_id), [])
        if code not in codes:
            codes.append(str(code))
    return found


@permitted(Permission.ADJUST_STOCK, Permission.RECEIVE_GOODS)
def name_serials(uow: UnitOfWork, *, product_id: int, location_id: int, codes: Sequence[str]) -> int:
    """Say of pieces that lie there which numbers they have; returns how many were named.

    Raises:
        SerialNeededError: no number, or more than pieces that have none.
        SerialTwiceError, SerialSoldError, SerialThereError: see their sentences.
    """
    named = clean_codes(codes)
    uow.connection.execute(
        select(stock_level.c.on_hand_milli)
        .where(stock_level.c.product_id == product_id, stock_level.c.location_id == location_id)
        .with_for_update()
    ).one_or_none()
    free = unnamed_at(uow.connection, product_id=product_id, location_id=location_id)
    if not named or len(named) > free:
        raise SerialNeededError(wanted=free, given=len(named))
    kinds = _kinds(uow.connection)
    for code in named:
        row = _locked(uow, product_id, code)
        if row is not None and kinds[row.location_id] in {_INTERNAL, _CUSTOMER}:
            there = kinds[row.location_id] == _INTERNAL
            raise (SerialThereError if there else SerialSoldError)(serial=code)
        source = row.location_id if row is not None else 0
        serial_id = _placed(uow, row, product_id, code, location_id)
        _note_move(uow, serial_id, _by_hand(uow, serial_id, source, location_id))
    take_step(
        uow, document_type="product", document_id=product_id, step="serials_named", detail=", ".join(named),
        payload={"location": location_id, "serials": list(named)},
    )  # fmt: skip
    return len(named)


def _locked(uow: UnitOfWork, product_id: int, code: str) -> Row[Any] | None:
    return uow.connection.execute(
        select(serial).where(serial.c.product_id == product_id, serial.c.code == code).with_for_update()
    ).one_or_none()


def _by_hand(uow: UnitOfWork, serial_id: int, source: int, target: int) -> dict[str, Any]:
    return {
        "business_date": get_company(uow.connection).day_of(uow.now), "at": uow.now,
        "from_location_id": source, "to_location_id": target, "document_type": "serial",
        "document_id": serial_id,
    }  # fmt: skip


@permitted(Permission.ADJUST_STOCK)
def miss_serial(uow: UnitOfWork, *, serial_id: int, reason: str) -> None:
    """Say that a piece does not lie where its number says; the stock itself is counted or adjusted after.

    Raises:
        NoSuchSerialError: it does not lie at a place of ours.
    """
    row = uow.connection.execute(
        select(serial).where(serial.c.id == serial_id).with_for_update()
    ).one_or_none()
    if row is None or _kinds(uow.connection)[row.location_id] != _INTERNAL:
        raise NoSuchSerialError
    away = uow.connection.execute(select(location.c.id).where(location.c.code == MISSING)).scalar_one()
    _placed(uow, row, row.product_id, row.code, int(away))
    _note_move(uow, serial_id, _by_hand(uow, serial_id, row.location_id, int(away)))
    take_step(
        uow, document_type="serial", document_id=serial_id, step="missing",
        detail=clean_field(reason, field="Reason", limit=NAME), payload={"serial": row.code},
    )  # fmt: skip
