"""import products FILE: a catalogue out of CSV or XLSX; import promotions FILE: out of a price file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar

if TYPE_CHECKING:
    from cli.main import Call

_SHOWN: Final = 20


def run(call: Call) -> int:
    """Import, or only tell what would happen; 1 when something had to be left out."""
    return _promotions(call) if call.options.what == "promotions" else _products(call)


def _promotions(call: Call) -> int:
    from app.kernel.permission import SYSTEM_ACTOR
    from app.promotions.importing.run import RowState, import_promotions, look_at_promotions

    options = call.options
    shop = existing_shop(call)
    try:
        file = shop.runtime.ask(look_at_promotions, path=options.file)
        if not options.dry_run:
            shop.runtime.run(
                import_promotions, actor=SYSTEM_ACTOR, promotions=[row.expressed for row in file.rows],
                file_name=options.file.name, progress=ProgressBar("Importing", call.output),
            )  # fmt: skip
    finally:
        shop.close()
    would = "would be " if options.dry_run else ""
    new, changed, same = (file.count(state) for state in RowState)
    call.output.say(
        f"{file.expressed} of {file.total} promotions can be expressed: {new} {would}new, "
        f"{changed} {would}changed, {same} as they were; {len(file.listed)} cannot:"
    )
    reasons = Counter(listed.reason.value for listed in file.listed)
    for reason, count in reasons.most_common():
        call.output.say(f"  {count} x {reason}")
    for one in file.listed[:_SHOWN]:
        call.output.say(f"  line {one.line}: {one.name}: {one.reason.value} {one.detail}".rstrip())
    call.output.give(
        total=file.total, expressed=file.expressed, new=new, changed=changed, unchanged=same,
        dry_run=options.dry_run, reasons=dict(reasons),
        listed=[
            {"line": x.line, "key": x.key, "name": x.name, "reason": x.reason.value, "detail": x.detail}
            for x in file.listed
        ],
    )  # fmt: skip
    return exits.REFUSED if file.listed else exits.OK


def _products(call: Call) -> int:
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
