"""The next start of the program: it settles what was open, and everything is looked at."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import func, select

from app.db.backup import back_up_sqlite, inspect_backup, restore_sqlite
from app.kernel import clock
from app.migrations.migrate import head_revision, known_revisions
from app.organisation.queries import get_till
from app.reporting.verify import verify_database
from app.till.queries import find_open_shift
from app.till.tables import sale
from cli.opening import open_shop
from tests.crash.power.faults import faults_of
from tests.crash.seller import Say
from tests.crash.syscalls.flows import FAR, NOW, TARGET, close_day, place_in, seller_in, told

SALES_BEFORE = 3
SALES_IN_BACKUP = 2


def look(flow: str, folder: Path, lines: list[str], say: Say, *, whole: bool = True) -> None:
    """Say each thing that is wrong; `whole` asks `verify` too, which takes a second."""
    done = "DONE" in lines
    # nobody starts a program again within the second
    now = clock.system_clock()
    clock.system_clock = lambda: now + timedelta(minutes=1)
    _left_behind(flow, folder, say, done=done)
    told(say, lambda: _start(flow, folder, lines, say, whole=whole))


def _start(flow: str, folder: Path, lines: list[str], say: Say, *, whole: bool) -> None:
    shop = open_shop(place_in(folder))
    with shop.factory.read() as connection:
        for result in verify_database(connection) if whole and flow != "new shop" else ():
            for fault in result.faults:
                say(f"{result.name}: {fault}")
        sales = connection.execute(select(func.count()).select_from(sale)).scalar_one()
    shop.close()
    for fault in faults_of(folder / "takings.db", {}, whole=whole):
        say(fault)
    _CHECKS[flow](folder, lines, say, int(sales))


def _left_behind(flow: str, folder: Path, say: Say, *, done: bool) -> None:
    """Before anything is opened: the files themselves."""
    if flow != "new shop" and not (folder / "takings.db").exists():
        say("the database is gone")
    if done and flow == "backup" and not (folder / TARGET).exists():
        say("the backup is not there")


def _after_sale(folder: Path, lines: list[str], say: Say, sales: int) -> None:
    """Acknowledged is there once; tried is there or comes back; the till sells."""
    acked = {line.split()[1]: line.split()[2] for line in lines if line.startswith("ACK")}
    tried = [line.split()[1] for line in lines if line.startswith("TRY")]
    heard: list[str] = []
    seller = seller_in(folder, heard.append)
    with seller.factory.read() as connection:
        there = {r.uuid: r.number for r in connection.execute(select(sale.c.uuid, sale.c.number))}
    for uuid, number in acked.items():
        if there.get(uuid) != number:
            say(f"acknowledged as {number}, but there is {there.get(uuid)}")
    seller.start(next(iter(u for u in tried if u not in acked), ""))
    seller.sell(seller.new_cart())
    with seller.factory.read() as connection:
        numbers = sorted(connection.execute(select(sale.c.number)).scalars())
    if numbers != [f"T01-{n:06d}" for n in range(1, len(numbers) + 1)]:
        say(f"the numbers have a gap: {numbers}")
    if len(numbers) < sales + 1:
        say("it did not sell again")
    for line in heard:
        if line.startswith("FAULT"):
            say(line)
    seller.factory.dispose()


def _after_z(folder: Path, lines: list[str], say: Say, _sales: int) -> None:
    shop = open_shop(place_in(folder))
    with shop.factory.read() as connection:
        till = get_till(connection, code="T01")
        still_open = find_open_shift(connection, till_id=till.id) is not None
    shop.close()
    if "DONE" in lines and still_open:
        say("closed, but open again")
    if still_open:
        again: list[str] = []
        close_day(folder, again.append)
        if again != ["DONE"]:
            say(f"it cannot be closed any more: {again}")


def _after_backup(folder: Path, _lines: list[str], say: Say, sales: int) -> None:
    if sales != SALES_BEFORE:
        say(f"there were {SALES_BEFORE} sales, now there are {sales}")
    if (folder / TARGET).exists():
        report = inspect_backup(folder / TARGET, known_revisions=known_revisions())
        if report.rows["sale"] != SALES_BEFORE:
            say("the backup is not the shop")
    back_up_sqlite(folder / "takings.db", folder / "again.db", now=NOW)


def _after_restore(folder: Path, lines: list[str], say: Say, sales: int) -> None:
    wanted = {SALES_IN_BACKUP} if "DONE" in lines else {SALES_IN_BACKUP, SALES_BEFORE}
    if sales not in wanted:
        say(f"{sales} sales are there, not {wanted}")
    kept = [_sales_in(p) for p in folder.glob("takings-before-restore-*.db")]
    if sales == SALES_IN_BACKUP and SALES_BEFORE not in kept:
        say(f"what was there before is not kept: {kept}")
    later = NOW + timedelta(minutes=1)
    restore_sqlite(folder / FAR, folder / "takings.db", known_revisions=known_revisions(), now=later)


def _sales_in(path: Path) -> int:
    connection = sqlite.connect(str(path))
    try:
        return int(connection.execute("SELECT count(*) FROM sale").fetchone()[0])
    finally:
        connection.close()


def _after_migration(folder: Path, _lines: list[str], say: Say, sales: int) -> None:
    if sales != SALES_BEFORE:
        say(f"there were {SALES_BEFORE} sales, now there are {sales}")
    connection = sqlite.connect(str(folder / "takings.db"))
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    wrong = connection.execute("SELECT count(*) FROM sale_line WHERE of_later <> position").fetchone()[0]
    connection.close()
    if found != [(head_revision(),)] or wrong:
        say(f"it is at {found}, with {wrong} lines wrong")


def _after_new(_folder: Path, _lines: list[str], say: Say, sales: int) -> None:
    if sales:
        say("a new shop has sales")


_CHECKS = {
    "sale": _after_sale, "refund": _after_sale, "z": _after_z, "backup": _after_backup,
    "restore": _after_restore, "migration": _after_migration, "new shop": _after_new,
}  # fmt: skip
