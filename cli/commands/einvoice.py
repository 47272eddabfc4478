"""einvoice export, validate, show: e-invoices without a window."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop
from cli.commands.invoice import UnknownInvoiceError

if TYPE_CHECKING:
    from app.einvoice.findings import Finding
    from app.einvoice.model import EInvoice
    from app.einvoice.receiving import ReceivedFile
    from cli.main import Call


class EInvoiceNotWrittenError(Refusal):
    """The file could not be written."""

    message = "{path} could not be written: {detail}. Choose another folder."


class EInvoiceNotReadError(Refusal):
    """The file could not be read."""

    message = "{path} could not be read: {detail}."


def run(call: Call) -> int:
    """Do what the action says."""
    return {"export": _export, "validate": _validate, "show": _show}[call.options.action](call)


def _export(call: Call) -> int:
    """Write the e-invoice of a posted document into a file, when the rules let it pass."""
    from app.einvoice.details import get_buyer_details
    from app.einvoice.formats import Format
    from app.einvoice.making import gather, make
    from app.einvoice.operations import keep_einvoice
    from app.invoicing.queries import find_invoice
    from app.kernel.permission import SYSTEM_ACTOR

    shop = existing_shop(call)
    try:
        row = shop.runtime.ask(find_invoice, number=call.options.number)
        if row is None:
            raise UnknownInvoiceError(number=call.options.number)
        kept = shop.runtime.ask(get_buyer_details, party_id=row.party_id).format
        form = Format(call.options.format) if call.options.format else kept or Format.PEPPOL
        made = make(shop.runtime.ask(gather, invoice_id=row.id, form=form))
        content = b""
        if made.is_valid:
            content = shop.runtime.run(keep_einvoice, actor=SYSTEM_ACTOR, made=made)
    finally:
        shop.close()
    _tell(call, made.findings)
    if made.is_valid:
        _write(call.options.file, content)
        call.output.say(f"{row.number} is written to {call.options.file} as {form.value}.")
    else:
        call.output.say(f"{row.number} is not valid as {form.value}; nothing was written.")
    call.output.give(
        number=row.number, format=form.value, valid=made.is_valid, file=call.options.file,
        bytes=len(content), sha256=made.sha256, findings=made.findings,
    )  # fmt: skip
    return exits.OK if made.is_valid else exits.REFUSED


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise EInvoiceNotWrittenError(path=path, detail=error.strerror) from error


def _opened(call: Call) -> ReceivedFile:
    from app.einvoice.formats import Format
    from app.einvoice.receiving import open_file

    path: Path = call.options.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EInvoiceNotReadError(path=path, detail=error.strerror) from error
    wanted = getattr(call.options, "format", None)
    return open_file(content, name=path.name, form=Format(wanted) if wanted else None)


def _validate(call: Call) -> int:
    """Run the official rules over a file; 1 when it is not valid."""
    file = _opened(call)
    _tell(call, file.findings)
    call.output.say(f"{file.name} is {'valid' if file.is_valid else 'not valid'} as {file.form.value}.")
    call.output.give(file=file.name, format=file.form.value, valid=file.is_valid, findings=file.findings)
    return exits.OK if file.is_valid else exits.REFUSED


def _show(call: Call) -> int:
    """Say what a file says."""
    file = _opened(call)
    for text in _described(file.read.invoice):
        call.output.say(text)
    call.output.say()
    _tell(call, file.findings)
    call.output.say(f"{file.name} is {'valid' if file.is_valid else 'not valid'} as {file.form.value}.")
    call.output.give(
        file=file.name, format=file.form.value, valid=file.is_valid, invoice=file.read.invoice,
        faults=file.faults, findings=file.findings,
    )  # fmt: skip
    return exits.OK


def _described(said: EInvoice) -> list[str]:
    from cli.output import table

    def money(cents: int) -> str:
        return f"{Decimal(cents).scaleb(-2):.2f} {said.currency}"

    t = said.totals
    head = [
        f"{said.number} (type {said.type}) of {said.issue_date}, to be paid by {said.due_date or '-'}",
        f"from {said.seller.name} {said.seller.vat_id}".rstrip(),
        f"to {said.buyer.name} {said.buyer.vat_id}".rstrip(), "",
    ]  # fmt: skip
    lines = [
        (x.id, x.name, f"{x.quantity:f} {x.unit}", f"{x.price:f}", x.vat_category, money(x.net_amount))
        for x in said.lines
    ]
    parts = [(p.category, f"{p.rate or 0:f} %", money(p.taxable), money(p.tax)) for p in said.vat_breakdown]
    sums = [
        ("without VAT", money(t.tax_exclusive)), ("VAT", money(t.tax_total)),
        ("with VAT", money(t.tax_inclusive)), ("paid before", money(t.prepaid)),
        ("rounding", money(t.rounding)), ("to pay", money(t.payable)),
    ]  # fmt: skip
    return [*head, *table(lines), "", *table(parts), "", *table(sums)]


def _tell(call: Call, findings: Iterable[Finding]) -> None:
    """Each rule that does not hold, its sentence, and the field that mends it."""
    from ui.einvoice.words import mend_word, sentence

    for f in findings:
        call.output.say(f"{'FATAL ' if f.is_fatal else 'advice'}  {f.rule}: {sentence(f)}")
        if mend_word(f.mend):
            call.output.say(f"        mend it in: {mend_word(f.mend)}")
