"""backup and restore: the whole shop in one file, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli import exits
from cli.commands import existing_shop, place_of
from cli.output import ProgressBar

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import Place


def run(call: Call) -> int:
    """Either of the two."""
    return _restore(call) if call.options.command == "restore" else _backup(call)


def _backup(call: Call) -> int:
    from cli.opening import make_backup

    shop = existing_shop(call)
    try:
        bar = ProgressBar("Backing up", call.output)
        report = make_backup(shop.place, shop.engine, call.options.file.resolve(), on_progress=bar)
    finally:
        shop.close()
    call.output.say(
        f"{report.path}: {sum(report.rows.values())} rows in {len(report.rows)} tables, verified."
    )
    call.output.say("The PINs' secret (the file `pepper`) is not in it: keep a copy of that elsewhere.")
    call.output.give(backup=report)
    return exits.OK


def _restore(call: Call) -> int:
    place = place_of(call)
    report = _restored(call, place)
    call.output.say(f"Restored from {report.backup.path}.")
    if report.kept_aside is not None:
        call.output.say(f"What was there is kept at {report.kept_aside}.")
    warning = _pepper_warning(place, report)
    if warning:
        call.output.say(warning)
    call.output.give(restored=report, warning=warning)
    return exits.OK


def _restored(call: Call, place: Place) -> Any:
    from app.db.backup import restore_sqlite
    from app.db.backup_postgres import restore_postgres
    from app.db.engine import create_app_engine
    from app.kernel.clock import system_clock
    from app.migrations.migrate import known_revisions

    bar = ProgressBar("Restoring", call.output)
    known, now, file = known_revisions(), system_clock(), call.options.file.resolve()
    if place.file is not None:
        return restore_sqlite(file, place.file.resolve(), known_revisions=known, now=now, on_progress=bar)
    return restore_postgres(
        place.url, create_app_engine(place.url), file, known_revisions=known,
        aside_folder=place.folders.backups, now=now, on_progress=bar,
    )  # fmt: skip


def _pepper_warning(place: Place, report: Any) -> str:
    from app.access.pins import load_pepper
    from app.kernel.canonical import sha256

    wanted = report.backup.notes.get("pepper_mark")
    if wanted is None or sha256(load_pepper(place.folders.data).hex())[:16] == wanted:
        return ""
    return (
        "The PINs in it were made on another installation and will not work here: copy that one's file "
        f"`pepper` to {place.folders.data}."
    )
