"""archive: what was posted in a period, in one signed file; and is such a file what was written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar

if TYPE_CHECKING:
    from cli.main import Call


def run(call: Call) -> int:
    """Either of the two."""
    return _verify(call) if call.options.action == "verify" else _export(call)


def _export(call: Call) -> int:
    from app.kernel.permission import SYSTEM_ACTOR
    from cli.archives import write
    from cli.journal_keys import load_key

    shop = existing_shop(call)
    try:
        load_key(shop, actor=SYSTEM_ACTOR)
        made = write(
            shop, actor=SYSTEM_ACTOR, since=call.options.since, until=call.options.until,
            path=call.options.file.resolve(), on_progress=ProgressBar("Archiving", call.output),
        )  # fmt: skip
    finally:
        shop.close()
    call.output.say(
        f"{made.path}: {made.documents} documents, {made.entries} entries of the journal and "
        f"{made.papers} papers from {made.since} to {made.until}."
    )
    call.output.say(f"Signed by the key {made.fingerprint}.")
    call.output.give(archive=made)
    return exits.OK


def _verify(call: Call) -> int:
    from app.archive.checking import check_archive

    found = check_archive(call.options.file.resolve(), fingerprint=call.options.fingerprint)
    call.output.say(f"{found.company}, {found.since} to {found.until}")
    call.output.say(f"{found.documents} documents, {found.entries} entries of the journal")
    if found.changed_later:
        call.output.say(f"{found.changed_later} of them were lawfully changed after the period.")
    for fault in found.faults:
        call.output.say(f"BROKEN  {fault}")
    if found.fault_count > len(found.faults):
        call.output.say(f"        ... {found.fault_count} in all")
    call.output.say(f"Signed by the key {found.fingerprint}.")
    if found.holds:
        call.output.say(
            "Everything is as it was written."
            if call.options.fingerprint
            else "Everything is as it was written, if the fingerprint is the one on the Z reports."
        )
    call.output.give(archive=found, holds=found.holds)
    return exits.OK if found.holds else exits.REFUSED
