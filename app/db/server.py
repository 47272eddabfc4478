"""A PostgreSQL server that several stations share: roles, rights, settings, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, text

from app.kernel.clock import system_clock

# of the database, for every station (design/reliability.md 3.1)
SETTINGS: Final = {
    "lock_timeout": "3s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "15s",
    "synchronous_commit": "on",
    "default_transaction_isolation": "read committed",
}
_VERSIONS: Final = "alembic_version"
# of what a till only reads: rows that it makes at the counter, and one column each of those that it locks
# (whoever locks a row must have the right to change something of it)
_MADE_AT_TILLS: Final = ("party",)
_LOCKED_BY_TILLS: Final = (("party", "version"), ("store", "id"))
LEAST_VERSION: Final = 150_000
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")


def server_clock(connection: Connection) -> datetime:
    """The server's time; the machine's own where there is no server."""
    if connection.dialect.name != "postgresql":
        return system_clock()
    found: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    return found


def apply_settings(connection: Connection) -> None:
    """Set for this database what stations rely on; needs its owner."""
    name = connection.execute(text("SELECT current_database()")).scalar_one()
    for setting, value in SETTINGS.items():
        _run(connection, f"ALTER DATABASE {_quoted(name)} SET {setting} = {_literal(value)}")
    if connection.execute(text("SELECT current_setting('is_superuser')")).scalar_one() == "on":
        # of two that wait for each other one gives way at once, not after a second
        _run(connection, f"ALTER DATABASE {_quoted(name)} SET deadlock_timeout = '200ms'")
    # the first schema everybody may write in is nobody's
    _run(connection, f"REVOKE ALL ON DATABASE {_quoted(name)} FROM PUBLIC")
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")


def make_role(connection: Connection, *, role: str, password: str) -> None:
    """A role that may log in and nothing else, at most a handful of times at once."""
    if connection.dialect.name != "postgresql":
        return
    _run(
        connection,
        f"CREATE ROLE {_name(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION "
        f"CONNECTION LIMIT 12 PASSWORD {_literal(_verifier(connection, role, password))}",
    )


def drop_role(connection: Connection, *, role: str) -> None:
    """Take a role and its connections away."""
    if connection.dialect.name != "postgresql":
        return
    there = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role}).first()
    if there is None:
        return
    _run(connection, f"DROP OWNED BY {_name(role)}")
    _run(connection, f"DROP ROLE {_name(role)}")


def set_own_password(connection: Connection, *, password: str) -> None:
    """Another password for whoever is connected."""
    if connection.dialect.name != "postgresql":
        return
    role = connection.execute(text("SELECT current_user")).scalar_one()
    verifier = _verifier(connection, role, password)
    _run(connection, f"ALTER ROLE CURRENT_USER PASSWORD {_literal(verifier)}")


def _verifier(connection: Connection, role: str, password: str) -> str:
    """What the server keeps in the place of the password: this way it never sees it, nor writes it down."""
    driver: Any = connection.connection.dbapi_connection
    made: bytes = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
    return made.decode()


def give_till_rights(connection: Connection, *, role: str, read_only: Iterable[str]) -> None:
    """What a till needs: read all, write what is booked; master data, users and settings only read.

    New customers are written down at a till, and those that are there are locked while money is put on their
    accounts. It makes no table, no role and no user; a stolen till changes no price, limit or right.
    """
    if connection.dialect.name != "postgresql":
        return
    database = connection.execute(text("SELECT current_database()")).scalar_one()
    name = _name(role)
    _run(connection, f"GRANT CONNECT ON DATABASE {_quoted(database)} TO {name}")
    _run(connection, f"GRANT USAGE ON SCHEMA public TO {name}")
    _run(connection, f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}")
    # the uses of a coupon are counted with a sale
    for table_name in sorted({*read_only, _VERSIONS} - {"coupon"}):
        _run(connection, f"REVOKE INSERT, UPDATE, DELETE ON {_quoted(table_name)} FROM {name}")
    for table_name in _MADE_AT_TILLS:
        _run(connection, f"GRANT INSERT ON {_quoted(table_name)} TO {name}")
    for table_name, column in _LOCKED_BY_TILLS:
        _run(connection, f"GRANT UPDATE ({_quoted(column)}) ON {_quoted(table_name)} TO {name}")
    for table_name in ("journal", "station_journal", "inbox"):  # what is written there is not taken back
        _run(connection, f"REVOKE DELETE ON {_quoted(table_name)} FROM {name}")


def find_faults(connection: Connection) -> list[str]:
    """What is wrong with the server, each in one sentence that says what to do; none: it is fit."""
    faults = []
    shown = {
        name: str(connection.execute(text("SELECT current_setting(:name)"), {"name": name}).scalar_one())
        for name in (
            "server_version_num", "server_version", "fsync", "full_page_writes", "data_checksums",
            "synchronous_commit", "lock_timeout", "statement_timeout",
            "idle_in_transaction_session_timeout", "server_encoding", "ssl", "deadlock_timeout",
            "in_hot_standby",
        )
    }  # fmt: skip
    if int(shown["server_version_num"]) < LEAST_VERSION:
        faults.append(f"The server is PostgreSQL {shown['server_version']}; 15 or newer is needed.")
    if shown["server_encoding"] != "UTF8":
        faults.append(f"The database holds {shown['server_encoding']}; make it anew with UTF8.")
    for name, why in (
        ("fsync", "a power cut can destroy the whole database"),
        ("full_page_writes", "a power cut can tear pages of the database"),
        ("synchronous_commit", "a sale that was confirmed can be lost in a power cut"),
    ):
        if shown[name] == "off":
            faults.append(f"{name} is off: {why}. Set {name} = on in postgresql.conf.")
    if shown["data_checksums"] == "off":
        faults.append(
            "Data checksums are off: a disk that changes bytes is not noticed. Stop the server and run "
            "pg_checksums --enable."
        )
    faults += [
        f"{name} is not set: one station that hangs holds up the others. Run server init again."
        for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
        if shown[name] == "0"
    ]
    if shown["deadlock_timeout"] == "1s":
        faults.append(
            "deadlock_timeout is one second: two tills that want the same goods wait as long. Set "
            "deadlock_timeout = 200ms in postgresql.conf."
        )
    if shown["in_hot_standby"] == "on":
        faults.append("This is the standby: nothing can be booked here. Use the address of the main server.")
    return faults + _connection_faults(connection, shown["ssl"])


def _connection_faults(connection: Connection, ssl: str) -> list[str]:
    row = connection.execute(
        text("SELECT s.ssl, a.client_addr IS NULL AS local FROM pg_stat_ssl s JOIN pg_stat_activity a "
             "ON a.pid = s.pid WHERE s.pid = pg_backend_pid()")
    ).one_or_none()  # fmt: skip
    if row is None or row.local or row.ssl:
        return []
    where = "The server offers TLS" if ssl == "on" else "The server offers no TLS (set ssl = on)"
    return [
        (
            f"The connection is not encrypted: everybody on the network can read it. {where}; add "
            "?sslmode=verify-full&sslrootcert=FILE to the address."
        )
    ]


def _name(role: str) -> str:
    if _NAME.fullmatch(role) is None:
        msg = f"no name of a role: {role!r}"
        raise ValueError(msg)
    return _quoted(role)


def _quoted(name: Any) -> str:
    return '"' + str(name).replace('"', '""') + '"'


def _literal(value: str) -> str:
    if "\\" in value or "\0" in value:
        msg = "no text for a statement"
        raise ValueError(msg)
    return "'" + value.replace("'", "''") + "'"


def _run(connection: Connection, statement: str) -> None:
    """Statements that take no parameters; none outside PostgreSQL."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(statement.replace("%", "%%"))
