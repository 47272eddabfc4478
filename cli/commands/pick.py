"""pick list: what is to be fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop
from cli.output import table

if TYPE_CHECKING:
    from cli.main import Call


def run(call: Call) -> int:
    """The lists that are not finished, and how many orders wait for one."""
    from app.fulfilment.screen_queries import count_work, list_pick_work

    shop = existing_shop(call)
    try:
        lists = shop.runtime.ask(list_pick_work, limit=call.options.limit)
        counts = shop.runtime.ask(count_work)
    finally:
        shop.close()
    shown = [(w.number, w.status.value, f"{w.done} of {w.stops}", " ".join(w.orders)) for w in lists]
    for line in table(shown):
        call.output.say(line)
    call.output.say(f"Open lists: {counts.picking}. Orders to pick: {counts.to_pick}.")
    call.output.give(pick_lists=lists, open=counts.picking, to_pick=counts.to_pick)
    return exits.OK
