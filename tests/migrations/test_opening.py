"""Opening a database that is not as it should be: one clear sentence, and nothing is harmed."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import insert, text

from app.db.engine import APPLICATION_ID, PRAGMAS, create_app_engine, is_wal_safe
from app.db.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseForeignError,
    DatabaseNewerError,
    DatabaseReadOnlyError,
    DatabaseSettingError,
    DatabaseUnreachableError,
)
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.ledger.tables import account
from app.migrations.migrate import current_revision, upgrade_database
from tests.support.postgres import Databases

ROOT = Path(__file__).resolve().parents[2]


def _quiet(_event: object, _error: Exception) -> None:
    return


def _factory(url: str) -> UnitOfWorkFactory:
    return UnitOfWorkFactory(create_app_engine(url), EventBus(_quiet))


def _write(factory: UnitOfWorkFactory, code: str = "1") -> None:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(insert(account), {"code": code, "name": "x", "kind": "asset"})


def test_every_pragma_is_set_and_read_back(sqlite_url: str) -> None:
    engine = create_app_engine(sqlite_url)
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}
        owner = cursor.execute("PRAGMA application_id").fetchone()[0]
        cursor.close()
    engine.dispose()
    assert found == {name: expected for name, (_set, expected) in PRAGMAS.items()}
    assert found["synchronous"] == 2
    assert owner == APPLICATION_ID


def test_a_pragma_that_does_not_take_stops_the_program(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.db.engine.PRAGMAS", {**PRAGMAS, "synchronous": ("1", 2)})
    factory = _factory(sqlite_url)
    with pytest.raises(DatabaseSettingError, match=r"synchronous=1 \(it says 1\). The program stops"):
        _write(factory)
    factory.dispose()


def test_an_sqlite_with_the_wal_reset_bug_is_not_trusted_with_wal(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = [(3, 50, 7), (3, 44, 6), (3, 51, 3), (3, 53, 4)]
    assert [v for v in ((3, 40, 1), (3, 51, 2), *sound) if is_wal_safe(v)] == sound
    assert is_wal_safe(sqlite.sqlite_version_info)
    monkeypatch.setattr("app.db.engine.is_wal_safe", lambda _version: False)
    engine = create_app_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "truncate"
        connection.rollback()
    engine.dispose()


def test_a_newer_database_is_refused_and_not_touched(database_url: str) -> None:
    engine = create_app_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for action in (current_revision, upgrade_database):
        with pytest.raises(
            DatabaseNewerError, match=r"newer version of Takings \(9999\). Update the program"
        ):
            action(engine)
    engine.dispose()


def test_a_locked_database_is_told_after_the_wait(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.db.engine.PRAGMAS", {**PRAGMAS, "busy_timeout": ("50", 50)})
    factory = _factory(sqlite_url)
    other = sqlite.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusyError, match=r"in use by another program. Nothing was saved"):
        _write(factory)
    other.execute("ROLLBACK")
    other.close()
    _write(factory)
    factory.dispose()


def test_a_row_locked_on_the_server_is_told_after_the_wait(
    postgres: Databases, postgres_template: str
) -> None:
    name = postgres.create(postgres_template)
    factory = _factory(postgres.url_of(name))
    _write(factory)
    change = text("UPDATE account SET name = 'y'")
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.execute(change)
            held.set()
            let_go.wait(30)
        factory.close_thread()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(30)
    with pytest.raises(DatabaseBusyError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(text("SET LOCAL lock_timeout = 50"))
        uow.connection.execute(change)
    let_go.set()
    thread.join()
    factory.dispose()
    postgres.drop(name)


@pytest.mark.parametrize("keep", [100, 5000])
def test_a_truncated_file_is_told_and_left_as_it_is(sqlite_template: Path, tmp_path: Path, keep: int) -> None:
    path = tmp_path / "cut.db"
    path.write_bytes(sqlite_template.read_bytes()[:keep])
    engine = create_app_engine(f"sqlite:///{path}")
    with pytest.raises(
        DatabaseDamagedError, match=r"damaged or not a Takings database. Restore the last backup"
    ):
        upgrade_database(engine)
    engine.dispose()
    assert path.stat().st_size == keep


def test_a_file_of_garbage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "garbage.db"
    path.write_bytes(b"This is a letter to my aunt." * 200)
    engine = create_app_engine(f"sqlite:///{path}")
    with pytest.raises(DatabaseDamagedError):
        upgrade_database(engine)
    engine.dispose()
    assert path.read_bytes().startswith(b"This is a letter")


def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE photo (id INTEGER)")
    other.commit()
    other.close()
    before = path.read_bytes()
    engine = create_app_engine(f"sqlite:///{path}")
    with pytest.raises(DatabaseForeignError, match=r"photos.db is a database of another program"):
        upgrade_database(engine)
    engine.dispose()
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    engine = create_app_engine(f"sqlite:///{tmp_path}/nowhere/takings.db")
    with pytest.raises(DatabaseUnreachableError, match="cannot be reached"):
        upgrade_database(engine)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    engine = create_app_engine(f"postgresql+psycopg://postgres@/takings?host={tmp_path}")
    with pytest.raises(DatabaseUnreachableError, match="Check the address, the network and the server"):
        upgrade_database(engine)


_AS_NOBODY = """
import os, sys
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import Refusal
from sqlalchemy import text
import sqlalchemy.dialects.sqlite
import encodings.idna
factory = UnitOfWorkFactory(create_app_engine(sys.argv[1]), EventBus(print))
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
try:
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(text(sys.argv[2]))
    print("WRITTEN")
