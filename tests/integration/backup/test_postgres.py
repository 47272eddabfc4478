"""Backups of PostgreSQL by the server's tools."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.db import backup_postgres as module
from app.db.backup import BackupDamagedError, BackupExistsError, BackupMissingError, NotABackupError
from app.db.backup_postgres import (
    PostgresToolError,
    PostgresToolMissingError,
    back_up_postgres,
    inspect_dump,
    restore_postgres,
)
from app.db.engine import create_app_engine
from app.db.errors import DatabaseNewerError, DiskFullError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.migrations.migrate import head_revision
from app.reporting.verify import verify_database
from tests.factories.shop import Shop, make_shop
from tests.support.postgres import Databases

pytestmark = pytest.mark.postgres
NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
KNOWN = frozenset({head_revision()})


@pytest.fixture
def url(postgres: Databases, postgres_template: str) -> Iterator[str]:
    name = postgres.create(postgres_template)
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = create_app_engine(url)
    yield made
    made.dispose()


@pytest.fixture
def shop(engine: Engine, bus: EventBus) -> Iterator[Shop]:
    made = make_shop(UnitOfWorkFactory(engine, bus))
    yield made
    made.runtime.factory.dispose()


def _sales(engine: Engine) -> int:
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM sale")).scalar_one())
        connection.rollback()
    return found


def test_a_dump_is_made_proved_and_restored(shop: Shop, engine: Engine, url: str, tmp_path: Path) -> None:
    shift = shop.open_shift()
    shop.sell(shop.cart("COFFEE"), shift)
    report = back_up_postgres(url, engine, tmp_path / "b.dump", now=NOW)
    assert report.rows["sale"] == 1
    assert report.heads["T01"]
    assert inspect_dump(tmp_path / "b.dump", known_revisions=KNOWN) == head_revision()
    shop.sell(shop.cart("MILK"), shift)
    shop.runtime.factory.dispose()
    done = restore_postgres(
        url, engine, tmp_path / "b.dump", known_revisions=KNOWN, aside_folder=tmp_path / "aside", now=NOW
    )
    assert _sales(engine) == 1
    assert done.kept_aside is not None
    assert done.kept_aside.exists()
    assert all(r.holds for r in shop.runtime.ask(verify_database))


def test_a_dump_overwrites_nothing_and_leaves_nothing_half_done(
    url: str, engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "b.dump").write_text("mine")
    with pytest.raises(BackupExistsError):
        back_up_postgres(url, engine, tmp_path / "b.dump", now=NOW)
    assert (tmp_path / "b.dump").read_text() == "mine"


def test_bad_dumps_are_refused_and_nothing_is_changed(url: str, engine: Engine, tmp_path: Path) -> None:
    good = tmp_path / "b.dump"
    back_up_postgres(url, engine, good, now=NOW)
    with pytest.raises(BackupMissingError):
        inspect_dump(tmp_path / "none", known_revisions=KNOWN)
    with pytest.raises(DatabaseNewerError):
        inspect_dump(good, known_revisions={"0000"})
    for cut in (100, good.stat().st_size // 2):
        (tmp_path / "cut").write_bytes(good.read_bytes()[:cut])
        with pytest.raises((BackupDamagedError, NotABackupError)):
            inspect_dump(tmp_path / "cut", known_revisions=KNOWN)
    (tmp_path / "text").write_text("SELECT 1")
    with pytest.raises(NotABackupError):
        inspect_dump(tmp_path / "text", known_revisions=KNOWN)


def test_a_missing_tool_is_told_with_what_to_install(
    url: str, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda _name: None)
    monkeypatch.setattr(module, "_FOLDERS", tmp_path)
    with pytest.raises(PostgresToolMissingError, match="postgresql-client"):
        back_up_postgres(url, engine, tmp_path / "b.dump", now=NOW)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("pg_dump: error: could not write: No space left on device", DiskFullError),
        ("pg_dump: error: connection to server failed", PostgresToolError),
    ],
)
def test_what_the_tool_says_is_told_in_a_sentence(
    url: str, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str,
    refusal: type[Exception],
) -> None:  # fmt: skip
    def fail(*_args: object, **_more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", said)

    monkeypatch.setattr(module.subprocess, "run", fail)
    with pytest.raises(refusal):
        back_up_postgres(url, engine, tmp_path / "b.dump", now=NOW)
    assert not list(tmp_path.iterdir())


def test_the_password_goes_by_the_environment_and_not_by_the_arguments(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, object] = {}

    def record(arguments: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        seen.update(arguments=arguments, env=more["env"])
        return subprocess.CompletedProcess([], 1, "", "no")

    monkeypatch.setattr(module.subprocess, "run", record)
    with pytest.raises(PostgresToolError):
        back_up_postgres("postgresql+psycopg://me:secret@host/shop", engine, tmp_path / "b.dump", now=NOW)
    assert "secret" not in " ".join(seen["arguments"])  # type: ignore[arg-type]
    assert seen["env"]["PGPASSWORD"] == "secret"  # type: ignore[index]
