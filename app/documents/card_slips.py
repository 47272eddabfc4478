"""Papers of card terminals: alone, or at the foot of the receipt they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.devices.paper import Block, Feed, Paper, Rule, TextLine
from app.documents.texts import text


def card_slip_paper(lines: Sequence[str], *, language: str, is_copy: bool = False) -> Paper:
    """A terminal's paper as it gave it."""
    mark = [TextLine(f"*** {text('copy', language)} ***", bold=True)] if is_copy else []
    return Paper(text("card_slip", language), (*mark, *_lines(lines)), language)


def with_slips(paper: Paper, slips: Iterable[Sequence[str]]) -> Paper:
    """A receipt with the customer's papers of its card payments below."""
    below: list[Block] = []
    for lines in slips:
        below += [Feed(), Rule(), *_lines(lines)]
    return replace(paper, blocks=(*paper.blocks, *below)) if below else paper


def _lines(lines: Sequence[str]) -> list[Block]:
    return [TextLine(line) if line.strip() else Feed() for line in lines]