except Refusal as refusal:
    print(type(refusal).__name__, refusal)
"""
_INSERT = "INSERT INTO account (code, name, kind) VALUES ('1', 'x', 'asset')"


def _in_process(script: str, *arguments: str, before: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", before + script, *arguments], cwd=ROOT, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def world_readable(tmp_path: Path) -> Iterator[Path]:
    """A folder that other users reach (pytest's own are private)."""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="takings-ro-", dir=tmp_path.anchor + "tmp"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_to_is_told(world_readable: Path, sqlite_template: Path) -> None:
    path = world_readable / "takings.db"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o444)
    world_readable.chmod(0o555)
    said = _in_process(_AS_NOBODY, f"sqlite:///{path}", _INSERT)
    names = (DatabaseReadOnlyError.__name__, DatabaseUnreachableError.__name__)
    assert said.startswith(names), said
    assert "Check" in said or "check" in said


def test_a_full_disk_is_told_nothing_is_saved_and_the_program_goes_on(sqlite_url: str) -> None:
    said = _in_process(_FULL_DISK, sqlite_url).splitlines()
    # a file that may not grow is a disk that fails rather than one that is full: SQLite tells the two apart;
    # at COMMIT it is not certain, and looked up; either way nothing of it is there
    for line in said[1:3]:
        assert re.match(
            r"(DiskFullError|DiskFaultError|CommitUnknownError) .*Nothing was saved; free some space", line
        )
    assert [said[0], *said[3:]] == ["saved", "saved", "['a', 'd']"]


_FULL_DISK = """
import os, resource, signal, sys
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.kernel.refusal import CommitUnknownError, Refusal
from sqlalchemy import text
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
def full(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
factory = UnitOfWorkFactory(create_app_engine(sys.argv[1]), EventBus(print))
def write(code, size, pages):
    try:
        with factory.begin(actor=SYSTEM_ACTOR) as uow:
            uow.connection.exec_driver_sql(f"PRAGMA cache_size={pages}")
            uow.connection.execute(
                text("INSERT INTO account (code, name, kind) VALUES (:c, :n, 'asset')"),
                {"c": code, "n": "x" * size},
            )
            uow.connection.execute(text("UPDATE account SET name = name || 'y'"))
        print("saved")
    except CommitUnknownError as refusal:
        print(type(refusal).__name__, refusal.params["detail"])
    except Refusal as refusal:
        print(type(refusal).__name__, refusal)
write("a", 10, 1000)
full(os.path.getsize(sys.argv[1][len("sqlite:///"):] + "-wal") + 8192)
write("b", 3_000_000, 10)
write("c", 3_000_000, 10_000)
full(-1)
write("d", 10, 1000)
with factory.read() as connection:
    print(list(connection.execute(text("SELECT code FROM account ORDER BY code")).scalars()))
"""


def test_two_processes_that_start_at_once_migrate_once(tmp_path: Path, postgres: Databases) -> None:
    name = postgres.create()
    script = (
        "import sys\nfrom app.db.engine import create_app_engine\n"
        "from app.migrations.migrate import upgrade_database, current_revision\n"
        "engine = create_app_engine(sys.argv[1])\nupgrade_database(engine)\nprint(current_revision(engine))\n"
    )
    for url in (f"sqlite:///{tmp_path / 'new.db'}", postgres.url_of(name)):
        starting = [
            subprocess.Popen(
                [sys.executable, "-c", script, url], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]  # fmt: skip
        said = [process.communicate(timeout=120) for process in starting]
        assert [process.returncode for process in starting] == [0, 0], said
        assert said[0][0] == said[1][0]
    postgres.drop(name)
