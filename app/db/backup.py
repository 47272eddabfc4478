"""Copies of the whole shop in one file, proved when they are made and again before they are used.

SQLite: `VACUUM INTO` a file beside the target, synced, verified, then renamed; so the target is whole
or not there. PostgreSQL: `app.db.backup_postgres`. The pepper of the PINs is no part of a backup.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from app.db.engine import APPLICATION_ID
from app.db.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseError,
    DatabaseNewerError,
    DiskFullError,
    as_refusal,
)
from app.kernel.refusal import Refusal

MAGIC: Final = b"SQLite format 3\x00"
MANIFEST: Final = "backup_manifest"  # a table of the copy alone
STAMP: Final = "%Y%m%d-%H%M%S"
BUSY_MS: Final = 5000
_DISK_FULL: Final = (28, 122)  # ENOSPC, EDQUOT

Progress = Callable[[int, int, str], None]


class BackupExistsError(Refusal):
    """A backup never overwrites a file."""

    message = "{path} is there already. Choose another name for the backup."


class BackupMissingError(Refusal):
    """Nothing to restore from."""

    message = "There is no file {path}. Choose a backup."


class BackupFolderError(Refusal):
    """The file cannot be written there."""

    message = "The file {path} cannot be written ({detail}). Choose another place."


class NotABackupError(Refusal):
    """Some other file."""

    message = "{path} is not a backup of Takings. Nothing was changed."


class BackupDamagedError(Refusal):
    """A backup that is cut short, or changed."""

    message = "The backup {path} is damaged ({detail}). Nothing was changed; choose another backup."


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds: rows by table, and the head of each journal chain as its witness."""

    path: Path
    size: int
    revision: str
    made_at: str
    rows: Mapping[str, int]
    heads: Mapping[str, str]  # chain -> "seq hash"
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was restored, and where the database that was there is kept."""

    backup: BackupReport
    kept_aside: Path | None


def _nothing(_done: int, _all: int, _what: str) -> None:
    return


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite URL; None for another database."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


@contextmanager
def _told(path: Path) -> Any:
    """What the database or the disk says, as a refusal."""
    try:
        yield
    except sqlite.Error as error:
        raise as_refusal(DBAPIError("", None, error)) from error
    except OSError as error:
        if error.errno in _DISK_FULL:
            raise DiskFullError(detail=str(error)) from error
        raise BackupFolderError(path=path, detail=error.strerror or error) from error


def back_up_sqlite(
    source: Path, target: Path, *, now: datetime, notes: Mapping[str, str] | None = None,
    on_progress: Progress = _nothing,
) -> BackupReport:  # fmt: skip
    """Copy a database, also while it is in use, into a new file that is whole or not there.

    Raises:
        BackupExistsError, BackupFolderError, DatabaseError: see their sentences.
    """
    part = target.with_name(target.name + ".part")
    with _told(target):
        if target.exists():
            raise BackupExistsError(path=target)
    try:
        with _told(target):
            part.unlink(missing_ok=True)
            on_progress(0, 3, "copy")
            _copy(source, part)
            on_progress(1, 3, "check")
            report = _seal(part, target, now, notes or {})
            on_progress(2, 3, "sync")
            _sync(part)
            part.replace(target)
            _sync(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    on_progress(3, 3, "")
    return report


def _copy(source: Path, part: Path) -> None:
    with closing(_open(source)) as connection:
        _check_ours(connection, source)
        connection.execute("VACUUM INTO ?", (str(part),))


def _open(path: Path) -> Any:
    connection = sqlite.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    return connection


def _check_ours(connection: Any, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotABackupError(path=path)


def _seal(part: Path, target: Path, now: datetime, notes: Mapping[str, str]) -> BackupReport:
    """Verify the copy and write into it what it holds."""
    with closing(_open(part)) as connection:
        _check_sound(connection, target)
        report = _describe(connection, target, now.isoformat(timespec="seconds"), notes)
        connection.execute(f"CREATE TABLE {MANIFEST} (content TEXT NOT NULL)")
        content = asdict(report) | {"path": str(target), "rows": dict(report.rows)}
        connection.execute(f"INSERT INTO {MANIFEST} VALUES (?)", (json.dumps(content),))  # noqa: S608 - a constant
    return BackupReport(**(asdict(report) | {"size": part.stat().st_size}))


def _check_sound(connection: Any, path: Path) -> None:
    lines = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    if lines != ["ok"]:
        raise BackupDamagedError(path=path, detail=lines[0])
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BackupDamagedError(path=path, detail="rows point at rows that are not there")


def _describe(connection: Any, path: Path, made_at: str, notes: Mapping[str, str]) -> BackupReport:
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        if row[0] != MANIFEST
    ]
    rows = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - own names
        for name in names
    }
    heads = {}
    if "journal_head" in rows:
        query = "SELECT chain, last_seq, last_hash FROM journal_head ORDER BY chain"
        heads = {chain: f"{seq} {row_hash}" for chain, seq, row_hash in connection.execute(query)}
    revision = ""
    if "alembic_version" in rows:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        revision = found[0] if found else ""
    return BackupReport(path, 0, revision, made_at, rows, heads, dict(notes))


def _sync(path: Path) -> None:
    """Onto the disk, not into its cache; folders cannot be synced everywhere."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def inspect_backup(path: Path, *, known_revisions: Collection[str]) -> BackupReport:
    """Prove a backup before anything is changed; nothing is written.

    Raises:
        BackupMissingError, NotABackupError, BackupDamagedError, DatabaseNewerError: see their sentences.
    """
    with _told(path):
        if not path.is_file():
            raise BackupMissingError(path=path)
        with path.open("rb") as file:
            if file.read(len(MAGIC)) != MAGIC:
                raise NotABackupError(path=path)
        if not _is_whole(path):
            raise BackupDamagedError(path=path, detail="it is cut short")
    try:
        with closing(_open_immutable(path)) as connection:
            _check_ours(connection, path)
            _check_sound(connection, path)
            report = _described(connection, path)
    except (sqlite.Error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BackupDamagedError(path=path, detail=str(error)) from error
    if report.revision and report.revision not in known_revisions:
        raise DatabaseNewerError(found=report.revision)
    if not report.revision:
        raise NotABackupError(path=path)
    return report


def _open_immutable(path: Path) -> Any:
    return sqlite.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _described(connection: Any, path: Path) -> BackupReport:
    """What the copy holds now, held against what was noted when it was made."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (MANIFEST,)).fetchone() is None:
        return _describe(connection, path, "", {})
    noted = json.loads(connection.execute(f"SELECT content FROM {MANIFEST}").fetchone()[0])  # noqa: S608 - a constant
    found = _describe(connection, path, noted["made_at"], noted["notes"])
    if (dict(found.rows), dict(found.heads)) != (noted["rows"], noted["heads"]):
        raise BackupDamagedError(path=path, detail="its rows are not those it was made with")
    return BackupReport(**(asdict(found) | {"path": path, "size": path.stat().st_size}))


def restore_sqlite(
    backup: Path, database: Path, *, known_revisions: Collection[str], now: datetime,
    on_progress: Progress = _nothing,
) -> RestoreReport:  # fmt: skip
    """Put a backup in the place of the database; the one that is there is kept aside.

    Raises:
        DatabaseBusyError: the program is open on that database.
        BackupMissingError, NotABackupError, BackupDamagedError, DatabaseNewerError, DiskFullError: see
            their sentences; nothing was changed.
    """
    on_progress(0, 4, "check")
    report = inspect_backup(backup, known_revisions=known_revisions)
    part = database.with_name(database.name + ".part")
    try:
        with _told(database):
            on_progress(1, 4, "copy")
            database.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(backup, part)
            _check_same(backup, part)
            with closing(_open(part)) as connection:
                connection.execute(f"DROP TABLE IF EXISTS {MANIFEST}")
            _sync(part)
            on_progress(2, 4, "set aside")
            aside = _set_aside(database, now)
            on_progress(3, 4, "swap")
            part.replace(database)
            _sync(database.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    on_progress(4, 4, "")
    return RestoreReport(report, aside)


def _check_same(one: Path, other: Path) -> None:
    with one.open("rb") as a, other.open("rb") as b:
        if hashlib.file_digest(a, "sha256").digest() != hashlib.file_digest(b, "sha256").digest():
            raise BackupDamagedError(path=one, detail="it could not be copied")


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Keep the database under a second name, with what its log still holds brought in, or the log beside it.

    The first name stays until the restored file takes it: were it given up before, a program killed in
    between would find no shop at its next start, and begin an empty one.
    """
    if not database.exists():
        return None
    _bring_log_in(database)
    aside = database.with_name(f"{database.stem}-before-restore-{now.strftime(STAMP)}{database.suffix}")
    _second_name(database, aside)
    for suffix in ("-wal", "-shm"):
        beside = database.with_name(database.name + suffix)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + suffix))
    return aside


