"""Each command as a process of its own: what it says, its JSON, its exit code."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pysqlite3 import dbapi2

from app.access.rules import check_pin
from cli.version import VERSION
from tests.cli.conftest import ROOT, Done, call_takings
from tests.unit.promotions import price_file

Takings = Callable[..., Done]


def _tamper(data_dir: Path, statement: str) -> None:
    with dbapi2.connect(str(data_dir / "takings.db")) as database:
        database.execute(statement)
        database.commit()


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION
    assert call_takings("--version").out == f"Takings {VERSION}\n"


def test_importing_main_loads_nothing_heavy() -> None:
    code = "import sys, main; print([m for m in ('sqlalchemy', 'PySide6', 'argparse') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_way_to_the_first_window_loads_no_database_library() -> None:
    code = (
        "import sys, cli.main, cli.logs, cli.local_settings, cli.commands.window, cli.compose;"
        "heavy = ('sqlalchemy', 'alembic', 'pysqlite3', 'reportlab', 'escpos');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "command",
    [
        "demo", "import", "report", "verify", "backup", "restore", "migrate", "devices", "orders import",
        "orders list", "pick list", "invoice post", "invoice pdf", "invoice send", "payments record",
        "stock list", "stock count", "bank", "einvoice export",
        "einvoice validate", "accounting", "statement", "archive export", "archive verify", "keys",
    ],
)  # fmt: skip
def test_every_command_has_help_with_an_example_and_json(command: str) -> None:
    done = call_takings(*command.split(), "--help")
    assert done.code == 0
    assert f"example: python main.py {command}" in done.out
    assert "--json" in done.out


@pytest.mark.parametrize(
    "wrong", [["dance"], ["report", "y"], ["--log-level", "loud"], ["import", "products"]]
)
def test_a_wrong_call_ends_with_2_and_says_how_it_goes(wrong: list[str]) -> None:
    done = call_takings(*wrong)
    assert done.code == 2
    assert "usage:" in done.err


def test_demo_tells_the_pins_and_what_to_do_next(tmp_path: Path) -> None:
    done = call_takings("--data-dir", tmp_path / "new", "--lang", "de", "demo", "--days", "0")
    assert done.code == 0
    assert "python main.py" in done.out
    told = call_takings("--data-dir", tmp_path / "other", "demo", "--days", "0", "--json").json
    assert {u["role"] for u in told["users"]} == {"cashier", "supervisor", "clerk", "office", "manager"}
    for user in told["users"]:
        check_pin(user["pin"])
    assert told["products"] >= 150
    assert told["tills"] == ["T01", "T02"]


def test_demo_leaves_a_shop_that_is_there_alone(takings: Takings) -> None:
    refused = takings("demo")
    assert refused.code == 1
    assert "already" in refused.err
    quiet = takings("demo", "--if-empty", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert takings("demo", "--if-empty", "--json").json["created"] is False


def test_verify_says_that_all_holds(takings: Takings) -> None:
    done = takings("verify")
    assert done.code == 0
    assert "invariants hold" in done.out
    told = takings("verify", "--json").json
    assert told["holds"] is True
    assert all(check["sentence"] for check in told["checks"])


def test_verify_names_what_is_broken_and_ends_with_1(takings: Takings, data_dir: Path) -> None:
    _tamper(data_dir, "UPDATE sale_line SET gross_minor = gross_minor + 1 WHERE position = 1")
    done = takings("verify")
    assert done.code == 1
    assert "BROKEN" in done.out
    broken = {c["name"] for c in takings("verify", "--json").json["checks"] if c["fault_count"]}
    assert {"documents_as_written", "sales_equal_lines"} <= broken


def test_a_z_report_is_shown_told_and_written_as_pdf(takings: Takings, tmp_path: Path) -> None:
    assert "Z report 2" in takings("report", "z").out
    assert "Z report 1" in takings("report", "z", "--number", "1").out
    pdf = tmp_path / "z.pdf"
    told = takings("report", "z", "--number", "1", "--pdf", pdf, "--json").json
    assert told["report"]["z_number"] == 1
    assert told["totals"]["gross_minor"] == told["totals"]["net_minor"] + told["totals"]["tax_minor"]
    assert pdf.read_bytes().startswith(b"%PDF")
    missing = takings("report", "z", "--number", "99")
    assert (missing.code, missing.err) == (1, "Till T01 has no Z report 99.\n")


def test_a_pdf_into_a_folder_that_is_not_there_is_refused(takings: Takings, tmp_path: Path) -> None:
    done = takings("report", "z", "--pdf", tmp_path / "none" / "z.pdf")
    assert done.code == 1
    assert "cannot be written" in done.err


def test_an_x_without_an_open_shift_is_refused(takings: Takings) -> None:
    done = takings("report", "x", "--json")
    assert done.code == 1
    assert done.json == {
        "error": "NoOpenShiftError", "exit_code": 1,
        "message": "No shift is open on till T01, so there is no X report. Try `report z`.",
    }  # fmt: skip


def test_an_unknown_till_is_refused_with_those_there_are(takings: Takings) -> None:
    done = takings("--till", "T77", "report", "z")
    assert (done.code, done.err) == (1, "There is no till T77. Tills here: T01, T02.\n")


def test_a_backup_is_made_verified_and_restored(takings: Takings, data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "monday.db"
    told = takings("backup", file, "--json").json["backup"]
    assert told["rows"]["product"] >= 150
    # the second counter is open on some of the history's days only
    assert {"T01", "office"} <= set(told["heads"]) <= {"T01", "T02", "office"}
    assert takings("backup", file).code == 1  # it never overwrites
    _tamper(data_dir, "DELETE FROM sale_line")
    assert takings("verify").code == 1
    restored = takings("restore", file, "--json").json
    assert takings("verify").code == 0
    assert Path(restored["restored"]["kept_aside"]).exists()
    assert restored["warning"] == ""


def test_a_restore_elsewhere_says_that_the_pins_need_their_secret(takings: Takings, tmp_path: Path) -> None:
    file = tmp_path / "monday.db"
    takings("backup", file)
    other = tmp_path / "other"
    done = call_takings("--data-dir", other, "restore", file)
    assert done.code == 0
    assert "pepper" in done.out
    assert call_takings("--data-dir", other, "verify").code == 0


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "not a backup"), (b"hello", "not a backup"), (None, "There is no file")]
)
def test_restoring_what_is_no_backup_changes_nothing(
    takings: Takings, data_dir: Path, tmp_path: Path, content: bytes | None, why: str
) -> None:
    before = (data_dir / "takings.db").read_bytes()
    file = tmp_path / "x.db"
    if content is not None:
        file.write_bytes(content)
    done = takings("restore", file)
    assert done.code == 1
    assert why in done.err
    assert (data_dir / "takings.db").read_bytes() == before


def test_migrate_says_that_there_is_nothing_to_do(takings: Takings) -> None:
    done = takings("migrate", "--json")
    assert done.code == 0
    assert done.json["before"] == done.json["after"]
    assert done.json["backup"] is None


def test_a_database_without_a_shop_is_made_and_told_of(tmp_path: Path) -> None:
    done = call_takings("--data-dir", tmp_path, "migrate")
    assert done.code == 0
    assert "from nothing" in done.out
    empty = call_takings("--data-dir", tmp_path, "verify")
    assert (empty.code, empty.err.startswith("This shop is not set up yet.")) == (1, True)


def test_a_newer_database_is_refused_with_4(takings: Takings, data_dir: Path) -> None:
    _tamper(data_dir, "UPDATE alembic_version SET version_num = '9999'")
    done = takings("verify")
    assert done.code == 4
    assert "newer version" in done.err


def test_a_truncated_database_is_refused_with_4(takings: Takings, data_dir: Path) -> None:
    path = data_dir / "takings.db"
    path.write_bytes(path.read_bytes()[:20_000])
    done = takings("verify")
    assert (done.code, "damaged" in done.err) == (4, True)


def test_somebody_elses_database_is_refused_with_4(takings: Takings, data_dir: Path) -> None:
    path = data_dir / "takings.db"
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE poem (line TEXT)")
    done = takings("verify")
    assert (done.code, "another program" in done.err) == (4, True)


def test_a_failed_upgrade_ends_with_5_and_leaves_a_backup(takings: Takings, data_dir: Path) -> None:
    # without its number it is taken for an empty one, and the first table is there already
    _tamper(data_dir, "DELETE FROM alembic_version")
    done = takings("migrate")
    assert done.code == 5
    assert "unchanged" in done.err
    (backup,) = (data_dir / "backups").glob("before-migration-*.db")
    with dbapi2.connect(str(backup)) as database:
        assert database.execute("SELECT count(*) FROM sale").fetchone()[0] > 0


@pytest.mark.parametrize("url", ["postgresql://me:secret@server/shop", "postgresql+psycopg://me:s@h/d"])
def test_a_password_on_the_command_line_is_refused_and_not_logged(tmp_path: Path, url: str) -> None:
    done = call_takings("--data-dir", tmp_path, "--database", url, "verify")
    assert done.code == 1
    assert "PGPASSWORD" in done.err
    logged = "".join(p.read_text() for p in (tmp_path / "logs").glob("*"))
    assert "secret" not in logged + done.err


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    done = call_takings("--data-dir", tmp_path, "--database", "shop.db", "verify")
    assert (done.code, "no address of a database" in done.err) == (1, True)


def test_a_server_that_is_not_there_ends_with_4(tmp_path: Path) -> None:
    done = call_takings("--data-dir", tmp_path, "--database", "postgresql://me@127.0.0.1:1/shop", "verify")
    assert done.code == 4
    assert "Traceback" not in done.err


@pytest.mark.postgres
def test_the_commands_work_on_postgresql_too(
    postgres: object, postgres_template: str, tmp_path: Path
) -> None:
    name = postgres.create(postgres_template)  # type: ignore[attr-defined]
    url = postgres.url_of(name).replace("+psycopg", "")  # type: ignore[attr-defined]
    options = ("--data-dir", tmp_path, "--database", url)
    assert call_takings(*options, "demo", "--days", "1").code == 0
    assert call_takings(*options, "verify", "--json").json["holds"] is True
    dump = tmp_path / "shop.dump"
    done = call_takings(*options, "backup", dump, "--json")
    assert done.json["backup"]["rows"]["product"] >= 150
    assert call_takings(*options, "restore", dump).code == 0
    assert call_takings(*options, "verify").code == 0


def test_devices_are_listed_and_tested(takings: Takings) -> None:
    told = takings("devices", "--json").json
    assert {d["role"]: d["url"] for d in told["devices"]}["printer"] == "virtual:"
    tested = takings("devices", "test", "--json")
    assert tested.code == 0
    assert {t["role"] for t in tested.json["tests"]} == {"printer", "drawer"}
    assert takings("devices", "test", "toaster").code == 1


def test_the_log_is_json_lines_with_a_session_header(takings: Takings, data_dir: Path) -> None:
    takings("verify")
    lines = (data_dir / "logs" / "takings.log").read_text().splitlines()
    entries = [json.loads(line) for line in lines]
    assert any("session begins" in e["message"] and VERSION in e["message"] for e in entries)


def test_a_damaged_secret_of_the_pins_ends_with_1_and_a_sentence(takings: Takings, data_dir: Path) -> None:
    (data_dir / "pepper").write_text("no hexadecimal number")
    done = takings("backup", data_dir / "b.db")
    assert (done.code, "Traceback" in done.err) == (1, False)
    assert "secret of the PINs" in done.err


def test_a_bug_ends_with_70_and_a_crash_file(takings: Takings, data_dir: Path) -> None:
    _tamper(data_dir, "UPDATE setting SET value = '{'")  # what no way of the program can write
    done = takings("devices")
    assert done.code == 70
    assert "Traceback" not in done.err
    (crash,) = (data_dir / "logs").glob("crash-*.txt")
    assert "Traceback" in crash.read_text()


def test_a_played_day_leaves_papers_reports_and_a_story(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = call_takings(
        "--lang",
        "de",
        "demo",
        "--play-day",
        "--days",
        "1",
        "--out",
        out,
        "--no-pictures",
        "--json",
        cwd=tmp_path,
    )
    assert done.code == 0, done.err
    told = done.json
    assert told["sales"] >= 40
    assert told["broken"] == []
    assert len(list((out / "papers").glob("*.png"))) == len(list((out / "papers").glob("*.txt"))) >= 45
    assert {p.name for p in (out / "reports").iterdir()} == {
        "x-report.txt", "x-report.pdf", "z-report.txt", "z-report.pdf",
    }  # fmt: skip
    assert "X-Bericht" in (out / "reports" / "x-report.txt").read_text()
    assert "Z-Bericht" in (out / "reports" / "z-report.txt").read_text()
    assert "KOPIE" in "".join(p.read_text() for p in (out / "papers").glob("*.txt"))
    assert "Z report" in (out / "story.txt").read_text()


def test_a_played_day_never_clears_a_folder_of_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    done = call_takings("demo", "--play-day", "--out", tmp_path)
    assert done.code == 1
    assert (tmp_path / "diary.txt").read_text() == "mine"


def test_without_a_display_the_day_is_played_and_told_so(tmp_path: Path) -> None:
    done = call_takings("--data-dir", tmp_path / "d", cwd=tmp_path, env={"QT_QPA_PLATFORM": ""})
    assert done.code == 0, done.err
    assert "no display" in done.out
    assert (tmp_path / "demo-output" / "story.txt").exists()
    pictures = {p.stem.split("-", 1)[1] for p in (tmp_path / "demo-output" / "screens").glob("*.png")}
    assert {"sign-in", "sale", "sale-dark", "pay", "change", "office-dashboard"} <= pictures
    assert "could be drawn" not in done.out


def test_products_are_imported_after_a_dry_run_and_never_doubled(takings: Takings, tmp_path: Path) -> None:
    file = tmp_path / "goods.csv"
    file.write_text(
        "sku,name,category,price\nX1,Red ball,Toys,1.50\nX2,Blue ball,Toys,abc\n", encoding="utf-8"
    )
    dry = takings("import", "products", file, "--dry-run", "--json").json
    assert (dry["dry_run"], dry["new"], dry["left_out"]) == (True, 1, 1)
    done = takings("import", "products", file)
    assert done.code == 1  # a line was left out
    assert "line 3" in done.out
    again = takings("import", "products", file, "--json").json
    assert (again["new"], again["unchanged"]) == (0, 1)
    assert takings("verify").code == 0


def test_promotions_of_a_price_file_are_told_and_what_stays_out_with_its_reason(
    takings: Takings, tmp_path: Path
) -> None:
    file = price_file.write(
        tmp_path, price_file.one(1, 4, "0", MinPurchaseAmnt="50", DiscountRate="5"),
        price_file.one(2, 5, "0"),
    )  # fmt: skip
    dry = takings("import", "promotions", file, "--dry-run", "--json").json
    assert (dry["total"], dry["expressed"], dry["new"], dry["reasons"]) == (2, 1, 1, {"members": 1})
    done = takings("import", "promotions", file)
    assert done.code == 1  # one was left out
    assert "1 of 2 promotions can be expressed: 1 new" in done.out
    assert "Offer 2: members" in done.out
    assert takings("import", "promotions", file, "--json").json["unchanged"] == 1


def test_a_file_that_is_not_there_or_of_an_unknown_profile_is_refused(
    takings: Takings, tmp_path: Path
) -> None:
    done = takings("import", "products", tmp_path / "none.csv")
    assert (done.code, "Traceback" in done.err) == (1, False)
    (tmp_path / "a.csv").write_text("sku,name\n1,a\n")
    done = takings("import", "products", tmp_path / "a.csv", "--profile", "martian")
    assert (done.code, "gift-shop" in done.err) == (1, True)
