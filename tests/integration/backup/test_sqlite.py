"""Backups of SQLite: made while selling, proved, restored; nothing is lost when it goes wrong."""

from __future__ import annotations

import errno
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from app.db import backup as module
from app.db.backup import (
    BackupDamagedError,
    BackupExistsError,
    BackupFolderError,
    BackupMissingError,
    NotABackupError,
    back_up_sqlite,
    check_before_open,
    inspect_backup,
    prune_backups,
    restore_sqlite,
)
from app.db.engine import create_app_engine
from app.db.errors import DatabaseBusyError, DatabaseDamagedError, DatabaseNewerError, DiskFullError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.refusal import Refusal
from app.migrations.migrate import head_revision
from app.reporting.verify import verify_database
from app.runtime.run import Runtime
from tests.factories.shop import Shop, make_shop

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
KNOWN = frozenset({head_revision()})


@pytest.fixture
def database(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite:///"))


@pytest.fixture
def selling(sqlite_url: str, bus: EventBus) -> Shop:
    """A shop with its connections open."""
    return make_shop(UnitOfWorkFactory(create_app_engine(sqlite_url), bus))


def _count(path: Path, table: str = "sale") -> int:
    with dbapi2.connect(str(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _holds(path: Path) -> bool:
    engine = create_app_engine(f"sqlite:///{path}")
    factory = UnitOfWorkFactory(engine, EventBus(lambda _e, _x: None))
    try:
        return all(r.holds for r in Runtime(factory).ask(verify_database))
    finally:
        factory.dispose()


def test_a_backup_made_while_selling_holds_what_was_committed(
    selling: Shop, database: Path, tmp_path: Path
) -> None:
    shift = selling.open_shift()
    selling.sell(selling.cart("COFFEE"), shift)
    seen: list[str] = []
    report = back_up_sqlite(
        database,
        tmp_path / "b.db",
        now=NOW,
        notes={"a": "b"},
        on_progress=lambda _d, _n, what: seen.append(what),
    )
    selling.sell(selling.cart("MILK"), shift)
    assert report.rows["sale"] == 1
    assert report.heads["T01"].split()[0] == str(
        report.rows["journal"] - int(report.heads["office"].split()[0])
    )
    assert inspect_backup(tmp_path / "b.db", known_revisions=KNOWN).notes == {"a": "b"}
    assert _holds(tmp_path / "b.db")
    assert seen == ["copy", "check", "sync", ""]
    assert not list(tmp_path.glob("*.part*"))


def test_the_pepper_is_not_in_a_backup(database: Path, tmp_path: Path) -> None:
    from app.access.pins import load_pepper

    secret = load_pepper(database.parent).hex().encode()
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    assert secret not in (tmp_path / "b.db").read_bytes()


def test_a_restore_brings_the_day_back_and_keeps_what_was_there(
    selling: Shop, database: Path, tmp_path: Path
) -> None:
    shift = selling.open_shift()
    selling.sell(selling.cart("COFFEE"), shift)
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    selling.sell(selling.cart("MILK"), shift)
    selling.runtime.factory.dispose()
    done = restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    assert _count(database) == 1
    assert done.kept_aside is not None
    assert _count(done.kept_aside) == 2
    assert _holds(database)
    assert _holds(done.kept_aside)
    with dbapi2.connect(str(database)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'backup_manifest'")
        assert tables.fetchone()[0] == 0


def test_a_restore_under_a_running_till_is_refused(selling: Shop, database: Path, tmp_path: Path) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    shift = selling.open_shift()
    with pytest.raises(DatabaseBusyError):
        restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    selling.sell(selling.cart("COFFEE"), shift)
    assert _count(database) == 1
    selling.runtime.factory.dispose()


def test_a_restore_into_an_empty_folder_makes_the_database(database: Path, tmp_path: Path) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    target = tmp_path / "new" / "takings.db"
    assert restore_sqlite(tmp_path / "b.db", target, known_revisions=KNOWN, now=NOW).kept_aside is None
    assert _count(target) == 0


def test_a_damaged_database_is_kept_as_it_is_when_a_backup_replaces_it(
    database: Path, tmp_path: Path
) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    database.write_bytes(b"rubbish" * 1000)
    done = restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    assert done.kept_aside is not None
    assert done.kept_aside.read_bytes() == b"rubbish" * 1000
    assert _count(database) == 0


@pytest.mark.parametrize("cut", [0, 10, 100, 4096, 0.3, 0.9, 0.999])
def test_a_backup_cut_short_anywhere_is_refused(database: Path, tmp_path: Path, cut: float) -> None:
    file = tmp_path / "b.db"
    back_up_sqlite(database, file, now=NOW)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(cut if cut > 1 else cut * len(whole))])
    before = database.read_bytes()
    with pytest.raises((BackupDamagedError, NotABackupError)):
        restore_sqlite(file, database, known_revisions=KNOWN, now=NOW)
    assert database.read_bytes() == before


def test_a_backup_with_a_row_less_than_it_was_made_with_is_refused(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    back_up_sqlite(database, file, now=NOW)
    with dbapi2.connect(str(file)) as connection:
        connection.execute("INSERT INTO journal_head VALUES ('T09', 1, 'x', 0)")
        connection.commit()
    with pytest.raises(BackupDamagedError, match="not those it was made with"):
        inspect_backup(file, known_revisions=KNOWN)


def test_a_backup_of_a_newer_version_is_refused(database: Path, tmp_path: Path) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    with pytest.raises(DatabaseNewerError):
        restore_sqlite(tmp_path / "b.db", database, known_revisions={"0000"}, now=NOW)


def test_what_is_no_backup_of_ours_is_refused(database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with dbapi2.connect(str(other)) as connection:
        connection.execute("CREATE TABLE poem (line TEXT)")
        connection.commit()
    with pytest.raises(NotABackupError):
        inspect_backup(other, known_revisions=KNOWN)
    with pytest.raises(NotABackupError):
        back_up_sqlite(other, tmp_path / "b.db", now=NOW)
    with pytest.raises(BackupMissingError):
        inspect_backup(tmp_path / "none.db", known_revisions=KNOWN)
    assert not (tmp_path / "b.db").exists()


def test_a_backup_overwrites_nothing(database: Path, tmp_path: Path) -> None:
    (tmp_path / "b.db").write_text("mine")
    with pytest.raises(BackupExistsError):
        back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    assert (tmp_path / "b.db").read_text() == "mine"


def test_a_folder_that_is_not_there_is_told(database: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        back_up_sqlite(database, tmp_path / "none" / "b.db", now=NOW)
    assert "none" in str(refused.value) or "cannot be reached" in str(refused.value)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_no_half_backup(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(_path: Path) -> None:
        raise OSError(code, "No space left on device")

    monkeypatch.setattr(module, "_sync", full)
    with pytest.raises(DiskFullError):
        back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    assert {p.name for p in tmp_path.iterdir()} == {database.name}


def test_a_disk_that_fills_while_copying_leaves_no_half_backup(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_source: Path, part: Path) -> None:
        part.write_bytes(b"half")
        raise dbapi2.OperationalError("database or disk is full")

    monkeypatch.setattr(module, "_copy", full)
    with pytest.raises(DiskFullError):
        back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    assert {p.name for p in tmp_path.iterdir()} == {database.name}


def test_a_full_disk_during_a_restore_leaves_the_shop_as_it_was(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    before = database.read_bytes()

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(DiskFullError):
        restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    assert database.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_read_only_folder_is_told(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(module, "_sync", refuse)
    with pytest.raises(BackupFolderError, match="Read-only"):
        back_up_sqlite(database, tmp_path / "b.db", now=NOW)


def test_a_truncated_database_is_told_before_it_is_opened(database: Path) -> None:
    check_before_open(database)
    database.write_bytes(database.read_bytes()[:-4096])
    with pytest.raises(DatabaseDamagedError):
        check_before_open(database)


@pytest.mark.parametrize("content", [b"x", b"SQLite format 2\x00" + b"\x00" * 200])
def test_a_file_that_is_no_database_is_told_before_it_is_opened(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "takings.db").write_bytes(content)
    with pytest.raises(DatabaseDamagedError):
        check_before_open(tmp_path / "takings.db")


def test_a_file_that_is_not_there_or_empty_is_no_damage(tmp_path: Path) -> None:
    check_before_open(tmp_path / "none.db")
    (tmp_path / "empty.db").touch()
    check_before_open(tmp_path / "empty.db")


def test_only_the_newest_backups_are_kept(tmp_path: Path) -> None:
    for day in range(1, 6):
        (tmp_path / f"close-2026030{day}-190000.db").touch()
    (tmp_path / "close-20260306-190000.db.part").touch()
    (tmp_path / "before-migration-0001-20260101-000000.db").touch()
    removed = prune_backups(tmp_path, prefix="close", keep=2)
    assert [p.name for p in removed] == [f"close-2026030{day}-190000.db" for day in (1, 2, 3)]
    left = {p.name for p in tmp_path.iterdir()}
    assert "before-migration-0001-20260101-000000.db" in left
    assert {"close-20260304-190000.db", "close-20260305-190000.db"} <= left


def test_a_restore_that_is_broken_off_before_the_swap_leaves_the_shop_under_its_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    before = database.read_bytes()
    real = Path.replace

    def broken_off(self: Path, target: Path) -> Path:
        if target == database:
            raise OSError(errno.EIO, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(Refusal):
        restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    assert database.read_bytes() == before


def test_what_was_there_is_kept_where_the_file_system_knows_no_second_names(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    back_up_sqlite(database, tmp_path / "b.db", now=NOW)
    before = _count(database)
    monkeypatch.setattr(module.os, "link", none)
    done = restore_sqlite(tmp_path / "b.db", database, known_revisions=KNOWN, now=NOW)
    assert done.kept_aside is not None
    assert _count(done.kept_aside) == before
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_cannot_even_be_asked_is_told(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(_self: Path, **_more: bool) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "stat", dead)
    for asked in (
        lambda: back_up_sqlite(database, tmp_path / "b.db", now=NOW),
        lambda: module.inspect_backup(tmp_path / "b.db", known_revisions=KNOWN),
        lambda: module.check_before_open(database),
    ):
        with pytest.raises(module.BackupFolderError, match="Input/output error"):
            asked()
