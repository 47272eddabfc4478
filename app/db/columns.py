"""The shared metadata and the column kinds every table is made of.

Tables are SQLAlchemy Core tables, not mapped classes (docs/adr/0004): rows are written in few
multi-row statements and read into frozen dataclasses. Money is integer minor units, quantities are
integer thousandths, rates are thousandths of a per cent; no column is a float.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlalchemy import text as text_clause
from sqlalchemy.types import TypeDecorator

from app.kernel.ids import next_id

NAMING: Final = {
    "ix": "ix_%(table_name)s__%(column_0_N_name)s",
    "uq": "uq_%(table_name)s__%(column_0_N_name)s",
    "ck": "ck_%(table_name)s__%(constraint_name)s",
    "fk": "fk_%(table_name)s__%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

# BIGINT on PostgreSQL; on SQLite INTEGER, so that a primary key is the rowid itself.
KeyType: Final = BigInteger().with_variant(Integer, "sqlite")
SHORT: Final = 40
NAME: Final = 200


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, stored as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive values."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "naive datetime"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        """SQLite hands back naive values: they are UTC."""
        if value is None:
            return None
        moment = cast("datetime", value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def key() -> Column[int]:
    """The primary key `id`, made by the program (app.kernel.ids)."""
    return Column("id", KeyType, primary_key=True, autoincrement=False, default=next_id)


def ref(
    name: str, target: str, *, null: bool = False, index: bool = False, primary_key: bool = False
) -> Column[int]:
    """A foreign key to `target` ("table.column")."""
    return Column(
        name, KeyType, ForeignKey(target), nullable=null, index=index, primary_key=primary_key,
        autoincrement=False,
    )  # fmt: skip


def number(name: str, *, null: bool = False, default: int | None = None) -> Column[int]:
    """A 64-bit integer: minor units, thousandths, counts."""
    return Column(name, BigInteger, nullable=null, default=default)


def code(name: str, *, null: bool = False, length: int = SHORT, unique: bool = False) -> Column[str]:
    """A short text."""
    return Column(name, String(length), nullable=null, unique=unique)


def text(name: str, *, null: bool = False) -> Column[str]:
    """A text of any length."""
    return Column(name, Text, nullable=null)


def flag(name: str, *, default: bool | None = None) -> Column[bool]:
    """True or false."""
    return Column(name, Boolean, nullable=False, default=default)


def moment(name: str, *, null: bool = False) -> Column[datetime]:
    """A point in time, UTC."""
    return Column(name, UtcDateTime, nullable=null)


def day(name: str, *, null: bool = False, index: bool = False) -> Column[Any]:
    """A calendar day, e.g. the business date."""
    return Column(name, Date, nullable=null, index=index)


def choice(name: str, values: type[StrEnum], *, null: bool = False) -> Column[str]:
    """A text that is one of the values of an enumeration; pair with one_of()."""
    return Column(name, String(SHORT), nullable=null, info={"values": [v.value for v in values]})


def one_of(name: str, values: type[StrEnum]) -> CheckConstraint:
    """CHECK that the column holds one of the enumeration's values."""
    listed = ", ".join(f"'{v.value}'" for v in values)
    return CheckConstraint(f"{name} IN ({listed})", name=f"{name}_known")


def partial_index(
    name: str, *columns: str, where: str, on_postgresql: str = "", unique: bool = False
) -> Index:
    """An index over the rows where `where` holds, in SQLite's words and, where they differ, PostgreSQL's.

    The condition of PostgreSQL is told only when a schema is made (`whole_indexes`): naming it here would
    load that dialect, a sixth of a bare window's start, at each start of each till.
    """
    index = Index(name, *columns, unique=unique, sqlite_where=text_clause(where))
    index.info["where_on_postgresql"] = on_postgresql or where
    return index


def whole_indexes() -> None:
    """Tell the partial indexes of all tables their condition on PostgreSQL as well."""
    for table in metadata.tables.values():
        for index in table.indexes:
            where = index.info.get("where_on_postgresql")
            if where is not None:
                index.dialect_kwargs["postgresql_where"] = text_clause(where)
