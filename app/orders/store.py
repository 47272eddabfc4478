"""Reading orders for change, and writing what follows from what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, bindparam, func, insert, or_, select, update

from app.db.errors import ChangedElsewhereError
from app.db.prepared import Prepared
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_if_absent
from app.inventory.reservations import all_reservations
from app.kernel.state import check_transition
from app.orders.refusals import NoSuchOrderError
from app.orders.rules import LineFacts, OrderFacts, OrderProgress, derive_progress
from app.orders.states import ORDER_TRANSITIONS, LineKind, OrderStatus
from app.orders.tables import order_document, order_version, sales_order, sales_order_line
from app.receivables.tables import open_item
from app.terms.states import ShipPolicy

COUNTERS: Final = (
    "cancelled_milli", "picking_milli", "picked_milli", "packed_milli", "shipped_milli", "returned_milli",
    "invoiced_milli", "credited_milli", "deferred_milli", "deferred_minor",
)  # fmt: skip
_ORDER: Final = Prepared(select(sales_order).where(sales_order.c.id == bindparam("id_")))
_LOCKED: Final = Prepared(select(sales_order).where(sales_order.c.id == bindparam("id_")).with_for_update())
_LINES: Final = Prepared(
    select(sales_order_line)
    .where(sales_order_line.c.order_id == bindparam("id_"))
    .order_by(sales_order_line.c.position)
)
_MONEY: Final = Prepared(
    select(open_item.c.document_type, func.sum(open_item.c.amount_minor), func.sum(open_item.c.open_minor))
    .join_from(order_document, open_item, open_item.c.document_id == order_document.c.document_id)
    .where(
        order_document.c.order_id == bindparam("id_"),
        or_(order_document.c.document_type == "invoice", order_document.c.document_type == "prepayment"),
        open_item.c.document_type == order_document.c.document_type,
    )
    .group_by(open_item.c.document_type)
)

_NAME_DOCUMENT: Final = Prepared(
    update(order_document)
    .where(
        order_document.c.document_id == bindparam("id_"), order_document.c.document_type == bindparam("type_")
    )
    .values(number=bindparam("number_"))
)


def lock_order(uow: UnitOfWork, order_id: int, expected_version: int | None = None) -> Row[Any]:
    """The order's row, locked.

    Raises:
        NoSuchOrderError: it is not there.
        ChangedElsewhereError: the screen loaded another version.
    """
    row: Row[Any] | None = _LOCKED.one_or_none(uow.connection, {"id_": order_id})
    if row is None:
        raise NoSuchOrderError
    if expected_version is not None and row.version != expected_version:
        raise ChangedElsewhereError
    return row


def order_row(connection: Connection, order_id: int) -> Row[Any]:
    """The order's row; raises NoSuchOrderError."""
    row: Row[Any] | None = _ORDER.one_or_none(connection, {"id_": order_id})
    if row is None:
        raise NoSuchOrderError
    return row


def line_rows(connection: Connection, order_id: int) -> list[Row[Any]]:
    """The order's lines by position."""
    return _LINES.all(connection, {"id_": order_id})


@cache
def _adding(names: tuple[str, ...]) -> Prepared:
    return Prepared(
        update(sales_order_line)
        .where(sales_order_line.c.id == bindparam("line_"))
        .values({n: sales_order_line.c[n] + bindparam(f"{n}_") for n in names})
    )


def add_to_lines(uow: UnitOfWork, changes: Mapping[int, Mapping[str, int]]) -> None:
    """Add to the counters of lines, e.g. {line_id: {"shipped_milli": 3000, "packed_milli": -3000}}."""
    by_names: dict[tuple[str, ...], list[dict[str, int]]] = {}
    for line_id, deltas in changes.items():
        names = tuple(sorted(deltas))
        by_names.setdefault(names, []).append({"line_": line_id, **{f"{n}_": deltas[n] for n in names}})
    for names, rows in by_names.items():
        if names:
            _adding(names).run(uow.connection, rows)


def place_of(line: Row[Any], row: Row[Any]) -> int:
    """The place that a line of an order ships from."""
    return int(line.location_id or row.location_id)


def row_values(table: Table, row: Row[Any]) -> dict[str, object]:
    """The values of a row by column, to write another one like it."""
    return {column.name: getattr(row, column.name) for column in table.columns}


def link_document(
    uow: UnitOfWork, *, order_ids: Iterable[int], document_type: str, document_id: int, number: str | None
) -> None:
    """Note that an order led to a document; twice is once."""
    for order_id in sorted(set(order_ids)):
        insert_if_absent(
            uow.connection,
            order_document,
            {
                "order_id": order_id, "document_type": document_type, "document_id": document_id,
                "number": number, "at": uow.now,
            },
        )  # fmt: skip


