"""The list of what a till could not send before its shift was closed, for the printer."""

from __future__ import annotations

from collections.abc import Sequence

from app.devices.paper import Align, Block, Columns, Paper, Rule, TextLine
from app.documents.formats import moment, money
from app.documents.texts import text
from app.organisation.queries import Company
from app.stations.outbox import Unsent


def unsent_paper(waiting: Sequence[Unsent], company: Company, *, till_code: str, is_copy: bool) -> Paper:
    """Every document that has not reached the server: number, time, amount; and how many there are."""
    language = company.language
    title = text("unsent", language)
    copy = [TextLine(f"*** {text('copy', language)} ***", Align.CENTRE, bold=True)] if is_copy else []
    rows = [
        Columns(
            f"{x.seq}  {x.label or text(f'told_{x.kind.value}', language)}",
            money(x.amount_minor, company.currency, language),
        )
        for x in waiting
    ]
    times = (
        [Columns(text("oldest", language), moment(waiting[0].made_at, time_zone=company.time_zone,
                                                  language=language))]
        if waiting
        else []
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        *copy,
        TextLine(company.name, Align.CENTRE, bold=True),
        TextLine(title, Align.CENTRE, bold=True, big=True),
        Columns(text("till", language), till_code),
        *times,
        Rule(),
        *rows,
        Rule(),
        Columns(text("documents", language), str(len(waiting))),
    )
    return Paper(f"{title} {till_code}", blocks, language)
