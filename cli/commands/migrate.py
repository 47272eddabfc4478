"""migrate: the database in the shape that this version needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import place_of
from cli.output import ProgressBar

if TYPE_CHECKING:
    from cli.main import Call


def run(call: Call) -> int:
    """Upgrade after a backup; nothing to do is fine as well."""
    from cli.opening import bring_up_to_date, open_shop

    place = place_of(call)
    shop = open_shop(place, migrate=False)
    try:
        before, after, backup = bring_up_to_date(
            place, shop.engine, on_progress=ProgressBar("Migrating", call.output)
        )
    finally:
        shop.close()
    if before == after:
        call.output.say(f"{place.shown} is at version {after} already.")
    else:
        call.output.say(f"{place.shown}: from {before or 'nothing'} to {after}.")
    if backup is not None:
        call.output.say(f"The database as it was before is at {backup}.")
    call.output.give(database=place.shown, before=before, after=after, backup=backup)
    return exits.OK
