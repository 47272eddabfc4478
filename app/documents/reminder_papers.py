"""Reminders as PDF: as they were sent, or as they would be."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from sqlalchemy import Connection, func, select

from app.collections.claims import Claim, draft_letters
from app.collections.letter_queries import LetterRow, SentLine, list_letters, list_sent_lines
from app.collections.levels import list_texts, text_of
from app.collections.refusals import NothingToRemindError
from app.collections.states import LetterStatus
from app.collections.tables import dunning_letter
from app.documents.formats import day
from app.documents.letterhead import Letterhead, address_lines, load_letterhead
from app.documents.payment_qr import Transfer, payment_code
from app.documents.reminder_texts import reminder_words
from app.documents.trade_paper import Head, Row, Total, TradePaper
from app.documents.trade_parts import Money, facts
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.receivables.tables import open_item
from app.terms.queries import get_terms, postal_address

Line = SentLine | Claim


def build_reminder(connection: Connection, letter_id: int, language: str | None = None) -> bytes:
    """A reminder as PDF; one that was not sent yet is marked as a preview.

    Raises:
        NothingToRemindError: it was not sent, and nothing is left to remind of.
    """
    return trade_pdf(reminder_paper(connection, letter_id, language))


def build_reminders(connection: Connection, run_id: int) -> bytes:
    """All letters of a run that were sent, in one PDF to be printed.

    Raises:
        NothingToRemindError: none was.
    """
    from pypdf import PdfWriter

    sent = [x for x in list_letters(connection, run_id=run_id) if x.status is LetterStatus.SENT]
    if not sent:
        raise NothingToRemindError
    writer = PdfWriter()
    for letter in sent:
        writer.append(BytesIO(build_reminder(connection, letter.id)))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def reminder_paper(connection: Connection, letter_id: int, language: str | None = None) -> TradePaper:
    """The letter before it is drawn; raises as build_reminder."""
    letter = _letter(connection, letter_id)
    letterhead = load_letterhead(connection)
    tongue = language or letter.language
    lines = _lines(connection, letter, letterhead.company.currency)
    pay = Money(letter.currency, tongue)
    text = text_of(list_texts(connection), letter.level, tongue)
    terms = get_terms(connection, party_id=letter.party_id)
    until = day(letter.pay_until, tongue)
    before = _charged_before(connection, letter)
    total = letter.overdue_minor + letter.charged_minor + before
    return TradePaper(
        title=f"{text.title} {letter.number or ''}".strip(), language=tongue,
        sender=letterhead.sender(tongue),
        recipient=address_lines(
            postal_address(connection, party_id=letter.party_id, kind="billing"),
            home=letterhead.company.country, language=tongue,
        ),
        facts=facts(
            ("number", letter.number or ""), ("date", day(letter.on, tongue)),
            ("customer_number", terms.number), language=tongue,
        ),
        intro=text.opening.replace("{day}", until), heads=_heads(tongue),
        rows=tuple(_row(i, x, letter, pay) for i, x in enumerate(lines, start=1)),
        currency=letter.currency, totals=tuple(_totals(letter, before, total, pay)),
        terms=_notes(letter, tongue), bank=letterhead.bank(tongue),
        payment_code=_code(letter, letterhead, total), closing=(text.closing.replace("{day}", until),),
        mark=_mark(letter, letterhead, tongue),
    )  # fmt: skip


def _letter(connection: Connection, letter_id: int) -> LetterRow:
    run_id = connection.execute(
        select(dunning_letter.c.run_id).where(dunning_letter.c.id == letter_id)
    ).scalar_one_or_none()
    found = [x for x in list_letters(connection, run_id=run_id or 0) if x.id == letter_id]
    if not found:
        raise NothingToRemindError
    return found[0]


def _lines(connection: Connection, letter: LetterRow, currency: str) -> Sequence[Line]:
    if letter.status is LetterStatus.SENT:
        return list_sent_lines(connection, letter_id=letter.id)
    drafts = draft_letters(connection, on=letter.on, company_currency=currency, party_id=letter.party_id)
    for draft in drafts:
        if draft.currency == letter.currency:
            return draft.lines
    raise NothingToRemindError


def _charged_before(connection: Connection, letter: LetterRow) -> int:
    """What earlier reminders charged and nobody paid yet."""
    own = select(dunning_letter.c.open_item_id).where(dunning_letter.c.id == letter.id).scalar_subquery()
    query = select(func.coalesce(func.sum(open_item.c.open_minor), 0)).where(
        open_item.c.party_id == letter.party_id, open_item.c.document_type == "dunning_letter",
        open_item.c.date <= letter.on, open_item.c.id != func.coalesce(own, 0),
        open_item.c.document_number < (letter.number or "~"),
    )  # fmt: skip
    return int(connection.execute(query).scalar_one())


def _heads(language: str) -> tuple[Head, ...]:
    return (
        Head(words("position", language), 12, right=False),
        Head(reminder_words("document", language), 0, right=False),
        Head(reminder_words("dated", language), 23), Head(reminder_words("due", language), 23),
        Head(reminder_words("late", language), 14), Head(reminder_words("open", language), 28),
    )  # fmt: skip


def _row(position: int, line: Line, letter: LetterRow, pay: Money) -> Row:
    tongue = pay.language
    details = []
    if line.disputed_minor:
        told = reminder_words("of_this_disputed", tongue)
        details.append(told.format(amount=pay.full(line.disputed_minor)))
    if line.interest_minor and line.interest_from is not None and line.interest_until is not None:
        details.append(
            reminder_words("interest_detail", tongue).format(
                amount=pay.full(line.interest_minor), first=day(line.interest_from, tongue),
                last=day(line.interest_until, tongue),
            )
        )  # fmt: skip
    claimed = line.open_minor - line.disputed_minor
    kind = reminder_words(line.document_type, tongue)
    return Row(
        (str(position), f"{kind} {line.document_number}", day(line.document_date, tongue),
         day(line.due_date, tongue), str((letter.on - line.due_date).days), pay.plain(claimed)),
        tuple(details), claimed,
    )  # fmt: skip


def _totals(letter: LetterRow, before: int, total: int, pay: Money) -> list[Total]:
    parts = (
        ("sum", letter.overdue_minor), ("interest", letter.interest_minor),
        ("lump_sum", letter.compensation_minor), ("fee", letter.fee_minor), ("charges_before", before),
    )  # fmt: skip
    found = [Total(reminder_words(key, pay.language), pay.plain(minor)) for key, minor in parts if minor]
    return [*found, Total(reminder_words("total", pay.language), pay.full(total), strong=True)]


def _notes(letter: LetterRow, language: str) -> tuple[str, ...]:
    return (reminder_words("no_tax", language),) if letter.charged_minor else ()


def _code(letter: LetterRow, letterhead: Letterhead, total: int) -> str:
    if letter.number is None:
        return ""
    return (
        payment_code(
            Transfer(
                letterhead.owner(), letterhead.iban, letterhead.bic, letter.currency, total, letter.number
            )
        )
        or ""
    )


def _mark(letter: LetterRow, letterhead: Letterhead, language: str) -> str:
    if letterhead.company.is_training:
        return words("training", language)
    return "" if letter.status is LetterStatus.SENT else reminder_words("preview", language)
