"""statement: a customer's account with opening balance, documents and closing balance."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop

if TYPE_CHECKING:
    from app.receivables.statement import Statement
    from cli.main import Call
    from cli.opening import OpenShop


class UnknownCustomerError(Refusal):
    """No customer of that number."""

    message = "There is no customer {number}. Look the number up in the list of customers."


def run(call: Call) -> int:
    """Show it, and write it where a file is named."""
    shop = existing_shop(call)
    try:
        party_id, found, content = _read(call, shop)
    finally:
        shop.close()
    if content is not None:
        from cli.commands.report import PdfNotWrittenError

        try:
            call.options.file.write_bytes(content)
        except OSError as error:
            raise PdfNotWrittenError(path=call.options.file, detail=error.strerror) from error
    _tell(call, found)
    call.output.give(
        customer=call.options.number, party_id=party_id, since=found.since, until=found.until,
        file=call.options.file,
        accounts=[
            {
                "currency": account.currency, "opening_minor": account.opening_minor,
                "closing_minor": account.closing_minor,
                "lines": [
                    {
                        "date": x.on, "due": x.due_date, "type": x.document_type, "number": x.document_number,
                        "amount_minor": x.amount_minor, "balance_minor": x.balance_minor,
                    }
                    for x in account.lines
                ],
            }
            for account in found.accounts
        ],
    )  # fmt: skip
    return exits.OK


def _read(call: Call, shop: OpenShop) -> tuple[int, Statement, bytes | None]:
    from app.documents.statement_papers import build_statement
    from app.organisation.queries import get_company
    from app.parties.queries import search_customers
    from app.receivables.open_statement import read_open_items
    from app.receivables.statement import read_statement

    number = str(call.options.number).strip().upper()
    rows = shop.runtime.ask(search_customers, text=number, active=None, limit=1)
    if not rows or rows[0].number != number:
        raise UnknownCustomerError(number=call.options.number)
    company = shop.runtime.ask(get_company)
    until = call.options.until or company.day_of(shop.factory.clock())
    since = call.options.since or first_of_month_before(until)
    party_id, home, open_only = rows[0].id, company.currency, bool(call.options.open)
    found = (
        shop.runtime.ask(read_open_items, party_id=party_id, on=until, home=home)
        if open_only
        else shop.runtime.ask(read_statement, party_id=party_id, since=since, until=until, home=home)
    )
    content = None
    if call.options.file is not None:
        content = shop.runtime.ask(
            build_statement, party_id=party_id, since=since, until=until, open_only=open_only
        )
    return party_id, found, content


def first_of_month_before(day: date) -> date:
    """Where a statement begins unless another day is named."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def _tell(call: Call, found: Statement) -> None:
    from app.documents.formats import amount

    for account in found.accounts:
        call.output.say(
            f"{found.since}  opening balance  {amount(account.opening_minor, account.currency, 'en')} "
            f"{account.currency}"
        )
        for x in account.lines:
            moved, left = (amount(m, account.currency, "en") for m in (x.amount_minor, x.balance_minor))
            call.output.say(f"{x.on}  {x.document_number:<20} {moved:>14} {left:>14}")
        call.output.say(
            f"{found.until}  closing balance  {amount(account.closing_minor, account.currency, 'en')} "
            f"{account.currency}"
        )
    if call.options.file is not None:
        call.output.say(f"The statement is written to {call.options.file}.")
