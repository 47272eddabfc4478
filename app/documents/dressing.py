"""A letter in the look that the shop gave it: sheet, colour, columns, its own words at head and foot."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from app.documents.trade_paper import Row, TradePaper
from app.documents.trade_sheet import Style
from app.documents.trade_texts import words
from app.layouts.kinds import SIZES, LayoutKind, PaperSize
from app.layouts.queries import document_layout
from app.layouts.rules import DocumentLayout


def load_look(
    connection: Connection, kind: LayoutKind, asked: str | None, otherwise: str
) -> tuple[DocumentLayout, str]:
    """How letters of a kind look, and the language of one: asked for, the layout's, or the customer's."""
    layout = document_layout(connection, kind=kind)
    return layout, asked or layout.language or otherwise


def dressed(paper: TradePaper, layout: DocumentLayout) -> TradePaper:
    """The letter as the layout has it; what it must show it shows in any."""
    places = [i for i, head in enumerate(paper.heads) if head.key not in layout.hidden_columns]
    hidden = {words(key, paper.language) for key in layout.hidden_facts}
    head, foot = (layout.words(x, paper.language) for x in (layout.head, layout.foot))
    return replace(
        paper,
        style=style_of(layout),
        heads=tuple(paper.heads[i] for i in places),
        rows=tuple(_row(row, places, details=layout.details) for row in paper.rows),
        facts=tuple(fact for fact in paper.facts if fact[0] not in hidden),
        intro=" ".join(head.split()) or paper.intro,
        closing=(*paper.closing, *(line for line in foot.splitlines() if line)),
    )


def style_of(layout: DocumentLayout) -> Style:
    """The sheet of a layout."""
    width, height = SIZES[layout.size]
    return Style(
        width, height, layout.left, width - layout.right, layout.top, height - layout.bottom, layout.colour,
        layout.logo.value, layout.logo_height, folds=layout.fold_marks and layout.size is PaperSize.A4,
    )  # fmt: skip


def _row(row: Row, places: list[int], *, details: bool) -> Row:
    cells = tuple(row.cells[i] for i in places)
    return replace(row, cells=cells, details=row.details if details else ())
