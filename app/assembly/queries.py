"""What was put together and taken apart, for screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, exists, select

from app.access.tables import user_account
from app.assembly.refusals import NoSuchAssemblyError
from app.assembly.states import AssemblyKind
from app.assembly.tables import assembly, assembly_line
from app.catalog.tables import product


@dataclass(frozen=True, slots=True)
class AssemblyRow:
    """One piece of work; amounts in minor units of the company's currency."""

    id: int
    number: str
    kind: AssemblyKind
    product_id: int
    sku: str
    name: str
    unit: str
    quantity_milli: int
    parts_minor: int
    product_minor: int
    note: str
    at: datetime
    who: str
    undoes_id: int | None
    is_undone: bool


@dataclass(frozen=True, slots=True)
class AssemblyLine:
    """A part of it."""

    sku: str
    name: str
    unit: str
    quantity_milli: int
    cost_minor: int


def list_assemblies(connection: Connection, *, limit: int = 200) -> list[AssemblyRow]:
    """The newest first."""
    return _rows(connection, limit=limit)


def get_assembly(connection: Connection, *, assembly_id: int) -> tuple[AssemblyRow, tuple[AssemblyLine, ...]]:
    """One piece of work with its parts; raises NoSuchAssemblyError."""
    found = _rows(connection, limit=1, assembly_id=assembly_id)
    if not found:
        raise NoSuchAssemblyError
    lines = connection.execute(
        select(
            product.c.sku, product.c.name, product.c.unit, assembly_line.c.quantity_milli,
            assembly_line.c.cost_minor,
        )
        .join_from(assembly_line, product, product.c.id == assembly_line.c.product_id)
        .where(assembly_line.c.assembly_id == assembly_id)
        .order_by(assembly_line.c.position)
    )  # fmt: skip
    return found[0], tuple(AssemblyLine(*row) for row in lines)


def _rows(connection: Connection, *, limit: int, assembly_id: int | None = None) -> list[AssemblyRow]:
    later = assembly.alias()
    query = (
        select(
            assembly.c.id, assembly.c.number, assembly.c.kind, assembly.c.product_id, product.c.sku,
            product.c.name, product.c.unit, assembly.c.quantity_milli, assembly.c.parts_minor,
            assembly.c.product_minor, assembly.c.note, assembly.c.at, user_account.c.name.label("who"),
            assembly.c.undoes_id, exists().where(later.c.undoes_id == assembly.c.id).label("is_undone"),
        )
        .join_from(assembly, product, product.c.id == assembly.c.product_id)
        .outerjoin(user_account, user_account.c.id == assembly.c.actor_id)
        .order_by(assembly.c.id.desc())
        .limit(limit)
    )  # fmt: skip
    if assembly_id is not None:
        query = query.where(assembly.c.id == assembly_id)
    return [
        AssemblyRow(
            r.id, r.number, AssemblyKind(r.kind), r.product_id, r.sku, r.name, r.unit, r.quantity_milli,
            r.parts_minor, r.product_minor, r.note, r.at, r.who or "", r.undoes_id, bool(r.is_undone),
        )
        for r in connection.execute(query)
    ]  # fmt: skip
