"""The statement of a customer's account as PDF."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.documents.formats import amount, day
from app.documents.letterhead import address_lines, load_letterhead
from app.documents.trade_paper import Head, Row, Total, TradePaper
from app.documents.trade_parts import Money, facts
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.receivables.ageing import list_aged_items
from app.receivables.open_statement import read_open_items
from app.receivables.statement import Account, Statement, StatementLine, read_statement
from app.terms.queries import get_terms, postal_address

_KNOWN = ("invoice", "prepayment", "credit_note", "customer_payment", "sale", "dunning_letter", "refund")


def build_statement(
    connection: Connection, party_id: int, since: date, until: date, language: str | None = None, *,
    open_only: bool = False,
) -> bytes:  # fmt: skip
    """The statement as PDF, in the customer's language unless another is asked for.

    Args:
        connection: where to read.
        party_id: whose account.
        since: the first day; of all movements.
        until: the last day.
        language: of the paper.
        open_only: only what is still open on the last day.

    Raises:
        StatementPeriodError, NoSuchCustomerError: see their sentences.
    """
    return trade_pdf(statement_paper(connection, party_id, since, until, language, open_only=open_only))


def statement_paper(
    connection: Connection, party_id: int, since: date, until: date, language: str | None = None, *,
    open_only: bool = False,
) -> TradePaper:  # fmt: skip
    """The letter before it is drawn; raises as build_statement."""
    letterhead = load_letterhead(connection)
    company = letterhead.company
    terms = get_terms(connection, party_id=party_id)
    tongue = language or terms.language or company.language
    found = (
        read_open_items(connection, party_id=party_id, on=until, home=company.currency)
        if open_only
        else read_statement(connection, party_id=party_id, since=since, until=until, home=company.currency)
    )
    period = day(until, tongue) if open_only else period_words(found, tongue)
    several, opening = len(found.accounts) > 1, not open_only
    return TradePaper(
        title=words("statement_open" if open_only else "statement", tongue), language=tongue,
        sender=letterhead.sender(tongue),
        recipient=address_lines(
            postal_address(connection, party_id=party_id, kind="billing"), home=company.country,
            language=tongue,
        ),
        facts=facts(
            ("date", day(until, tongue)), ("statement_period", period),
            ("customer_number", terms.number), language=tongue,
        ),
        intro=words("statement_open_intro" if open_only else "statement_intro", tongue), heads=_heads(tongue),
        rows=tuple(
            row for x in found.accounts for row in _rows(x, found, tongue, several=several, opening=opening)
        ),
        totals=tuple(total for x in found.accounts for total in _totals(x, tongue, opening=opening)),
        terms=_overdue(connection, found, company.currency, tongue), bank=letterhead.bank(tongue),
        closing=(words("statement_end", tongue),),
        mark=words("training", tongue) if company.is_training else "",
    )  # fmt: skip


def period_words(statement: Statement, language: str) -> str:
    """From when until when."""
    return f"{day(statement.since, language)} – {day(statement.until, language)}"


def balance_words(statement: Statement, language: str) -> str:
    """What is owed at the end, in each currency."""
    return ", ".join(Money(x.currency, language).full(x.closing_minor) for x in statement.accounts)


def _heads(language: str) -> tuple[Head, ...]:
    return (
        Head(words("date", language), 24, right=False), Head(words("document", language), 0, right=False),
        Head(words("due_day", language), 26), Head(words("amount", language), 30),
        Head(words("balance", language), 30),
    )  # fmt: skip


def _rows(
    account: Account, statement: Statement, language: str, *, several: bool, opening: bool
) -> list[Row]:
    def money(minor: int) -> str:
        return amount(minor, account.currency, language)

    before = Row(
        (day(statement.since, language), words("opening", language), "", "", money(account.opening_minor)),
        group=account.currency if several else "",
    )
    return [
        *([before] if opening or several else []),
        *(_row(x, money(x.amount_minor), money(x.balance_minor), language) for x in account.lines),
    ]


def _row(line: StatementLine, moved: str, balance: str, language: str) -> Row:
    kind = words(f"document:{line.document_type}", language) if line.document_type in _KNOWN else ""
    due = day(line.due_date, language) if line.amount_minor > 0 else ""
    return Row((day(line.on, language), f"{kind} {line.document_number}".strip(), due, moved, balance))


def _totals(account: Account, language: str, *, opening: bool) -> list[Total]:
    pay = Money(account.currency, language)
    owed = sum(x.amount_minor for x in account.lines if x.amount_minor > 0)
    paid = sum(x.amount_minor for x in account.lines if x.amount_minor < 0)
    before = Total(words("opening", language), pay.plain(account.opening_minor))
    return [
        *([before] if opening else []),
        Total(words("billed", language), pay.plain(owed)),
        Total(words("paid", language), pay.plain(paid)),
        Total(words("closing", language), pay.full(account.closing_minor), strong=True),
    ]


def _overdue(connection: Connection, statement: Statement, home: str, language: str) -> tuple[str, ...]:
    """What is late at the end, by currency."""
    late: dict[str, int] = {}
    for x in list_aged_items(connection, on=statement.until, party_id=statement.party_id):
        if x.item.open_minor > 0 and x.item.due_date < statement.until:
            currency = x.item.currency or home
            late[currency] = late.get(currency, 0) + x.item.open_minor
    return tuple(
        words("overdue", language).format(amount=Money(currency, language).full(minor))
        for currency, minor in sorted(late.items())
    )
