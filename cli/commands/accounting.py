"""accounting: statements, figures and files for the accountant; invoices and charts of other programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cli import exits
from cli.commands import existing_shop
from cli.output import table

if TYPE_CHECKING:
    from cli.main import Call


def run(call: Call) -> int:
    """Do what was asked; the days are those of this year when none are given."""
    shop = existing_shop(call)
    try:
        return _ACTIONS[call.options.action](call, shop.runtime)
    finally:
        shop.close()


def _span(call: Call, runtime: Any) -> dict[str, date]:
    from app.organisation.queries import get_company

    today = runtime.ask(get_company).day_of(runtime.factory.clock())
    since, until = call.options.since, call.options.until
    return {"since": since or date(today.year, 1, 1), "until": until or today}


def _amounts(runtime: Any) -> Callable[[int], str]:
    """Writes minor units of the company's currency as a plain number."""
    from app.kernel.money import minor_digits
    from app.organisation.queries import get_company

    digits = minor_digits(runtime.ask(get_company).currency)
    return lambda minor: f"{Decimal(minor).scaleb(-digits):f}"


def _trial_balance(call: Call, runtime: Any) -> int:
    from app.accounting.statements import trial_balance

    amount = _amounts(runtime)
    found = runtime.ask(trial_balance, **_span(call, runtime))
    rows = [("account", "name", "opening", "debit", "credit", "closing")]
    rows += [
        (r.code, r.name, amount(r.opening_minor), amount(r.debit_minor), amount(r.credit_minor),
         amount(r.closing_minor))
        for r in found.rows
    ]  # fmt: skip
    for line in table(rows):
        call.output.say(line)
    call.output.say(f"The accounts sum to {amount(found.difference_minor)}.")
    call.output.give(
        since=found.since, until=found.until, difference_minor=found.difference_minor,
        debit_minor=found.debit_minor, credit_minor=found.credit_minor,
        accounts=[
            {
                "code": r.code, "name": r.name, "kind": r.kind.value, "opening_minor": r.opening_minor,
                "debit_minor": r.debit_minor, "credit_minor": r.credit_minor,
                "closing_minor": r.closing_minor,
            }
            for r in found.rows
        ],
    )  # fmt: skip
    return exits.REFUSED if found.difference_minor else exits.OK


def _statements(call: Call, runtime: Any) -> int:
    from app.accounting.statements import balance_sheet, profit_and_loss

    amount = _amounts(runtime)
    span = _span(call, runtime)
    result = runtime.ask(profit_and_loss, **span)
    sheet = runtime.ask(balance_sheet, on=span["until"])
    rows = [("account", "name", "amount")]
    for part in (result.income, result.expense, sheet.assets, sheet.liabilities, sheet.equity):
        rows += [(r.code, r.name, amount(r.minor)) for r in part]
    for line in table(rows):
        call.output.say(line)
    call.output.say(f"Result {amount(result.result_minor)}; assets {amount(sheet.assets_minor)}.")
    call.output.give(**span, profit_and_loss=result, balance_sheet=sheet, result_minor=result.result_minor,
                     assets_minor=sheet.assets_minor, claims_minor=sheet.claims_minor)  # fmt: skip
    return exits.OK if sheet.assets_minor == sheet.claims_minor else exits.REFUSED


def _tax(call: Call, runtime: Any) -> int:
    from app.accounting.taxes import tax_report

    amount = _amounts(runtime)
    found = runtime.ask(tax_report, **_span(call, runtime))
    rows = [("rate", "code", "base", "tax")]
    rows += [
        (f"{Decimal(p.rate).scaleb(-3):g} %", p.code, amount(p.base_minor), amount(p.tax_minor))
        for p in found.by_rate()
    ]
    for line in table(rows):
        call.output.say(line)
    call.output.say(
        f"Output tax {amount(found.output_minor)}, input tax {amount(found.input_minor)}, to be paid "
        f"{amount(found.payable_minor)}; {amount(found.difference_minor)} apart from the ledger."
    )
    call.output.give(
        since=found.since, until=found.until, output_minor=found.output_minor,
        input_minor=found.input_minor, payable_minor=found.payable_minor,
        difference_minor=found.difference_minor, rates=found.by_rate(), parts=found.parts,
    )  # fmt: skip
    return exits.REFUSED if found.difference_minor else exits.OK


