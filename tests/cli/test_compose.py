"""The composition root: what the window gets, the backup after a close, training beside the shop."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pysqlite3 import dbapi2
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.queries import get_actor, list_users
from app.db.engine import PRAGMAS, create_app_engine
from app.db.errors import DatabaseBusyError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR, Actor
from app.organisation.operations import save_setting
from app.organisation.queries import UnknownTillError, get_company
from app.reporting.verify import verify_database
from app.till.operations.shifts import Counted, close_shift, open_shift, save_count
from cli.compose import prepare
from cli.folders import Folders, find_folders
from cli.local_settings import load_local, save_local
from cli.logs import JsonLines, safe, start_logs
from cli.opening import (
    BadDatabaseUrlError,
    MigrationFailedError,
    PasswordOnCommandLineError,
    Place,
    find_place,
    open_shop,
)
from cli.training import TrainingUnmarkedError
from ui.shell.startup import Startup


@pytest.fixture
def folders(data_dir: Path) -> Folders:
    return find_folders(data_dir)


@pytest.fixture
def place(folders: Folders) -> Place:
    return find_place(folders, url=None, training=False, local={})


@pytest.fixture
def started(place: Place) -> Iterator[Startup]:
    made = prepare(place, till=None, local={})
    yield made
    made.close()


def _manager(startup: Startup) -> Actor:
    user = next(u for u in startup.runtime.ask(list_users) if u.role_code == "manager")
    return startup.runtime.ask(
        get_actor, user_id=user.id, station=startup.context.till.code, till_id=startup.context.till.id
    )


def _a_day(startup: Startup) -> None:
    more = {"actor": _manager(startup), "context": startup.context}
    shift = startup.runtime.run(open_shift, counts=[Counted("cash", 15_000)], **more)  # type: ignore[arg-type]
    startup.runtime.run(save_count, shift_id=shift, counts=[Counted("cash", 15_000)], **more)  # type: ignore[arg-type]
    startup.runtime.run(close_shift, shift_id=shift, explanation="", next_float_minor=15_000, **more)  # type: ignore[arg-type]


def test_the_window_gets_an_open_shop_with_the_first_till(started: Startup) -> None:
    assert started.context.till.code == "T01"
    assert len(started.pepper) == 32
    assert started.devices.urls()["printer"] == "virtual:"
    assert started.start_printing() == []


def test_the_till_of_this_machine_is_taken_and_an_unknown_one_refused(place: Place) -> None:
    second = prepare(place, till=None, local={"till": "T02"})
    assert second.context.till.code == "T02"
    second.close()
    with pytest.raises(UnknownTillError):
        prepare(place, till="T99", local={})


def test_after_a_close_a_backup_lies_beside_the_shop(place: Place, folders: Folders) -> None:
    startup = prepare(place, till=None, local={})
    startup.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="backup.keep", value=1)
    _a_day(startup)
    _a_day(startup)
    startup.close()  # waits for what was submitted
    assert len(list(folders.backups.glob("close-*.db"))) == 1


def test_a_backup_on_demand_goes_where_it_is_told(started: Startup, tmp_path: Path) -> None:
    assert started.back_up is not None
    assert started.back_up(tmp_path).parent == tmp_path


def test_a_bad_device_address_does_not_keep_the_till_from_opening(place: Place) -> None:
    shop = open_shop(place)
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="device.printer", value="tcp://", scope="T01")
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name="device.display", value="virtual:", scope="")
    shop.close()
    startup = prepare(place, till=None, local={})
    assert startup.devices.urls()["printer"] == "virtual:"
    assert startup.devices.urls()["display"] == "virtual:"
    startup.close()


def test_training_books_nothing_into_the_shop_and_is_visible_as_such(place: Place, folders: Folders) -> None:
    before = folders.shop.read_bytes()
    training = find_place(folders, url="postgresql://ignored/in-training", training=True, local={})
    startup = prepare(training, till=None, local={})
    assert startup.context.company.is_training
    _a_day(startup)
    assert [r.name for r in startup.runtime.ask(verify_database) if not r.holds] == []
    startup.close()
    assert folders.shop.read_bytes() == before
    again = prepare(training, till=None, local={})
    assert again.context.company.is_training  # what was practised is still there
    again.close()
    assert not list(folders.backups.glob("*"))


def test_training_without_a_shop_is_practised_on_the_demo_shop(tmp_path: Path) -> None:
    folders = find_folders(tmp_path)
    training = find_place(folders, url=None, training=True, local={})
    startup = prepare(training, till=None, local={})
    assert startup.runtime.ask(get_company).is_training
    startup.close()
    assert not folders.shop.exists()


def test_a_shop_in_earnest_is_never_taken_for_training_data(place: Place, folders: Folders) -> None:
    folders.training.write_bytes(folders.shop.read_bytes())
    training = find_place(folders, url=None, training=True, local={})
    with pytest.raises(TrainingUnmarkedError):
        prepare(training, till=None, local={})


def test_an_upgrade_that_fails_says_where_the_backup_is(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> bool:
        msg = "a bug"
        raise RuntimeError(msg)

    monkeypatch.setattr("app.migrations.migrate.current_revision", lambda _engine: "0000")
    monkeypatch.setattr("app.migrations.migrate.upgrade_database", fail)
    with pytest.raises(MigrationFailedError, match=r"before-migration-0000-.*\.db"):
        open_shop(place)


def test_a_database_that_another_program_holds_is_told_and_nothing_waits_for_ever(
    place: Place, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.db.engine.PRAGMAS", {**PRAGMAS, "busy_timeout": ("50", 50)})
    holder = dbapi2.connect(str(folders.shop), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseBusyError):
        open_shop(place)
    holder.execute("ROLLBACK")
    holder.close()
    open_shop(place).close()


def test_a_failing_statement_tells_no_values(tmp_path: Path) -> None:
    engine = create_app_engine(f"sqlite:///{tmp_path / 'any.db'}")
    with engine.connect() as connection, pytest.raises(DBAPIError) as failed:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Ida Vogelsang"})
    assert "Vogelsang" not in str(failed.value)
    engine.dispose()


@pytest.mark.parametrize("url", ["mysql://a/b", "shop.db", "", "sqlite://"])
def test_addresses_that_are_none_are_refused_or_the_usual_place_is_taken(folders: Folders, url: str) -> None:
    if not url:
        assert find_place(folders, url=url, training=False, local={}).url == f"sqlite:///{folders.shop}"
        return
    with pytest.raises(BadDatabaseUrlError):
        find_place(folders, url=url, training=False, local={})


def test_a_password_in_the_local_settings_is_refused_as_well(folders: Folders) -> None:
    with pytest.raises(PasswordOnCommandLineError):
        find_place(folders, url=None, training=False, local={"database": "postgresql://a:b@c/d"})


def test_the_key_store_gives_the_servers_password(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.delenv("PGPASSFILE", raising=False)
    monkeypatch.setattr("keyring.get_password", lambda _service, _name: "from the store")
    place = find_place(folders, url="postgresql://till@server/shop", training=False, local={})
    assert "from%20the%20store" in place.url or "from the store" in place.url or "from+the+store" in place.url
    assert "store" not in place.shown


def test_folders_are_below_the_data_dir_or_the_variable_or_where_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_folders(tmp_path).logs == tmp_path / "logs"
    monkeypatch.setenv("TAKINGS_DATA_DIR", str(tmp_path / "env"))
    assert find_folders(None).data == tmp_path / "env"
    monkeypatch.delenv("TAKINGS_DATA_DIR")
    assert "takings" in str(find_folders(None).data)


def test_local_settings_are_written_whole_and_unreadable_ones_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "config" / "local.json"
    assert load_local(path) == {}
    save_local(path, {"theme": "dark", "keys": {"pay": "F12"}})
    assert load_local(path) == {"theme": "dark", "keys": {"pay": "F12"}}
    path.write_text("{ half")
    assert load_local(path) == {}
    assert path.with_suffix(".unreadable").exists()


def test_logs_hold_no_password_and_no_long_number_and_stay_one_line() -> None:
    assert safe("postgresql://me:secret@host/x 4111111111111111") == "postgresql://me:***@host/x #"
    record = logging.LogRecord("x", logging.INFO, "f", 1, "two\nlines \x1b[31m", None, None)
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "\x1b" not in line
    assert json.loads(line)["message"] == "two\nlines \x1b[31m"


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    start_logs(tmp_path / "logs", level="info", command="verify")
    assert "No log can be written" in capsys.readouterr().err


def test_the_factory_of_a_prepared_shop_keeps_no_connection_of_the_opening_thread(started: Startup) -> None:
    factory: UnitOfWorkFactory = started.runtime.factory
    assert getattr(factory._kept, "read", None) is None


def test_the_customers_window_is_asked_for_on_the_command_line(tmp_path: Path) -> None:
    from cli.arguments import make_parser
    from cli.compose import window_options

    parser, folders = make_parser(), find_folders(tmp_path)
    assert not window_options(parser.parse_args([]), folders, {}).customer_display
    asked = window_options(parser.parse_args(["--customer-display"]), folders, {})
    assert asked.customer_display
    assert asked.local == {}  # for this run only
