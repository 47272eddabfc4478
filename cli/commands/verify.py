"""verify: are the books right?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar

if TYPE_CHECKING:
    from pathlib import Path

    from app.reporting.verify.results import CheckResult
    from cli.main import Call
    from cli.opening import OpenShop


def run(call: Call) -> int:
    """Check every invariant; 1 when one does not hold."""
    from app.audit.keys import list_keys
    from app.audit.queries import chain_ends
    from app.reporting.verify import verify_database

    shop = existing_shop(call)
    try:
        results = shop.runtime.ask(verify_database, on_progress=ProgressBar("Verifying", call.output))
        _faults, ends = shop.runtime.ask(chain_ends)
        keys = shop.runtime.ask(list_keys)
        if call.options.witness is not None:
            results.append(_witness(shop, call.options.witness))
    finally:
        shop.close()
    broken = [r for r in results if not r.holds]
    for result in results:
        call.output.say(f"{'ok     ' if result.holds else 'BROKEN '} {result.sentence}")
        for fault in result.faults:
            call.output.say(f"          {fault}")
        if result.fault_count > len(result.faults):
            call.output.say(f"          ... {result.fault_count} in all")
    call.output.say()
    for key in keys:
        used = "until " + key.retired_at.date().isoformat() if key.retired_at else "in use"
        call.output.say(f"signed by {key.fingerprint} ({key.station}, {used})")
    unsigned = sum(end.seq - end.signed_seq for end in ends.values())
    call.output.say(f"{unsigned} entries of the journal wait for the next signature.")
    call.output.say(
        f"{len(broken)} of {len(results)} invariants do not hold."
        if broken
        else f"All {len(results)} invariants hold."
    )
    call.output.give(
        database=shop.place.shown, holds=not broken, checks=results, keys=keys, unsigned=unsigned
    )
    return exits.REFUSED if broken else exits.OK


def _witness(shop: OpenShop, path: Path) -> CheckResult:
    """The journal against its copy on another drive."""
    from app.audit.queries import unlike_witness
    from app.reporting.verify.results import CheckResult

    try:
        with path.open(encoding="utf-8") as lines:
            found = shop.runtime.ask(unlike_witness, lines=lines)
    except (OSError, ValueError, KeyError) as error:
        faults: tuple[str, ...] = (f"{path} could not be read: {error}",)
    else:
        faults = tuple(f"journal of {f.chain}, entry {f.seq}: {f.what}" for f in found)
    return CheckResult("journal_equals_copy", "The journal is that of its copy.", len(faults), faults)