def _figures(call: Call, runtime: Any) -> int:
    from app.accounting.figures import cash_forecast, money_figures

    amount = _amounts(runtime)
    on = _span(call, runtime)["until"]
    figures = runtime.ask(money_figures, on=on)
    forecast = runtime.ask(cash_forecast, on=on)

    def days(tenths: int | None) -> str:
        return "-" if tenths is None else f"{tenths // 10}.{tenths % 10} days"

    owed, late = amount(figures.receivable_minor), amount(figures.overdue_minor)
    call.output.say(f"Receivables {owed}, overdue {late}")
    call.output.say(f"DSO {days(figures.dso_simple)}, count-back {days(figures.dso_count_back)}, "
                    f"best possible {days(figures.dso_best)}")  # fmt: skip
    for week, minor in enumerate(forecast.weeks, start=1):
        call.output.say(f"week {week:2}: {amount(minor):>12}")
    call.output.give(
        figures=figures, weeks=forecast.weeks, later_minor=forecast.later_minor,
        disputed_minor=forecast.disputed_minor, error_tenths_of_days=forecast.error_tenths,
    )  # fmt: skip
    return exits.OK


def _journal_export(call: Call, runtime: Any) -> int:
    from app.accounting.exports import export_csv, export_datev, export_saft

    amount = _amounts(runtime)
    options = call.options
    span = _span(call, runtime)
    if options.file is None:
        return call.output.refuse("FileMissing", "Name the file to be written.", exits.REFUSED)
    if options.format == "saft":
        found = runtime.ask(export_saft, **span)
    else:
        export = export_csv if options.format == "csv" else export_datev
        found = runtime.ask(export, **span, sum_by_shift=options.by_shift)
    options.file.write_bytes(found.content)
    call.output.say(
        f"{found.entries} entries with {found.lines} lines, {amount(found.debit_minor)} in debits and "
        f"credits, written to {options.file}."
    )
    call.output.give(
        file=options.file, format=options.format, entries=found.entries, lines=found.lines,
        debit_minor=found.debit_minor, credit_minor=found.credit_minor, **span,
    )  # fmt: skip
    return exits.OK


def _import_chart(call: Call, runtime: Any) -> int:
    from app.accounting.charts import import_chart, parse_chart
    from app.kernel.permission import SYSTEM_ACTOR

    if call.options.file is None or not call.options.file.is_file():
        return call.output.refuse("FileMissing", "Name the file of the chart.", exits.REFUSED)
    chart = parse_chart(call.options.file.read_text(encoding="utf-8-sig"))
    moved = runtime.run(import_chart, actor=SYSTEM_ACTOR, chart=chart)
    call.output.say(f"{len(chart)} accounts; {moved} roles are booked elsewhere from now on.")
    call.output.give(accounts=len(chart), moved=moved)
    return exits.OK


def _import_receivables(call: Call, runtime: Any) -> int:
    from app.collections.importing.operations import import_receivables
    from app.collections.importing.profiles import read_invoices
    from app.kernel.money import minor_digits
    from app.kernel.permission import SYSTEM_ACTOR
    from app.organisation.queries import get_company

    amount = _amounts(runtime)
    if call.options.file is None:
        return call.output.refuse("FileMissing", "Name the file of the invoices.", exits.REFUSED)
    digits = minor_digits(runtime.ask(get_company).currency)
    invoices = read_invoices(call.options.file, digits=digits, profile=call.options.profile)
    done = runtime.run(import_receivables, actor=SYSTEM_ACTOR, invoices=invoices)
    call.output.say(
        f"{done.invoices} invoices over {amount(done.amount_minor)}, {done.settled} of them settled, "
        f"{done.customers} new customers; {done.known} were there already."
    )
    call.output.give(
        invoices=done.invoices, settled=done.settled, customers=done.customers, known=done.known,
        amount_minor=done.amount_minor,
    )  # fmt: skip
    return exits.OK


_ACTIONS = {
    "trial-balance": _trial_balance,
    "statements": _statements,
    "tax-report": _tax,
    "figures": _figures,
    "journal-export": _journal_export,
    "import-chart": _import_chart,
    "import-receivables": _import_receivables,
}
