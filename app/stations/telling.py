"""What a till tells the server of each thing that is done at it: made of the arguments and the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import bindparam, select

from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.kernel.canonical import sha256
from app.stations.states import MessageKind
from app.till.as_sold import AsSold, SoldDocument, as_sold_values
from app.till.cart import Cart
from app.till.cart_json import cart_to_json
from app.till.rules import PricedCart, price_cart
from app.till.settling import Share, settle
from app.till.tables import sale, till_taking

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A message that is about to be queued."""

    uuid: str
    label: str
    amount_minor: int
    values: dict[str, Any]


_DOCUMENT: Final = Prepared(
    select(sale.c.id, sale.c.number, sale.c.payload_hash).where(sale.c.uuid == bindparam("uuid_"))
)
_TAKING: Final = Prepared(
    select(till_taking.c.id, till_taking.c.number, till_taking.c.payload_hash).where(
        till_taking.c.uuid == bindparam("uuid_")
    )
)


def _sale(uow: UnitOfWork, arguments: Arguments, done: Any) -> Told | None:
    if done.was_there:
        return None  # told when it was booked
    cart: Cart = arguments["cart"]
    tenders = tuple(arguments["tenders"])
    rounding = int(arguments.get("rounding_minor", 0))
    priced = price_cart(cart, arguments["context"].price_settings)
    documents: dict[str, SoldDocument] = {}
    payload_hash = ""
    goods, takings = _uuids(priced, Share(cart.uuid, tenders, rounding))
    for query, kind, uuids in ((_DOCUMENT, "sale", goods), (_TAKING, "taking", takings)):
        for uuid in uuids:
            row = query.one_or_none(uow.connection, {"uuid_": uuid})
            documents[uuid] = SoldDocument(row.id, row.number, kind)
            payload_hash = row.payload_hash
    held = arguments.get("held") is not None
    sold = AsSold(priced, tenders, rounding, arguments["shift_id"], payload_hash, documents, held)
    label = ", ".join(d.number for d in documents.values())
    return Told(cart.uuid, label, done.gross_minor, as_sold_values(sold))


def _uuids(priced: PricedCart, paid: Share) -> tuple[list[str], list[str]]:
    """Of the documents that were booked: sale and return, and money that was taken."""
    if priced.parts is None:
        return [paid.uuid], []
    shares = settle(priced.gross_minor, priced.parts, paid)
    goods = [share.uuid for share in (shares.sold, shares.back) if share is not None]
    return goods, [share.uuid for share in shares.takings]


def _opened(_uow: UnitOfWork, arguments: Arguments, shift_id: Any) -> Told:
    counts = [asdict(c) for c in arguments["counts"]]
    total = sum(c["amount_minor"] for c in counts)
    return Told(str(uuid4()), "", total, {"shift_id": shift_id, "counts": counts})


def _counted(_uow: UnitOfWork, arguments: Arguments, differences: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "counts": [asdict(c) for c in arguments["counts"]],
        "differences": [asdict(d) for d in differences],
    }  # fmt: skip
    return Told(str(uuid4()), "", sum(d.counted_minor for d in differences), values)


def _resumed(_uow: UnitOfWork, arguments: Arguments, _answer: Any) -> Told:
    return Told(str(uuid4()), "", 0, {"shift_id": arguments["shift_id"]})


def _closed(_uow: UnitOfWork, arguments: Arguments, closed: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "explanation": arguments["explanation"],
        "next_float_minor": arguments["next_float_minor"], "z_number": closed.z_number,
    }  # fmt: skip
    return Told(str(uuid4()), closed.z_text, arguments["next_float_minor"], values)


def _moved(_uow: UnitOfWork, arguments: Arguments, number: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "kind": arguments["kind"].value,
        "amount_minor": arguments["amount_minor"], "reason": arguments["reason"],
        "bag": arguments.get("bag", ""), "number": number,
    }  # fmt: skip
    return Told(str(uuid4()), number, arguments["amount_minor"], values)


def _drawer(_uow: UnitOfWork, arguments: Arguments, _answer: Any) -> Told:
    return Told(
        str(uuid4()), "", 0, {"shift_id": arguments["shift_id"], "reason": arguments["reason"]}
    )  # fmt: skip


def _line_voided(_uow: UnitOfWork, arguments: Arguments, _cart: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "cart": cart_to_json(arguments["cart"]),
        "line_id": arguments["line_id"], "value_minor": arguments["value_minor"],
        "reason": arguments["reason"],
    }  # fmt: skip
    return Told(str(uuid4()), "", arguments["value_minor"], values)


def _sale_voided(_uow: UnitOfWork, arguments: Arguments, _answer: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "cart": cart_to_json(arguments["cart"]),
        "total_minor": arguments["total_minor"], "reason": arguments["reason"],
    }  # fmt: skip
    return Told(str(uuid4()), "", arguments["total_minor"], values)


def _parked(_uow: UnitOfWork, arguments: Arguments, _answer: Any) -> Told:
    values = {
        "shift_id": arguments["shift_id"], "cart": sha256(cart_to_json(arguments["cart"])),
        "total_minor": arguments["total_minor"],
    }  # fmt: skip
    return Told(str(uuid4()), "", arguments["total_minor"], values)


Teller = Callable[[UnitOfWork, Arguments, Any], Told | None]
# what is done at a till and told: by the operation's name
TOLD: Final[Mapping[str, tuple[MessageKind, Teller]]] = {
    "app.till.operations.sales.complete_sale": (MessageKind.SALE, _sale),
    "app.till.operations.shifts.open_shift": (MessageKind.SHIFT_OPENED, _opened),
    "app.till.operations.shifts.save_count": (MessageKind.SHIFT_COUNTED, _counted),
    "app.till.operations.shifts.resume_selling": (MessageKind.SHIFT_RESUMED, _resumed),
    "app.till.operations.shifts.close_shift": (MessageKind.SHIFT_CLOSED, _closed),
    "app.till.operations.cash.move_cash": (MessageKind.CASH_MOVED, _moved),
    "app.till.operations.cash.open_drawer": (MessageKind.DRAWER_OPENED, _drawer),
    "app.till.operations.carts.void_line": (MessageKind.LINE_VOIDED, _line_voided),
    "app.till.operations.carts.void_sale": (MessageKind.SALE_VOIDED, _sale_voided),
    "app.till.operations.carts.park_cart": (MessageKind.SALE_PARKED, _parked),
}
