"""invoice pdf: the kept PDF of a posted invoice, credit note or pro-forma, into a file."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop

if TYPE_CHECKING:
    from cli.main import Call


class UnknownInvoiceError(Refusal):
    """No invoice of that number."""

    message = (
        "There is no invoice, credit note or pro-forma {number}. Look the number up in the list of invoices."
    )


def run(call: Call) -> int:
    """Write it."""
    from app.documents.operations import print_invoice
    from app.invoicing.queries import find_invoice
    from app.kernel.permission import SYSTEM_ACTOR
    from cli.commands.report import PdfNotWrittenError

    shop = existing_shop(call)
    try:
        row = shop.runtime.ask(find_invoice, number=call.options.number)
        if row is None:
            raise UnknownInvoiceError(number=call.options.number)
        content = shop.runtime.run(print_invoice, actor=SYSTEM_ACTOR, invoice_id=row.id)
    finally:
        shop.close()
    try:
        call.options.file.write_bytes(content)
    except OSError as error:
        raise PdfNotWrittenError(path=call.options.file, detail=error.strerror) from error
    call.output.say(f"{row.number} is written to {call.options.file}.")
    call.output.give(
        number=row.number, kind=row.kind.value, file=call.options.file, bytes=len(content),
        sha256=sha256(content).hexdigest(), gross_minor=row.gross_minor, currency=row.currency,
    )  # fmt: skip
    return exits.OK
