"""A server made, a till registered, joined by its own role and replaced, each by the command itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from tests.cli.conftest import ROOT, call_takings
from tests.factories.shop import make_shop
from tests.support.postgres import Databases

pytestmark = pytest.mark.postgres


def fail(_event: object, error: Exception) -> None:
    """Nothing may go wrong behind our back."""
    raise error


def join(folder: Path, url: str, code: str) -> subprocess.CompletedProcess[str]:
    """`till join` with the code typed."""
    command = ("--data-dir", str(folder), "till", "join", url, "--as", "T01")
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *command],
        capture_output=True, text=True, check=False, input=f"{code}\n", cwd=ROOT,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"},
    )  # fmt: skip


def test_a_server_is_made_and_a_till_joins_it_once_with_only_the_rights_it_needs(
    postgres: Databases, tmp_path: Path
) -> None:
    name = postgres.create()
    url = postgres.url_of(name).replace("+psycopg", "")
    office = ("--data-dir", tmp_path / "office", "--database", url)
    assert "no tables" in call_takings("server", "check", url).out
    made = call_takings("server", "init", url, "--json").json
    assert not any("timeout" in fault for fault in made["faults"])  # they were set
    assert any("fsync is off" in fault for fault in made["faults"])  # as the tests' server is
    factory = UnitOfWorkFactory(create_app_engine(postgres.url_of(name)), EventBus(on_error=fail))
    make_shop(factory)
    factory.dispose()

    invited = call_takings(*office, "till", "register", "T01", "--json").json
    assert call_takings(*office, "till", "register", "T01").code == 1
    done = join(tmp_path / "t01", invited["url"], invited["code"])
    assert done.returncode == 0, done.stderr
    again = join(tmp_path / "copy", invited["url"], invited["code"])
    assert (again.returncode, "not valid" in again.stderr) == (1, True)

    assert json.loads((tmp_path / "t01" / "local.json").read_text())["till"] == "T01"
    assert (tmp_path / "t01" / "pepper").read_text() == (tmp_path / "office" / "pepper").read_text()
    with psycopg.connect(invited["url"]) as till:
        for forbidden in ("UPDATE price SET price_minor = 1", "DELETE FROM journal", "DROP TABLE sale",
                          "CREATE ROLE thief", "UPDATE user_account SET active = true"):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                till.execute(forbidden)
            till.rollback()
        assert till.execute("SELECT count(*) FROM product").fetchone() != (0,)
    replaced = call_takings(*office, "till", "replace", "T01", "--json").json
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(invited["url"])  # the machine before comes in no more
    assert join(tmp_path / "new", replaced["url"], replaced["code"]).returncode == 0
    assert call_takings(*office, "till", "retire", "T01").code == 0
    assert "retired" in call_takings(*office, "till", "list").out
    postgres.drop(name)
