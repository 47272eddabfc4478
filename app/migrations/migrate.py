"""Brings a database to the schema that this version of the program needs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from app.db.errors import DatabaseNewerError, as_refusal

if TYPE_CHECKING:
    from alembic.config import Config

LOCK_KEY: Final = 741_852
_VERSIONS: Final = Path(__file__).parent / "versions"
_REVISION: Final = re.compile(r"^(revision|down_revision)\b[^=\n]*=\s*([\"'][^\"']+[\"']|None)", re.MULTILINE)


class BrokenReferencesError(Exception):
    """A migration left rows that point at nothing; it was rolled back."""


def alembic_config() -> Config:
    """The configuration, without an .ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "app:migrations")
    config.set_main_option("path_separator", "os")
    return config


@cache
def _revisions() -> dict[str, str | None]:
    """Each revision and the one before it, read from the files: to load Alembic takes a fifth of a second."""
    found: dict[str, str | None] = {}
    for path in sorted(_VERSIONS.glob("[0-9]*.py")):
        named = dict(_REVISION.findall(path.read_text(encoding="utf-8")))
        found[named["revision"].strip("\"'")] = (
            None if named["down_revision"] == "None" else named["down_revision"].strip("\"'")
        )
    return found


def head_revision() -> str:
    """The newest revision that this program knows."""
    found = _revisions()
    heads = set(found) - set(found.values())
    if len(heads) != 1:
        msg = f"the program carries no single newest migration: {sorted(heads)}"
        raise RuntimeError(msg)
    return heads.pop()


def known_revisions() -> frozenset[str]:
    """Every revision that this program can open or bring up to date."""
    return frozenset(_revisions())


def current_revision(engine: Engine) -> str | None:
    """The revision of a database; None for an empty one.

    Raises:
        DatabaseNewerError: it was made by a newer version of the program.
        DatabaseError: the database cannot be read; the sentence says why.
    """
    try:
        with engine.connect() as connection:
            found = _read_revision(connection)
            connection.rollback()
    except DBAPIError as error:
        raise as_refusal(error) from error
    if found is not None and found not in known_revisions():
        raise DatabaseNewerError(found=found)
    return found


def _read_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def upgrade_database(engine: Engine, revision: str = "head") -> bool:
    """Run the missing migrations; the caller has made a backup. True when there was anything to do.

    Raises:
        DatabaseNewerError: it was made by a newer version of the program.
        DatabaseError: the database refused; the sentence says why.
        BrokenReferencesError: a bug in a migration.
    """
    if current_revision(engine) == (head_revision() if revision == "head" else revision):
        return False
    try:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(engine, revision)
        else:
            _upgrade_postgresql(engine, revision)
    except DBAPIError as error:
        raise as_refusal(error) from error
    return True


def _run(connection: Connection, revision: str) -> None:
    from alembic import command

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _upgrade_sqlite(engine: Engine, revision: str) -> None:
    # A batch migration drops and rebuilds the table; with foreign keys on, that fails, or deletes
    # the rows of every ON DELETE CASCADE child (design/decisions.md 10).
    with engine.connect() as connection:
        _pragma(connection, "PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _run(connection, revision)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise BrokenReferencesError(broken)
        finally:
            _pragma(connection, "PRAGMA foreign_keys=ON")


def _pragma(connection: Connection, pragma: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(pragma)
    cursor.close()


def _upgrade_postgresql(engine: Engine, revision: str) -> None:
    # Several stations start at once: one migrates, the others wait. The lock ends with the transaction.
    with engine.connect() as connection, connection.begin():
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})
        _run(connection, revision)
