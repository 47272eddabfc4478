"""The whole story of a transaction as PDF, from any of its documents."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.documents.formats import day, moment
from app.documents.letterhead import Letterhead, address_lines, load_letterhead
from app.documents.trade_paper import Head, Row, TradePaper
from app.documents.trade_parts import Money
from app.documents.trade_pdf import trade_pdf
from app.documents.trade_texts import words
from app.flows.story_texts import story_text, story_word
from app.receivables.queries import Allocated
from app.story.queries import Story, StoryDocument, whole_story
from app.terms.queries import postal_address


def build_story(
    connection: Connection, *, document_type: str, document_id: int, on: date, language: str = ""
) -> bytes:
    """The story as PDF; in the company's language unless another is asked for.

    Args:
        connection: where to read.
        document_type: of the document it is asked from: "order", "shipment", "invoice" ...
        document_id: its id.
        on: the day that stands on it.
        language: "de", "en".
    """
    story = whole_story(connection, document_type=document_type, document_id=document_id)
    letterhead = load_letterhead(connection)
    tongue = language or letterhead.company.language
    asked = next(
        (d for d in story.documents if (d.document_type, d.document_id) == (document_type, document_id)), None
    )
    named = _named(asked, tongue) if asked is not None else story.party_name
    head = story_text("title", tongue).format(document=named)
    return trade_pdf(
        TradePaper(
            title=head, language=tongue, sender=letterhead.sender(tongue),
            recipient=_recipient(connection, story, letterhead, tongue),
            facts=((story_text("printed", tongue), day(on, tongue)),),
            intro=story_text("intro", tongue), heads=_heads(tongue),
            rows=(*_documents(story, tongue), *_steps(story, letterhead, tongue), *_applied(story, tongue)),
            mark=words("training", tongue) if letterhead.company.is_training else "",
        )
    )  # fmt: skip


def _recipient(
    connection: Connection, story: Story, letterhead: Letterhead, language: str
) -> tuple[str, ...]:
    if story.party_id is None:
        return ()
    address = postal_address(connection, party_id=story.party_id, kind="billing")
    return address_lines(address, home=letterhead.company.country, language=language)


def _heads(language: str) -> tuple[Head, ...]:
    return (
        Head(words("position", language), 12, right=False),
        Head(story_text("what", language), 0, right=False),
        Head(story_text("when", language), 31, right=False),
        Head(story_text("who", language), 30, right=False), Head(story_text("amount", language), 24),
    )  # fmt: skip


def _named(document: StoryDocument, language: str) -> str:
    return f"{story_word('doc', document.document_type, language)} {document.number}".strip()


def _amount(minor: int | None, currency: str | None, language: str) -> str:
    return Money(currency, language).full(minor) if minor is not None and currency else ""


def _documents(story: Story, language: str) -> list[Row]:
    group = story_text("documents", language)
    return [
        Row(
            (str(place), _named(d, language), day(d.on, language) if d.on else day(d.at.date(), language),
             story_word("state", d.status, language), _amount(d.amount_minor, d.currency, language)),
            group=group if place == 1 else "",
        )
        for place, d in enumerate(story.documents, start=1)
    ]  # fmt: skip


def _steps(story: Story, letterhead: Letterhead, language: str) -> list[Row]:
    numbers = {(d.document_type, d.document_id): _named(d, language) for d in story.documents}
    group, zone = story_text("steps", language), letterhead.company.time_zone
    found: list[Row] = []
    for place, step in enumerate(story.steps, start=1):
        key = (step.document_type, step.document_id)
        told = step.detail or ""
        what = f"{story_word('step', step.step, language)}: {numbers.get(key, '')}".rstrip(": ")
        found.append(
            Row(
                (str(place), what, moment(step.at, time_zone=zone, language=language), step.actor_name, ""),
                (told,) if told and told not in what else (), group=group if place == 1 else "",
            )
        )  # fmt: skip
    return found


def _applied(story: Story, language: str) -> list[Row]:
    currencies = {d.document_id: d.currency for d in story.documents}
    group = story_text("applied", language)
    found: list[Row] = []
    for place, a in enumerate(story.allocations, start=1):
        undone = a.undone_at is not None
        amount = _amount(a.amount_minor, currencies.get(a.item_document_id), language)
        found.append(
            Row(
                (str(place), _paid(a, language), day(a.at.date(), language),
                 story_text("undone" if undone else "applied_state", language), amount),
                (a.undone_reason,) if a.undone_reason else (), group=group if place == 1 else "",
            )
        )  # fmt: skip
    return found


def _paid(a: Allocated, language: str) -> str:
    credit = f"{story_word('doc', a.credit_type, language)} {a.credit_number}"
    item = f"{story_word('doc', a.item_type, language)} {a.item_number}"
    return story_text("pays", language).format(credit=credit, item=item)
