"""server init, check and move: the PostgreSQL that the stations of a shop share, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.output import ProgressBar

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.db.moving import TableTotals
    from app.db.unit_of_work import UnitOfWork
    from cli.main import Call
    from cli.opening import OpenShop


class TargetInUseError(Refusal):
    """A shop is there already."""

    message = "There is a shop in {place} already. Move into an empty database."


class UnequalError(Refusal):
    """What was copied does not come to the same; the shop stays where it is."""

    message = "The copy differs in {tables}. The shop stays in {place}; nothing was changed there."


class NoServerError(Refusal):
    """A file, or nothing."""

    message = "“{url}” is no PostgreSQL server. Example: postgresql://owner@server/takings"


def run(call: Call) -> int:
    """Do what was asked."""
    return {"init": _init, "check": _check, "move": _move}[call.options.action](call)


def open_server(call: Call, url: str, *, migrate: bool) -> OpenShop:
    """The server's database; raises NoServerError, and what cannot be reached."""
    from cli.opening import find_place, open_shop

    place = find_place(call.folders, url=url, training=False, local=call.local)
    if place.file is not None:
        raise NoServerError(url=place.shown)
    return open_shop(place, migrate=migrate)


def _init(call: Call) -> int:
    """Tables and settings; a second time brings them up to date."""
    from app.db.server import apply_settings
    from app.kernel.permission import SYSTEM_ACTOR
    from app.stations.registry import renew_rights

    shop = open_server(call, call.options.url, migrate=True)
    try:
        shop.runtime.run(lambda uow: apply_settings(uow.connection), actor=SYSTEM_ACTOR)
        shop.runtime.run(renew_rights, actor=SYSTEM_ACTOR)
        shop.engine.dispose()  # what is set holds for connections made from now on
        shop.factory.dispose()
        faults = _faults(shop)
    finally:
        shop.close()
    call.output.say(f"{shop.place.shown} is ready for stations.")
    return _told(call, shop, faults)


def _check(call: Call) -> int:
    """What is wrong, each with what to do."""
    shop = open_server(call, call.options.url, migrate=False)
    try:
        faults = _version(shop) + _faults(shop)
    finally:
        shop.close()
    return _told(call, shop, faults)


def _version(shop: OpenShop) -> list[str]:
    from app.migrations.migrate import current_revision, head_revision

    found, wanted = current_revision(shop.engine), head_revision()
    if found is None:
        return ["There are no tables in it yet. Run server init with the database's owner."]
    if found != wanted:
        return [f"Its tables are of version {found}, this program needs {wanted}. Run server init."]
    return []


def _faults(shop: OpenShop) -> list[str]:
    from app.db.server import find_faults

    return list(shop.runtime.ask(find_faults))


def _told(call: Call, shop: OpenShop, faults: list[str]) -> int:
    for fault in faults:
        call.output.say(f"- {fault}")
    if not faults:
        call.output.say("Nothing is wrong with it.")
    call.output.give(server=shop.place.shown, faults=faults)
    return exits.REFUSED if faults else exits.OK


def _move(call: Call) -> int:
    """The whole shop into an empty database of the other kind; equal totals and the books are proved."""
    import app.migrations.all_tables  # noqa: F401 - every table must be known
    from app.kernel.permission import SYSTEM_ACTOR
    from app.organisation.queries import find_company
    from app.reporting.verify import verify_database
    from cli.commands import existing_shop
    from cli.opening import find_place, open_shop

    source = existing_shop(call)
    place = find_place(call.folders, url=call.options.url, training=False, local={})
    target = open_shop(place)
    try:
        if target.runtime.ask(find_company) is not None:
            raise TargetInUseError(place=place.shown)
        with source.factory.read() as read:
            moved = target.runtime.run(_copied, actor=SYSTEM_ACTOR, call=call, read=read, source=source)
        broken = [r.name for r in target.runtime.ask(verify_database) if not r.holds]
    finally:
        target.close()
        source.close()
    rows = sum(t.rows for t in moved.values())
    call.output.say(f"{rows} rows in {len(moved)} tables were moved to {place.shown}; all totals are equal.")
    call.output.say("The books were verified: " + (", ".join(broken) or "all invariants hold."))
    call.output.say(f"The shop in {source.place.shown} is as it was: do not sell in it any more.")
    call.output.give(source=source.place.shown, target=place.shown, rows=rows, broken=broken)
    return exits.REFUSED if broken else exits.OK


def _copied(uow: UnitOfWork, *, call: Call, read: Connection, source: OpenShop) -> dict[str, TableTotals]:
    """In the target's transaction: what does not come to the same is not kept."""
    from app.db.moving import copy_tables, totals

    copy_tables(read, uow.connection, on_progress=ProgressBar("Moving", call.output))
    expected, found = totals(read), totals(uow.connection)
    unequal = sorted(name for name in expected if expected[name] != found.get(name))
    if unequal:
        raise UnequalError(tables=", ".join(unequal), place=source.place.shown)
    return found
