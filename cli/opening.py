"""Opens a shop's database: the right one, sound, not newer, and brought up to date."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.kernel.refusal import Refusal
from cli.folders import Folders

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.db.unit_of_work import UnitOfWorkFactory
    from app.kernel.events import EventBus
    from app.runtime.run import Runtime

_log = logging.getLogger(__name__)
Progress = Callable[[int, int, str], None]


class PasswordOnCommandLineError(Refusal):
    """Every user of the machine can read the command lines."""

    message = (
        "A password does not belong on the command line, where others can read it. "
        "Put it into PGPASSWORD, ~/.pgpass or the system's key store."
    )


class BadDatabaseUrlError(Refusal):
    """Not an address of a database."""

    message = (
        "“{url}” is no address of a database. Examples: sqlite:///shop.db, postgresql://till@server/takings"
    )


class MigrationFailedError(Refusal):
    """The database stayed as it was."""

    message = (
        "The database could not be brought to this version ({detail}). It is unchanged; "
        "a backup is at {backup}."
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Which database, and where its surroundings are."""

    url: str
    folders: Folders
    training: bool = False

    @property
    def file(self) -> Path | None:
        """The file of a SQLite database."""
        from app.db.backup import sqlite_path

        return sqlite_path(self.url)

    @property
    def shown(self) -> str:
        """For messages: the file, or the address without a password."""
        from sqlalchemy.engine import make_url

        return str(self.file or make_url(self.url).render_as_string(hide_password=True))


@dataclass(slots=True)
class OpenShop:
    """An open database with the one door to it."""

    place: Place
    engine: Engine
    factory: UnitOfWorkFactory
    runtime: Runtime
    bus: EventBus

    def close(self) -> None:
        """Let go of the database."""
        self.factory.dispose()
        self.engine.dispose()


def find_place(folders: Folders, *, url: str | None, training: bool, local: Mapping[str, Any]) -> Place:
    """The database that is meant: of the option, of the local settings, else the file in the data folder.

    Raises:
        BadDatabaseUrlError, PasswordOnCommandLineError: see their sentences.
    """
    if training:
        return Place(f"sqlite:///{folders.training}", folders, training=True)
    chosen = url or str(local.get("database") or "")
    if not chosen:
        return Place(f"sqlite:///{folders.shop}", folders)
    return Place(_checked_url(chosen), folders)


def _checked_url(text: str) -> str:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise BadDatabaseUrlError(url=text.rsplit("@", maxsplit=1)[-1]) from error
    if url.password is not None:
        raise PasswordOnCommandLineError
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return text
    if backend == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
        return str(_with_password(url).render_as_string(hide_password=False))
    raise BadDatabaseUrlError(url=text)


def _with_password(url: Any) -> Any:
    """From the system's key store, unless the server's own ways (PGPASSWORD, pgpass) are used."""
    if os.environ.get("PGPASSWORD") or os.environ.get("PGPASSFILE"):
        return url
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return url
    try:
        found = keyring.get_password("takings", url.render_as_string(hide_password=True))
    except (KeyringError, RuntimeError):
        return url
    return url.set(password=found) if found else url


def open_shop(place: Place, *, migrate: bool = True, on_progress: Progress | None = None) -> OpenShop:
    """Open a database, make it if there is none, and bring it up to date after a backup.

    Raises:
        DatabaseError: newer, locked, damaged, not ours or not to be reached.
        MigrationFailedError: it stayed as it was.
    """
    from app.db.backup import check_before_open
    from app.db.engine import create_app_engine
    from app.db.unit_of_work import UnitOfWorkFactory
    from app.db.where import check_own_disk
    from app.kernel.events import EventBus
    from app.runtime.run import Runtime

    if place.file is not None:
        check_own_disk(place.file)
        check_before_open(place.file)
        place.file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_app_engine(place.url)
    if migrate:
        try:
            bring_up_to_date(place, engine, on_progress=on_progress)
        except BaseException:
            engine.dispose()  # nobody gets it: its connections would be left to the garbage
            raise
    bus = EventBus(on_error=_subscriber_failed)
    factory = UnitOfWorkFactory(engine, bus, read_engine=create_app_engine(place.url, readonly=True))
    return OpenShop(place, engine, factory, Runtime(factory), bus)


def use_own_lane(shop: OpenShop) -> None:
    """At a server others write too: the ids this program makes are of a lane of its own from now on."""
    from app.kernel.ids import use_lane
    from app.kernel.permission import SYSTEM_ACTOR
    from app.numbering.lanes import deal_program_lane

    if shop.place.file is None:
        use_lane(shop.runtime.run(deal_program_lane, actor=SYSTEM_ACTOR))


def _subscriber_failed(event: object, error: Exception) -> None:
    _log.error("%s: %s", type(event).__name__, type(error).__name__, exc_info=error)


def bring_up_to_date(
    place: Place, engine: Engine, *, on_progress: Progress | None = None
) -> tuple[str | None, str, Path | None]:
    """Run what is missing; returns the revision before, the one after, and the backup that was made.

    Raises:
        DatabaseError, MigrationFailedError: see their sentences.
    """
    from sqlalchemy import inspect

    from app.db.errors import DatabaseBusyError, DatabaseUnreachableError
    from app.migrations.migrate import current_revision, head_revision, upgrade_database

    before, head = current_revision(engine), head_revision()
    if before == head:
        return before, head, None
    # also when nobody knows which version it is: only an empty database has nothing to lose
    backup = _backup_first(place, engine, before or "unknown") if inspect(engine).get_table_names() else None
    if on_progress is not None:
        on_progress(0, 1, head)
    try:
        upgrade_database(engine)
    except (DatabaseBusyError, DatabaseUnreachableError):
        raise
    except Exception as error:
        _log.exception("migration")
        detail = str(error.params.get("detail") if isinstance(error, Refusal) else type(error).__name__)
        raise MigrationFailedError(detail=detail, backup=backup or "none needed") from error
    if on_progress is not None:
        on_progress(1, 1, head)
    return before, head, backup


def _backup_first(place: Place, engine: Engine, revision: str) -> Path | None:
    from app.db.backup import STAMP
    from app.kernel.clock import system_clock

    stamp = system_clock().strftime(STAMP)
    suffix = ".db" if place.file is not None else ".dump"
    target = place.folders.backups / f"before-migration-{revision}-{stamp}{suffix}"
    make_backup(place, engine, target)
    return target


def make_backup(place: Place, engine: Engine, target: Path, *, on_progress: Progress | None = None) -> Any:
    """A verified copy of the database in a new file; returns what it holds."""
    from app.access.pins import load_pepper
    from app.db.backup import back_up_sqlite
    from app.db.backup_postgres import back_up_postgres
    from app.kernel.canonical import sha256
    from app.kernel.clock import system_clock

    target.parent.mkdir(parents=True, exist_ok=True)
    extra: dict[str, Any] = {} if on_progress is None else {"on_progress": on_progress}
    if place.file is not None:
        notes = {"pepper_mark": sha256(load_pepper(place.folders.data).hex())[:16]}
        return back_up_sqlite(place.file, target, now=system_clock(), notes=notes, **extra)
    return back_up_postgres(place.url, engine, target, now=system_clock(), **extra)
