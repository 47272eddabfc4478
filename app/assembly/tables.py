"""What was put together or taken apart, of what, and what it cost."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Table

from app.assembly.states import AssemblyKind
from app.db.columns import NAME, KeyType, choice, code, day, key, metadata, moment, number, one_of, ref

assembly = Table(
    "assembly",
    metadata,
    key(),
    code("uuid", unique=True),  # made by the station: sent twice, it happened once
    code("number", unique=True),
    choice("kind", AssemblyKind),
    ref("product_id", "product.id"),
    ref("location_id", "location.id"),
    number("quantity_milli"),  # of the product, base units
    number("parts_minor"),  # what the parts were worth together
    number("product_minor"),  # what the product was worth
    code("note", length=NAME),
    day("business_date"),
    moment("at"),
    number("actor_id"),
    number("undoes_id", null=True),  # the one that this takes back
    one_of("kind", AssemblyKind),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
    Index("ix_assembly__undoes_id", "undoes_id", unique=True),
)
assembly_line = Table(
    "assembly_line",
    metadata,
    ref("assembly_id", "assembly.id", primary_key=True),
    Column("position", KeyType, primary_key=True, autoincrement=False),
    ref("product_id", "product.id"),
    number("quantity_milli"),
    number("cost_minor"),
    CheckConstraint("quantity_milli > 0", name="quantity_positive"),
)
