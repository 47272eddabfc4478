"""orders import, sync, list: what web shops sold comes in, and what there is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar, table

if TYPE_CHECKING:
    from app.orders.imports.run import ImportedOrders
    from cli.main import Call
    from cli.opening import OpenShop

_SHOWN = 20


def run(call: Call) -> int:
    """Do what was asked."""
    action = {"import": _import, "sync": _sync, "list": _list}[call.options.action]
    shop = existing_shop(call)
    try:
        return action(call, shop)
    finally:
        shop.close()


def _import(call: Call, shop: OpenShop) -> int:
    """Take a file in; 1 when something of it had to be left out."""
    from app.kernel.permission import SYSTEM_ACTOR
    from app.orders.imports.run import import_orders
    from app.plugins.loading import Plugins

    options = call.options
    result = import_orders(
        shop.runtime, actor=SYSTEM_ACTOR, path=options.file, profile=options.profile,
        price_list=options.price_list, confirm=not options.drafts,
        progress=ProgressBar("Importing", call.output),
        reader=Plugins(shop.runtime, call.folders.data).order_reader(options.profile),
    )  # fmt: skip
    _tell(call, result)
    return exits.REFUSED if result.errors else exits.OK


def _sync(call: Call, shop: OpenShop) -> int:
    """A folder that is shared with the shop outside; 1 when something had to be left out."""
    from app.kernel.permission import SYSTEM_ACTOR
    from app.orders.imports.sync import sync_folder
    from app.plugins.loading import Plugins

    options = call.options
    done = sync_folder(
        shop.runtime, actor=SYSTEM_ACTOR, folder=options.folder, profile=options.profile,
        price_list=options.price_list, confirm=not options.drafts,
        reader=Plugins(shop.runtime, call.folders.data).order_reader(options.profile),
    )  # fmt: skip
    for file in done.files:
        call.output.say(f"{file.name}: {file.refusal or 'taken in'}")
        if file.result is not None:
            _say(call, file.result)
    call.output.say(f"Stock and prices of {done.goods} goods are written to {done.back}.")
    call.output.give(
        files=[
            {
                "name": x.name,
                "new": len(x.result.new) if x.result else 0,
                "known": x.result.known if x.result else 0,
                "left_out": _left_out(x.result) if x.result else 0,
                "refused": str(x.refusal) if x.refusal else None,
            }
            for x in done.files
        ],
        goods=done.goods, file=done.back,
    )  # fmt: skip
    return exits.OK if done.is_whole else exits.REFUSED


def _left_out(result: ImportedOrders) -> int:
    """How many orders."""
    return len({(e.reference, e.line if not e.reference else 0) for e in result.errors})


def _say(call: Call, result: ImportedOrders) -> None:
    """What became of a file, for people."""
    from app.kernel.money import Money

    call.output.say(
        f"New: {len(result.new)} (on hold: {result.held}; new customers: {result.new_customers}). "
        f"Known: {result.known}. Cancelled outside: {result.cancelled}. Left out: {_left_out(result)}."
    )
    for order in result.off[:_SHOWN]:
        here, outside = (Money(m, result.currency) for m in (order.gross_minor, order.outside_minor))
        call.output.say(f"  order {order.reference} comes to {here} here and {outside} outside.")
    for error in result.errors[:_SHOWN]:
        reference = f", order {error.reference}" if error.reference else ""
        call.output.say(f"  line {error.line}{reference}: {error.text}")
    if len(result.errors) > _SHOWN:
        call.output.say(f"  ... {len(result.errors)} in all")


def _tell(call: Call, result: ImportedOrders) -> None:
    _say(call, result)
    call.output.give(
        profile=result.profile, total=result.total, new=result.new, known=result.known,
        cancelled=result.cancelled, left_out=_left_out(result),
        errors=[{"line": e.line, "order": e.reference, "text": e.text} for e in result.errors],
    )  # fmt: skip


def _list(call: Call, shop: OpenShop) -> int:
    """The newest orders."""
    from app.kernel.money import Money
    from app.orders.queries import list_orders
    from app.orders.states import Stage

    options = call.options
    stage = Stage(options.stage) if options.stage else None
    rows = shop.runtime.ask(list_orders, stage=stage, text=options.text, limit=options.limit)
    shown = [
        (
            r.number or r.quote_number or "-", r.status.value, ", ".join(s.value for s in r.stages),
            r.party_name, str(Money(r.gross_minor, r.currency)),
        )
        for r in rows
    ]  # fmt: skip
    for line in table(shown):
        call.output.say(line)
    if not rows:
        call.output.say("There are no such orders.")
    call.output.give(orders=rows, count=len(rows))
    return exits.OK
