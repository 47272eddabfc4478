"""import products FILE: a catalogue out of CSV or XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar

if TYPE_CHECKING:
    from cli.main import Call


def run(call: Call) -> int:
    """Import, or only tell what would happen; 1 when lines had to be left out."""
    from app.catalog.importing.run import import_products
    from app.kernel.permission import SYSTEM_ACTOR

    options = call.options
    shop = existing_shop(call)
    try:
        result = import_products(
            shop.runtime, actor=SYSTEM_ACTOR, path=options.file, profile=options.profile,
            dry_run=options.dry_run, progress=ProgressBar("Importing", call.output),
        )  # fmt: skip
    finally:
        shop.close()
    _tell(call, result)
    return exits.REFUSED if result.error_count else exits.OK


def _tell(call: Call, result: Any) -> None:
    would = "would be " if result.dry_run else ""
    call.output.say(
        f"{result.done} of {result.total} lines: {result.new} products {would}new, "
        f"{result.changed} {would}changed, {result.unchanged} as they were, "
        f"{result.passed_over} passed over, {result.error_count} left out."
    )
    for header in result.doubled_headers:
        call.output.say(f"The column “{header}” stands there more than once; the first one counts.")
    for error in result.errors[:20]:
        call.output.say(f"  line {error.line}: {error.text}")
    if result.error_count > len(result.errors[:20]):
        call.output.say(f"  ... {result.error_count} in all")
    call.output.give(
        total=result.total, done=result.done, new=result.new, changed=result.changed,
        unchanged=result.unchanged, passed_over=result.passed_over, left_out=result.error_count,
        dry_run=result.dry_run, columns=result.columns,
        errors=[{"line": e.line, "text": e.text} for e in result.errors],
    )  # fmt: skip
