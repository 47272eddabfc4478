"""A read the disk fails is not told as a damaged file: who restores a backup loses what was sold since."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pysqlite3 import dbapi2
from sqlalchemy.exc import DBAPIError, OperationalError

from app.db import second_look
from app.db.engine import create_app_engine
from app.db.errors import DatabaseBusyError, DatabaseDamagedError, DiskReadError
from app.db.second_look import told
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.conftest import ROOT, SteadyClock
from tests.crash.faults.storage import spoil
from tests.factories.shop import Shop, make_shop

# what SQLite says of a file that contradicts itself, and likewise of a read that failed (EIO)
MALFORMED = DBAPIError("", None, dbapi2.DatabaseError("database disk image is malformed"))


@pytest.fixture
def sqlite_shop(sqlite_url: str, bus: EventBus, clock: SteadyClock) -> Shop:
    """A shop of one station."""
    return make_shop(UnitOfWorkFactory(create_app_engine(sqlite_url), bus, clock=clock))


def fail(shop: Shop, *, writes: bool) -> None:
    """An operation in which a page was not read."""
    factory = shop.runtime.factory
    with factory.begin(actor=shop.actor()) if writes else factory.read():
        raise MALFORMED


@pytest.mark.parametrize("writes", [True, False], ids=["it writes", "it reads"])
def test_a_read_error_of_a_sound_file_is_a_disk_that_failed_and_the_next_try_sells(
    sqlite_shop: Shop, *, writes: bool
) -> None:
    with pytest.raises(DiskReadError, match=r"disk cannot be read.*try again now.*disk checked"):
        fail(sqlite_shop, writes=writes)
    shift = sqlite_shop.open_shift()
    assert sqlite_shop.sell(sqlite_shop.cart("MILK"), shift).number == "T01-000001"


def test_a_file_that_is_spoilt_is_told_as_damaged_in_the_running_program(sqlite_shop: Shop) -> None:
    engine = sqlite_shop.runtime.factory._write_engine
    sqlite_shop.runtime.factory.dispose()
    spoil(Path(str(engine.url.database)))
    with pytest.raises(DatabaseDamagedError, match="Restore the last backup"):
        fail(sqlite_shop, writes=True)


def test_a_file_that_is_no_database_is_told_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "takings.db"
    path.write_bytes(b"nothing of ours " * 1000)
    found = told(MALFORMED, create_app_engine(f"sqlite:///{path}"))
    assert type(found) is DatabaseDamagedError


@pytest.mark.parametrize("call", [1, 40], ids=["as it is opened", "in the middle"])
def test_a_disk_that_fails_at_the_second_look_too_is_a_disk_that_failed(tmp_path: Path, call: int) -> None:
    path = tmp_path / "takings.db"
    with closing(dbapi2.connect(str(path))) as made:
        made.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, what TEXT)")
        made.executemany("INSERT INTO page (what) VALUES (?)", [("x" * 2000,)] * 200)
        made.commit()
    look = (
        "import sys; from pathlib import Path; from app.db.second_look import _is_spoilt;"
        "print(_is_spoilt(Path(sys.argv[1])))"
    )
    done = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-P", str(path), "-e", "trace=pread64",
         "-e", f"inject=pread64:error=EIO:when={call}+", sys.executable, "-c", look, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "False\n", done.stderr


def test_a_file_that_is_not_seen_through_in_time_is_not_called_damaged(
    sqlite_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_look, "SECONDS", -1.0)
    monkeypatch.setattr(second_look, "_STEPS", 1)
    with pytest.raises(DiskReadError):
        fail(sqlite_shop, writes=True)


def test_other_errors_are_told_as_they_are_and_the_file_is_not_looked_at(tmp_path: Path) -> None:
    engine = create_app_engine(f"sqlite:///{tmp_path / 'none.db'}")
    locked = OperationalError("", None, Exception("database is locked"))
    assert type(told(locked, engine)) is DatabaseBusyError
    assert type(told(MALFORMED, create_app_engine("postgresql+psycopg://nobody@nowhere/none"))) is (
        DatabaseDamagedError
    )
