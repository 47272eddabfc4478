"""report x, report z: the figures of a shift as text, JSON or PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop, till_code

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop


class NoOpenShiftError(Refusal):
    """An X of nothing."""

    message = "No shift is open on till {till}, so there is no X report. Try `report z`."


class PdfNotWrittenError(Refusal):
    """The file cannot be written."""

    message = "The PDF cannot be written to {path} ({detail})."


def run(call: Call) -> int:
    """Show it."""
    from app.documents.shift_paper import shift_paper
    from app.organisation.queries import get_company
    from app.till.shift_report import shift_report

    shop = existing_shop(call)
    try:
        shift_id = _shift(call, shop, till_code(call, shop))
        report = shop.runtime.ask(shift_report, shift_id=shift_id)
        company = shop.runtime.ask(get_company)
    finally:
        shop.close()
    if call.options.pdf is not None:
        from app.documents.shift_pdf import shift_pdf

        try:
            call.options.pdf.write_bytes(shift_pdf(report, company))
        except OSError as error:
            raise PdfNotWrittenError(path=call.options.pdf, detail=error.strerror) from error
    if not call.output.as_json:
        from drivers.printer.render_text import render_text

        call.output.say(render_text(shift_paper(report, company)))
    totals = {
        "gross_minor": report.total_gross_minor, "net_minor": report.total_net_minor,
        "tax_minor": report.total_tax_minor, "currency": company.currency,
    }  # fmt: skip
    call.output.give(report=report, totals=totals, pdf=call.options.pdf)
    return exits.OK


def _shift(call: Call, shop: OpenShop, code: str) -> int:
    from app.organisation.queries import get_till
    from app.till.queries import find_open_shift
    from app.till.shift_report import find_shift_of_z

    if call.options.which == "z":
        return shop.runtime.ask(find_shift_of_z, till_code=code, z_number=call.options.number)
    found = shop.runtime.ask(find_open_shift, till_id=shop.runtime.ask(get_till, code=code).id)
    if found is None:
        raise NoOpenShiftError(till=code)
    return found.id
