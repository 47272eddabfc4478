"""What was put together and taken apart, against the moves of the stock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.assembly.tables import assembly, assembly_line
from app.inventory.tables import location, stock_move
from app.ledger.tables import ledger_entry, ledger_line
from app.reporting.verify.ledger import role_of_account
from app.reporting.verify.results import Check, differences, sums

Sums = dict[tuple[Any, ...], tuple[int, ...]]


def _moved(connection: Connection) -> Iterator[str]:
    """Each piece of work has moved what it says, the parts one way and the product the other."""
    told: Sums = {}
    for row in connection.execute(select(assembly)):
        sign = 1 if row.kind == "build" else -1
        told[row.id, row.product_id] = (sign * row.quantity_milli, sign * row.product_minor)
    lines = select(assembly_line, assembly.c.kind).join_from(
        assembly_line, assembly, assembly.c.id == assembly_line.c.assembly_id
    )
    for row in connection.execute(lines):
        sign = -1 if row.kind == "build" else 1
        told[row.assembly_id, row.product_id] = (sign * row.quantity_milli, sign * row.cost_minor)
    moved: Sums = {}
    inside = set(connection.execute(select(location.c.id).where(location.c.kind == "internal")).scalars())
    for row in connection.execute(select(stock_move).where(stock_move.c.document_type == "assembly")):
        sign = 1 if row.to_location_id in inside else -1
        before = moved.get((row.document_id, row.product_id), (0, 0))
        moved[row.document_id, row.product_id] = (
            before[0] + sign * row.quantity_milli, before[1] + sign * row.cost_minor,
        )  # fmt: skip
    for (assembly_id, product_id), why in differences(told, moved, ("quantity", "cost")):
        yield f"assembly {assembly_id}, product {product_id}: {why}"


def _costs(connection: Connection) -> Iterator[str]:
    """What goes out comes in, and what a set cost makes of it is in the ledger."""
    told = sums(
        connection,
        select(assembly_line.c.assembly_id, func.sum(assembly_line.c.cost_minor)).group_by(
            assembly_line.c.assembly_id
        ),
        1,
    )
    heads = {(r.id,): r for r in connection.execute(select(assembly))}
    for key, why in differences(told, {key: (r.parts_minor,) for key, r in heads.items()}, ("parts",)):
        yield f"assembly {key[0]}: {why}"
    codes = [c for c, role in role_of_account(connection).items() if role == "inventory"]
    booked = sums(
        connection,
        select(ledger_entry.c.document_id, func.sum(ledger_line.c.amount_minor))
        .join_from(ledger_line, ledger_entry, ledger_entry.c.id == ledger_line.c.entry_id)
        .where(ledger_entry.c.document_type == "assembly", ledger_line.c.account_code.in_(codes))
        .group_by(ledger_entry.c.document_id),
        1,
    )
    made = {
        key: (r.product_minor - r.parts_minor if r.kind == "build" else r.parts_minor - r.product_minor,)
        for key, r in heads.items()
    }
    for key, why in differences(booked, made, ("ledger",)):
        yield f"assembly {key[0]}: {why}"


ASSEMBLY_CHECKS: Final = (
    Check("assemblies_equal_moves", "What was put together equals the moves of its parts.", _moved),
    Check("assemblies_keep_their_cost", "What went into a product came out of its parts.", _costs),
)
