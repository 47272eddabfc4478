"""What the migrations make is what the tables say, on both databases."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, Engine, UniqueConstraint, inspect
from sqlalchemy.types import TypeDecorator

from app.db.engine import create_app_engine
from app.migrations.all_tables import metadata
from app.migrations.migrate import head_revision, upgrade_database


@pytest.fixture
def engine(database_url: str) -> Any:
    """The migrated, empty database."""
    made = create_app_engine(database_url)
    yield made
    made.dispose()


def _type(kind: Any, engine: Engine) -> str:
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    text = str(kind.dialect_impl(engine.dialect).compile(dialect=engine.dialect))
    aliases = {"TIMESTAMP WITH TIME ZONE": "TIMESTAMP", "TIMESTAMP WITHOUT TIME ZONE": "TIMESTAMP NAIVE"}
    return aliases.get(text, text)


def _check(text: object) -> str:
    """A CHECK in the words both databases agree on: PostgreSQL writes it anew."""
    plain = re.sub(r"::[a-z ]+(\[\])?", "", str(text)).lower()
    plain = re.sub(r"(\w+)\s*<>\s*all\s*\(\s*\(?array\[(.*?)\]\)?\s*\)", r"\1 not in (\2)", plain)
    plain = re.sub(r"(\w+)\s*=\s*any\s*\(\s*\(?array\[(.*?)\]\)?\s*\)", r"\1 in (\2)", plain)
    return re.sub(r"[\s()\"]", "", plain.replace("!=", "<>"))


def _wanted(table: Any, engine: Engine) -> dict[str, Any]:
    return {
        "columns": {c.name: (_type(c.type, engine), bool(c.nullable)) for c in table.columns},
        "key": [c.name for c in table.primary_key.columns],
        "checks": {
            str(c.name): _check(c.sqltext) for c in table.constraints if isinstance(c, CheckConstraint)
        },
        "uniques": {
            engine.dialect.identifier_preparer.format_constraint(c): [x.name for x in c.columns]
            for c in table.constraints if isinstance(c, UniqueConstraint)
        },
        "indexes": {
            str(i.name): ([c.name for c in i.columns], bool(i.unique), _where(i, engine))
            for i in table.indexes
        },
        "references": sorted(
            (fk.parent.name, fk.column.table.name, fk.column.name) for fk in table.foreign_keys
        ),
    }  # fmt: skip


def _where(index: Any, engine: Engine) -> str:
    where = index.dialect_options[engine.dialect.name].get("where")
    return "" if where is None else _check(where)


def _found(name: str, engine: Engine) -> dict[str, Any]:
    see = inspect(engine)
    uniques = {u["name"]: u["column_names"] for u in see.get_unique_constraints(name)}
    indexes = {
        i["name"]: (
            i["column_names"], bool(i["unique"]),
            _check(i.get("dialect_options", {}).get(f"{engine.dialect.name}_where", "")),
        )
        for i in see.get_indexes(name) if i["name"] not in uniques
    }  # fmt: skip
    return {
        "columns": {
            c["name"]: (_type(c["type"], engine), bool(c["nullable"])) for c in see.get_columns(name)
        },
        "key": see.get_pk_constraint(name)["constrained_columns"],
        "checks": {str(c["name"]): _check(c["sqltext"]) for c in see.get_check_constraints(name)},
        "uniques": uniques,
        "indexes": indexes,
        "references": sorted(
            (fk["constrained_columns"][0], fk["referred_table"], fk["referred_columns"][0])
            for fk in see.get_foreign_keys(name)
        ),
    }


def test_the_migrated_database_has_exactly_the_tables(engine: Engine) -> None:
    assert set(inspect(engine).get_table_names()) - {"alembic_version"} == set(metadata.tables)


@pytest.mark.parametrize("part", ["columns", "key", "checks", "uniques", "indexes", "references"])
def test_the_migrated_database_has_the_shape_of_the_tables(engine: Engine, part: str) -> None:
    wanted = {t.name: _wanted(t, engine)[part] for t in metadata.sorted_tables}
    found = {name: _found(name, engine)[part] for name in wanted}
    if engine.dialect.name == "sqlite" and part == "columns":
        wanted, found = _loose(wanted), _loose(found)
    assert found == wanted


def _loose(shape: dict[str, Any]) -> dict[str, Any]:
    """SQLite's TIMESTAMP is the DATETIME of the migration."""
    return {
        table: {c: (kind.replace("TIMESTAMP", "DATETIME"), null) for c, (kind, null) in columns.items()}
        for table, columns in shape.items()
    }


def test_migrating_again_does_nothing(engine: Engine) -> None:
    assert upgrade_database(engine) is False
    assert head_revision()


def test_the_checks_refuse_what_is_not_known(engine: Engine) -> None:
    from sqlalchemy import insert
    from sqlalchemy.exc import IntegrityError

    from app.ledger.tables import account

    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(account), {"code": "1", "name": "x", "kind": "unheard of"})


def test_a_broken_reference_is_refused(engine: Engine) -> None:
    from sqlalchemy import insert
    from sqlalchemy.exc import IntegrityError

    from app.till.tables import shift_difference

    row = {
        "shift_id": 5,
        "tender_code": "cash",
        "expected_minor": 0,
        "counted_minor": 0,
        "difference_minor": 0,
    }
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(shift_difference), row)
