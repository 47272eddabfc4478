"""A server made, a till registered, joined by its own role and replaced, each by the command itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from app.db.engine import create_app_engine
from app.db.moving import totals
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import EventBus
from app.kernel.ids import DEALT_LANES, lane_of, next_id
from app.reporting.verify import verify_database
from app.stations.outbox import get_self
from app.till.tables import sale
from cli.compose import prepare
from cli.folders import find_folders
from cli.local_settings import load_local
from cli.opening import find_place
from tests.cli.conftest import ROOT, call_takings
from tests.factories.shop import Shop, make_shop
from tests.integration.till.helpers import rows
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


def sell_at(folder: Path, server: Shop) -> None:
    """The program of the till, as it starts: sells, and sends by itself with the rights of its role."""
    folders = find_folders(folder)
    place = find_place(folders, url=None, training=False, local={})
    started = prepare(place, till=None, local=load_local(folders.local_settings))
    try:
        assert started.station is not None
        assert lane_of(next_id()) == started.runtime.ask(get_self).lane
        assert started.mail is None
        till = replace(server, runtime=started.runtime)
        shift = till.open_shift()
        done = till.sell(till.cart("WINE", ("APPLE", 750)), shift)
        assert done.number == "T01-000001"
        until = time.monotonic() + 60
        while not rows(server, sale):
            assert time.monotonic() < until, started.station.link
            started.station.wake()
            time.sleep(0.2)
    finally:
        started.close()
    assert [r.number for r in rows(server, sale)] == [done.number]
    assert [r.name for r in server.runtime.ask(verify_database) if not r.holds] == []


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
    shop = make_shop(factory)

    invited = call_takings(*office, "till", "register", "T01", "--json").json
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
    sell_at(tmp_path / "new", shop)
    assert call_takings(*office, "till", "retire", "T01").code == 0
    assert "retired" in call_takings(*office, "till", "list").out
    factory.dispose()
    postgres.drop(name)


def test_each_window_opened_at_a_server_makes_its_ids_in_a_lane_of_its_own(
    postgres: Databases, postgres_template: str, tmp_path: Path
) -> None:
    name = postgres.create(postgres_template)
    factory = UnitOfWorkFactory(create_app_engine(postgres.url_of(name)), EventBus(on_error=fail))
    make_shop(factory)
    place = find_place(find_folders(tmp_path), url=postgres.url_of(name), training=False, local={})
    lanes = []
    for _ in range(3):
        started = prepare(place, till=None, local={})
        lanes.append(lane_of(next_id()))
        started.close()
    assert len(set(lanes)) == 3
    assert all(1024 <= lane < DEALT_LANES for lane in lanes)  # not one of a till that has books of its own
    factory.dispose()
    postgres.drop(name)


def test_a_shop_moves_to_the_server_and_back_and_comes_to_the_same(
    postgres: Databases, data_dir: Path, tmp_path: Path
) -> None:
    name = postgres.create()
    url = postgres.url_of(name).replace("+psycopg", "")
    there = call_takings("--data-dir", data_dir, "server", "move", url, "--json")
    assert there.code == 0, there.err or there.out
    assert there.json["rows"] > 1000
    file = f"sqlite:///{tmp_path / 'back.db'}"
    back = call_takings("--data-dir", data_dir, "--database", url, "server", "move", file, "--json")
    assert (back.code, back.json["rows"], back.json["broken"]) == (0, there.json["rows"], [])
    sides = [create_app_engine(x) for x in (f"sqlite:///{data_dir / 'takings.db'}", file)]
    come_to = []
    for engine in sides:
        with engine.connect() as connection:
            come_to.append(totals(connection))
        engine.dispose()
    assert come_to[0] == come_to[1]
    postgres.drop(name)