def _second_name(database: Path, aside: Path) -> None:
    """A hard link, or a copy where the file system knows none."""
    aside.unlink(missing_ok=True)
    try:
        os.link(database, aside)
    except OSError:
        part = aside.with_name(aside.name + ".part")
        try:
            shutil.copyfile(database, part)
            _sync(part)
            part.replace(aside)
        finally:
            part.unlink(missing_ok=True)


def _bring_log_in(database: Path) -> None:
    try:
        with closing(_open(database)) as connection:
            connection.execute("PRAGMA busy_timeout=500")
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite.Error as error:
        if isinstance(as_refusal(DBAPIError("", None, error)), DatabaseBusyError):
            raise
        # a database too damaged to open is what a restore is for: it is kept as it is


def check_before_open(database: Path) -> None:
    """Say that a file is damaged before anything writes into it; a file that is not there is fine.

    Raises:
        DatabaseDamagedError: it is no SQLite file, or shorter than it says.
    """
    log = database.with_name(database.name + "-wal")
    with _told(database):
        if not database.exists() or database.stat().st_size == 0:
            return
        damaged = not _is_whole(database, with_log=log.exists())
    if damaged:
        raise DatabaseDamagedError


def _is_whole(path: Path, *, with_log: bool = False) -> bool:
    """Whether the file is as long as its header says; with a log beside it, the header may be behind."""
    with path.open("rb") as file:
        head = file.read(100)
    if head[: len(MAGIC)] != MAGIC:
        return False
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    counted = head[24:28] == head[92:96]  # only then is the number of pages in the header the real one
    return with_log or not counted or path.stat().st_size >= pages * (65536 if page == 1 else page)


def prune_backups(folder: Path, *, prefix: str, keep: int) -> list[Path]:
    """Remove all but the newest `keep` files named `prefix` and a time; returns what was removed."""
    found = [p for p in folder.glob(f"{prefix}-[0-9]*-[0-9]*.*") if p.suffix != ".part"]
    removed = sorted(found, key=lambda p: p.name)[: max(len(found) - keep, 0)]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


__all__ = ["BackupReport", "DatabaseError", "RestoreReport", "back_up_sqlite", "restore_sqlite"]
