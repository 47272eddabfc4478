"""The two databases behind one engine factory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

from app.db.errors import DatabaseForeignError, DatabaseSettingError
from app.db.prepared import run_on_driver
from app.db.same_file import SameFile

APPLICATION_ID: Final = 0x54414B49  # "TAKI": PRAGMA application_id of our files

# name -> (what is set, what must be read back)
PRAGMAS: Final[Mapping[str, tuple[str, object]]] = {
    "journal_mode": ("wal", "wal"),
    "synchronous": ("2", 2),  # FULL: a committed sale survives a power cut
    "foreign_keys": ("1", 1),
    "busy_timeout": ("10000", 10000),
    "trusted_schema": ("0", 0),
    "cell_size_check": ("1", 1),
    "recursive_triggers": ("1", 1),
    "journal_size_limit": ("8388608", 8388608),
    "mmap_size": ("0", 0),
    # 4 MiB: a till that sells all day must not grow by its page cache; readers get more
    "cache_size": ("-4096", -4096),
}
# what any role may set for itself; the rest is the database's (app/db/server.py)
# (the server finds out within a minute that a station is gone whose cable was pulled: it ends the station's
# connections, which would else be counted against its role for hours)
POSTGRES_OPTIONS: Final = (
    "-c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000 "
    "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3 "
    "-c tcp_user_timeout=60000"
)
# likewise the station: what it sent and nobody took is given up, not tried again for a quarter of an hour
_STATION: Final[Mapping[str, int]] = {
    "connect_timeout": 3, "keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}  # fmt: skip


def is_wal_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug (in 3.7.0 to 3.51.2; sqlite.org/wal.html)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def create_app_engine(url: str, *, readonly: bool = False) -> Engine:
    """SQLite for one station, PostgreSQL for several; the same code above this line.

    Args:
        url: "sqlite:///path/takings.db" or "postgresql+psycopg://user@host/name".
        readonly: connections that cannot write, for screens and reports.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(url, module=sqlite, pool_size=8, hide_parameters=True)
        event.listen(engine, "connect", _configure_readonly if readonly else _configure_sqlite)
        event.listen(engine, "begin", _begin_deferred if readonly else _begin_immediate)
        if address.database and not readonly:
            SameFile(address.database).watch(engine)
        return engine
    options = POSTGRES_OPTIONS + (" -c default_transaction_read_only=on" if readonly else "")
    engine = create_engine(
        _readable(url) if readonly else url,
        isolation_level="READ COMMITTED",
        hide_parameters=True,  # crash files and logs must not hold what a customer is called
        pool_pre_ping=True,
        connect_args={"options": options, **_STATION},
    )
    event.listen(engine, "do_connect", _connect_by_line)
    return engine


def _connect_by_line(_dialect: Any, _record: Any, arguments: Any, named: Any) -> Any:
    from app.db.line import LineConnection  # the driver is not loaded where there is no server

    return LineConnection.connect(*arguments, **named)


def _readable(url: str) -> URL:
    """The address for connections that cannot write.

    Of several servers "read-write" takes none for them, since they read only; the main one is "primary".
    """
    whole = make_url(url)
    if whole.query.get("target_session_attrs") == "read-write":
        return whole.update_query_dict({"target_session_attrs": "primary"})
    return whole


def _configure_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # our own BEGIN, see _begin_immediate
    wanted = dict(PRAGMAS)
    if not is_wal_safe(sqlite.sqlite_version_info):
        wanted["journal_mode"] = ("truncate", "truncate")
    _check_owner(connection)
    for name, (setting, expected) in wanted.items():
        connection.execute(f"PRAGMA {name}={setting}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise DatabaseSettingError(name=name, wanted=setting, found=found)


def _check_owner(connection: Any) -> None:
    """Mark a new file as ours; refuse somebody else's."""
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    if found == APPLICATION_ID:
        return
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if found != 0 or tables:
        raise DatabaseForeignError(path=path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


def _configure_readonly(connection: Any, record: Any) -> None:
    _configure_sqlite(connection, record)
    connection.execute("PRAGMA cache_size=-65536").fetchall()  # 64 MiB, for searches over large catalogues
    connection.execute("PRAGMA query_only=1").fetchall()


def _begin_immediate(connection: Connection) -> None:
    # A deferred BEGIN that reads and then writes fails at once with "locked", whatever the
    # busy_timeout; the driver's own default loses updates in silence (docs/adr/0002).
    run_on_driver(connection, "BEGIN IMMEDIATE", ())


def _begin_deferred(connection: Connection) -> None:
    run_on_driver(connection, "BEGIN", ())
