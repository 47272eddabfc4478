"""Backups of a PostgreSQL database, by the server's own tools."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, text
from sqlalchemy.engine import URL, make_url

from app.db.backup import (
    STAMP,
    BackupDamagedError,
    BackupExistsError,
    BackupFolderError,
    BackupMissingError,
    BackupReport,
    NotABackupError,
    RestoreReport,
)
from app.db.errors import DatabaseNewerError, DiskFullError
from app.kernel.refusal import Refusal

MAGIC: Final = b"PGDMP"
_FOLDERS: Final = Path("/usr/lib/postgresql")
_OURS: Final = ("journal_head", "alembic_version", "number_series")
Progress = Callable[[int, int, str], None]


class PostgresToolMissingError(Refusal):
    """pg_dump or pg_restore is not there."""

    message = (
        "{tool} is not installed here. Install the PostgreSQL client (postgresql-client), "
        "or make the backup on the server."
    )


class PostgresToolError(Refusal):
    """The tool said no."""

    message = "{tool} could not do it: {detail}"


def _nothing(_done: int, _all: int, _what: str) -> None:
    return


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        for folder in sorted(_FOLDERS.glob("*/bin"), reverse=True):
            if (folder / name).exists():
                return str(folder / name)
        raise PostgresToolMissingError(tool=name)
    return found


def _run(name: str, arguments: Sequence[str], url: URL) -> str:
    """Run a tool; the password goes by the environment, where no list of processes shows it."""
    environment = dict(os.environ)
    if url.password:
        environment["PGPASSWORD"] = str(url.password)
    done = subprocess.run(  # noqa: S603 - a tool by its full path, arguments as a list
        [_tool(name), *arguments], capture_output=True, text=True, check=False,
        env=environment, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        detail = lines[0].removeprefix(f"{name}: ").removeprefix("error: ")
        if "No space left" in done.stderr:
            raise DiskFullError(detail=detail)
        raise PostgresToolError(tool=name, detail=detail[:200])
    return done.stdout


def _target(url: URL) -> list[str]:
    """Where to connect, as libpq understands it, without the password."""
    # set(password=None) would leave it in
    plain = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.query,
    )
    return ["--dbname", plain.render_as_string(hide_password=False), "--no-password"]


def back_up_postgres(
    url: str, engine: Engine, target: Path, *, now: datetime, on_progress: Progress = _nothing
) -> BackupReport:
    """Dump a database into a new file that is whole or not there.

    Raises:
        BackupExistsError, BackupFolderError, PostgresToolMissingError, PostgresToolError: see their
            sentences.
    """
    if target.exists():
        raise BackupExistsError(path=target)
    part = target.with_name(target.name + ".part")
    parsed = make_url(url)
    if not target.parent.is_dir():
        raise BackupFolderError(path=target, detail="there is no such folder")
    try:
        on_progress(0, 2, "copy")
        _run("pg_dump", ["--format=custom", "--no-owner", "--file", str(part), *_target(parsed)], parsed)
        on_progress(1, 2, "check")
        _check_ours(part)
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    on_progress(2, 2, "")
    return _describe(engine, target, now)


def _describe(engine: Engine, path: Path, now: datetime) -> BackupReport:
    with engine.connect() as connection:
        names = connection.execute(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        ).scalars()
        rows = {
            name: int(connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())  # noqa: S608 - own names
            for name in list(names)
        }
        heads = {
            row.chain: f"{row.last_seq} {row.last_hash}"
            for row in connection.execute(text("SELECT * FROM journal_head ORDER BY chain"))
        }
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        connection.rollback()
    stamp = now.isoformat(timespec="seconds")
    return BackupReport(path, path.stat().st_size, revision, stamp, rows, heads)


def _check_ours(path: Path) -> None:
    listing = _run("pg_restore", ["--list", str(path)], make_url("postgresql://"))
    if not all(f" TABLE public {name} " in listing for name in _OURS):
        raise NotABackupError(path=path)


def inspect_dump(path: Path, *, known_revisions: Collection[str]) -> str:
    """Prove a dump before anything is changed; returns its revision.

    The whole file is read, so that one cut short shows.

    Raises:
        BackupMissingError, NotABackupError, BackupDamagedError, DatabaseNewerError: see their sentences.
    """
    if not path.is_file():
        raise BackupMissingError(path=path)
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise NotABackupError(path=path)
    nowhere = make_url("postgresql://")
    try:
        _check_ours(path)
        _run("pg_restore", ["--file", os.devnull, str(path)], nowhere)
        script = _run(
            "pg_restore", ["--data-only", "--table=alembic_version", "--file=-", str(path)], nowhere
        )
    except PostgresToolError as error:
        raise BackupDamagedError(path=path, detail=error.params["detail"]) from error
    lines = script.splitlines()
    start = next((i for i, line in enumerate(lines) if line.startswith("COPY ")), None)
    revision = lines[start + 1].strip() if start is not None else ""
    if revision not in known_revisions:
        raise DatabaseNewerError(found=revision)
    return revision


def restore_postgres(
    url: str, engine: Engine, backup: Path, *, known_revisions: Collection[str], aside_folder: Path,
    now: datetime, on_progress: Progress = _nothing,
) -> RestoreReport:  # fmt: skip
    """Replace the database's content by a dump, in one transaction; what was there is dumped aside.

    Raises:
        PostgresToolMissingError, PostgresToolError, BackupMissingError, NotABackupError,
        BackupDamagedError, DatabaseNewerError: see their sentences; nothing was changed.
    """
    on_progress(0, 3, "check")
    inspect_dump(backup, known_revisions=known_revisions)
    parsed = make_url(url)
    on_progress(1, 3, "set aside")
    aside = _dump_aside(engine, parsed, aside_folder, now)
    engine.dispose()
    on_progress(2, 3, "restore")
    arguments = ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"]
    _run("pg_restore", [*arguments, *_target(parsed), str(backup)], parsed)
    on_progress(3, 3, "")
    return RestoreReport(_describe(engine, backup, now), aside)


def _dump_aside(engine: Engine, url: URL, folder: Path, now: datetime) -> Path | None:
    with engine.connect() as connection:
        there = connection.execute(text("SELECT to_regclass('public.journal_head')")).scalar_one()
        connection.rollback()
    if there is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f"before-restore-{now.strftime(STAMP)}.dump"
    _run("pg_dump", ["--format=custom", "--no-owner", "--file", str(aside), *_target(url)], url)
    return aside
