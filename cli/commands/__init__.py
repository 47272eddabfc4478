"""One module a command, each with `run(call) -> exit code`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop, Place


def place_of(call: Call) -> Place:
    """The database that the call means."""
    from cli.opening import find_place

    return find_place(
        call.folders, url=call.options.database, training=call.options.training, local=call.local
    )


def existing_shop(call: Call) -> OpenShop:
    """The open database of a shop that was set up; raises NoCompanyError for an empty one."""
    from app.organisation.queries import NoCompanyError, get_company
    from cli.opening import open_shop

    place = place_of(call)
    if place.file is not None and not place.file.exists():
        raise NoCompanyError
    shop = open_shop(place)
    try:
        shop.runtime.ask(get_company)
    except BaseException:
        shop.close()
        raise
    return shop


def till_code(call: Call, shop: OpenShop) -> str:
    """Which till this is: as said, as set on this machine, else the first.

    Raises:
        UnknownTillError: there is no such till.
    """
    from app.organisation.queries import get_till, list_tills

    wanted = call.options.till or call.local.get("till")
    if wanted:
        return shop.runtime.ask(get_till, code=str(wanted)).code
    tills = shop.runtime.ask(list_tills)
    return tills[0].code if tills else shop.runtime.ask(get_till, code="T01").code
