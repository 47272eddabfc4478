"""server init and check: the PostgreSQL that the stations of a shop share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop


class NoServerError(Refusal):
    """A file, or nothing."""

    message = "“{url}” is no PostgreSQL server. Example: postgresql://owner@server/takings"


def run(call: Call) -> int:
    """Do what was asked."""
    return {"init": _init, "check": _check}[call.options.action](call)


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
