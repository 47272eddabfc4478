"""keys: who signs the journal, and a new key in the place of the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop


def run(call: Call) -> int:
    """List them, after a new one was taken where it was asked for."""
    from app.audit.keys import list_keys
    from app.kernel.permission import SYSTEM_ACTOR
    from cli.journal_keys import roll_keys

    shop = existing_shop(call)
    try:
        if call.options.action == "check":
            return _check(call, shop)
        if call.options.action == "roll":
            roll_keys(shop, actor=SYSTEM_ACTOR)
        found = shop.runtime.ask(list_keys)
    finally:
        shop.close()
    for key in found:
        until = f"until {key.retired_at:%Y-%m-%d %H:%M}" if key.retired_at else "in use"
        call.output.say(f"{key.fingerprint}  {key.station:<8} from {key.made_at:%Y-%m-%d %H:%M}  {until}")
    if not found:
        call.output.say("There is no key yet. It is made when the till is first opened.")
    call.output.give(keys=found)
    return exits.OK


def _check(call: Call, shop: OpenShop) -> int:
    """Whether the code of a receipt or a Z report is one of this journal."""
    from app.audit.codes import check_code, read_code

    wrong = shop.runtime.ask(check_code, text=call.options.code)
    code = read_code(call.options.code)
    call.output.say(wrong or f"{code.number}: entry {code.seq} of {code.chain}, as it was printed.")
    call.output.give(code=code, wrong=wrong)
    return exits.REFUSED if wrong else exits.OK