def name_document(uow: UnitOfWork, *, document_type: str, document_id: int, number: str) -> None:
    """The number a linked document got later."""
    row = {"id_": document_id, "type_": document_type, "number_": number}
    _NAME_DOCUMENT.run(uow.connection, row)


def facts_of(connection: Connection, row: Row[Any], lines: Sequence[Row[Any]]) -> OrderFacts:
    """Everything the progress of an order follows from."""
    held = {r.line_id: r.quantity_milli for r in all_reservations(connection, row.id)}
    money = {kind: (int(a), int(o)) for kind, a, o in _MONEY.all(connection, {"id_": row.id})}
    billed, left = money.get("invoice", (0, 0))
    asked, unpaid = money.get("prepayment", (0, 0))
    blocked = bool(row.deposit_blocks) and asked - unpaid < row.deposit_minor
    return OrderFacts(
        OrderStatus(row.status), row.invoice_policy, row.ship_policy == ShipPolicy.COMPLETE.value,
        tuple(
            LineFacts(
                LineKind(x.kind), x.gross_minor, x.ordered_milli, x.cancelled_milli, held.get(x.id, 0),
                x.picking_milli, x.picked_milli, x.packed_milli, x.shipped_milli, x.returned_milli,
                x.invoiced_milli, x.credited_milli,
            )
            for x in lines
        ),
        billed + asked, left + unpaid, blocked,
    )  # fmt: skip


@cache
def _saving(names: tuple[str, ...]) -> Prepared:
    return Prepared(
        update(sales_order)
        .where(sales_order.c.id == bindparam("id_"))
        .values({n: bindparam(f"{n}_", type_=sales_order.c[n].type) for n in names})
    )


def refresh_progress(
    uow: UnitOfWork, order_id: int, *, row: Row[Any] | None = None, status: OrderStatus | None = None,
    values: Mapping[str, object] | None = None, lines: Sequence[Row[Any]] | None = None,
) -> tuple[OrderStatus, OrderProgress]:  # fmt: skip
    """Derive the progress from the facts and keep it with the order; it may run at any time.

    An order that is shipped, invoiced and paid closes itself; one of which a payment was undone
    opens again.

    Args:
        uow: the transaction.
        order_id: the order.
        row: its row, when it is locked already.
        status: the status it changes to in this step.
        values: what else changes in the head.
        lines: its lines, when they were read after the last change.
    """
    head = lock_order(uow, order_id) if row is None else row
    found = line_rows(uow.connection, order_id) if lines is None else lines
    facts = facts_of(uow.connection, head, found)
    target = status or OrderStatus(head.status)
    facts = _with_status(facts, target)
    progress = derive_progress(facts)
    final = _final_status(target, progress, facts)
    if final is not target:
        check_transition(ORDER_TRANSITIONS, target, final)
        progress = derive_progress(_with_status(facts, final))
    changed = {
        "status": final.value,
        "allocation": progress.allocation.value, "shipment": progress.shipment.value,
        "invoicing": progress.invoicing.value, "payment": progress.payment.value,
        "to_allocate": progress.to_allocate, "to_pick": progress.to_pick, "to_pack": progress.to_pack,
        "to_ship": progress.to_ship, "to_invoice": progress.to_invoice,
        "to_collect": progress.to_collect, "uninvoiced_minor": progress.uninvoiced_minor,
        "updated_at": uow.now, "version": head.version + 1, **(values or {}),
    }  # fmt: skip
    _saving(tuple(changed)).run(uow.connection, {"id_": order_id, **{f"{n}_": v for n, v in changed.items()}})
    return final, progress


def _with_status(facts: OrderFacts, status: OrderStatus) -> OrderFacts:
    return OrderFacts(
        status, facts.invoice_policy, facts.ship_complete, facts.lines, facts.invoiced_minor,
        facts.open_minor, facts.blocked_by_deposit,
    )  # fmt: skip


def _final_status(status: OrderStatus, progress: OrderProgress, facts: OrderFacts) -> OrderStatus:
    if status is OrderStatus.CONFIRMED and progress.is_done:
        nothing_left = all(x.due_milli == 0 for x in facts.lines)
        return OrderStatus.CANCELLED if nothing_left else OrderStatus.CLOSED
    if status is OrderStatus.CLOSED and not progress.is_done:
        return OrderStatus.CONFIRMED
    return status


def keep_version(uow: UnitOfWork, *, order_id: int, kind: str, reason: str, payload: str) -> int:
    """Keep what an order says now; returns the position in its history."""
    position = 1 + int(
        uow.connection.execute(
            select(func.coalesce(func.max(order_version.c.position), 0)).where(
                order_version.c.order_id == order_id
            )
        ).scalar_one()
    )
    uow.connection.execute(
        insert(order_version),
        {
            "order_id": order_id, "position": position, "kind": kind, "at": uow.now,
            "actor_id": uow.actor.user_id, "reason": reason, "payload": payload,
        },
    )  # fmt: skip
    return position
