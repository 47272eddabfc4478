"""plugins list, enable, disable, report, invoice: what others add to the program, and what it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop
from cli.output import table

if TYPE_CHECKING:
    from app.plugins.loading import Plugins
    from cli.main import Call
    from cli.opening import OpenShop


def run(call: Call) -> int:
    """Do what the action says."""
    from app.plugins.loading import Plugins

    shop = existing_shop(call)
    try:
        plugins = Plugins(shop.runtime, call.folders.data)
        actions = {
            "list": _list, "enable": _enable, "disable": _disable, "report": _report, "invoice": _invoice,
        }  # fmt: skip
        return actions[call.options.action](call, shop, plugins)
    finally:
        shop.close()


def _list(call: Call, _shop: OpenShop, plugins: Plugins) -> int:
    found = plugins.installed()
    lines = [(x.name, x.state.value, x.sha256[:16], ", ".join(x.adds) or x.detail) for x in found]
    for line in table(lines):
        call.output.say(line)
    if not lines:
        call.output.say(f"There are no plug-ins. Their files go into {plugins.folder}.")
    call.output.give(plugins=found, folder=plugins.folder)
    return exits.OK


def _enable(call: Call, _shop: OpenShop, plugins: Plugins) -> int:
    """Turn on; 1 when its code cannot be run."""
    from app.kernel.permission import SYSTEM_ACTOR
    from app.plugins.loading import PluginState

    made = plugins.enable(SYSTEM_ACTOR, call.options.name, call.options.sha256)
    call.output.say(f"{made.name} is {made.state.value}: {', '.join(made.adds) or made.detail}")
    call.output.say(f"SHA-256 {made.sha256}")
    call.output.give(plugin=made)
    return exits.OK if made.state is PluginState.ON else exits.REFUSED


def _disable(call: Call, _shop: OpenShop, plugins: Plugins) -> int:
    from app.kernel.permission import SYSTEM_ACTOR

    plugins.disable(SYSTEM_ACTOR, call.options.name)
    call.output.say(f"{call.options.name} is off.")
    call.output.give(name=call.options.name, state="off")
    return exits.OK


def _report(call: Call, _shop: OpenShop, plugins: Plugins) -> int:
    """A report of a plug-in as CSV."""
    from app.plugins.table_file import write_table

    options = call.options
    count = write_table(options.file, plugins.make_report(options.name, options.since, options.until))
    call.output.say(f"{count} lines are written to {options.file}.")
    call.output.give(file=options.file, count=count)
    return exits.OK


def _invoice(call: Call, shop: OpenShop, plugins: Plugins) -> int:
    """A posted invoice in the format of a plug-in."""
    from app.einvoice.posted import einvoice_of_posted
    from app.invoicing.queries import find_invoice
    from app.plugins.table_file import write_file
    from cli.commands.invoice import UnknownInvoiceError

    options = call.options
    row = shop.runtime.ask(find_invoice, number=options.number)
    if row is None:
        raise UnknownInvoiceError(number=options.number)
    posted = shop.runtime.ask(einvoice_of_posted, invoice_id=row.id)
    content = plugins.write_invoice(options.name, posted.invoice)
    write_file(options.file, content)
    call.output.say(f"{row.number} is written to {options.file} as {options.name}.")
    call.output.give(number=row.number, format=options.name, file=options.file, bytes=len(content))
    return exits.OK
