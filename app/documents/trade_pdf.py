"""Draws a business letter: head, address window, facts, table over the pages, totals, terms, foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.formats import amount as amount_text
from app.documents.payment_qr import qr_matrix
from app.documents.trade_paper import TICK, Row, TradePaper
from app.documents.trade_sheet import (
    ACCENT,
    BOTTOM,
    HEIGHT,
    INK,
    LEFT,
    MUTED,
    RIGHT,
    TINT,
    Sheet,
    fitted,
    wrap,
)
from app.documents.trade_texts import words

_BODY: Final = 9.0  # points
_SMALL: Final = 7.5
_LEADING: Final = 4.3  # millimetres
_SMALL_LEADING: Final = 3.5
_PADDING: Final = 1.9
_CELL: Final = 1.2  # between the text and the edge of its column
_HEAD: Final = 7.0
_CARRY: Final = 6.0
_FIRST: Final = 102.0  # where the title stands on the first page
_FOLLOWING: Final = 30.0  # where the text begins on the others
_QR: Final = 30.0
_FACTS_LEFT: Final = 115.0
_FACT_LABEL: Final = 31.0


def trade_pdf(paper: TradePaper) -> bytes:
    """The letter as PDF: the same letter gives the same bytes."""
    tail = _Drawing(paper, pages=0).measure_tail()
    counted = _Drawing(paper, pages=0, tail=tail)
    counted.draw()
    drawn = _Drawing(paper, pages=counted.sheet.page, tail=tail)
    drawn.draw()
    return drawn.sheet.bytes()


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row with its wrapped text and its height."""

    row: Row
    name: list[str]
    details: list[str]
    height: float


class _Drawing:
    """One pass over the letter."""

    def __init__(self, paper: TradePaper, *, pages: int, tail: float = 0) -> None:
        self.paper, self.pages = paper, pages
        self._tail_height = tail
        self.sheet = Sheet(
            title=paper.title, author=paper.sender.name, language=paper.language, blank=not pages
        )
        self.y = 0.0
        self._edges = _edges(paper)

    def draw(self) -> None:
        """Everything, from the first page to the last."""
        self._first_page()
        self._table()
        self._tail()

    def measure_tail(self) -> float:
        """How high is what follows the table; only the totals where all of it needs more than a page."""
        self.y = _FOLLOWING
        self._tail()
        return self.y - _FOLLOWING if self.sheet.page == 1 else self._totals_height()

    def _tail(self) -> None:
        self._totals()
        self._terms()
        self._closing()
        self._receipt()

    # --- pages ---

    def _first_page(self) -> None:
        paper, sheet = self.paper, self.sheet
        self._marks()
        if paper.sender.logo is not None:
            sheet.picture(paper.sender.logo, LEFT, 14, 70, 24)
        else:
            self._name()
        y = 18.0
        for line in paper.sender.contact:
            sheet.text(RIGHT, y, line, size=8, colour=MUTED, right=True)
            y += 4
        size = fitted(paper.sender.sender_line, width=85, size=6.5)
        sheet.text(LEFT, 50.5, paper.sender.sender_line, size=size, colour=MUTED)
        sheet.rule(52, left=LEFT, right=LEFT + 85)
        lines = [part for line in paper.recipient for part in wrap(line, width=85, size=10.5)]
        sheet.lines(LEFT, 58, lines[:7], leading=5, size=10.5)
        bottom = self._facts(50.5)
        self.y = max(_FIRST, bottom + 9)
        title = wrap(paper.title, width=RIGHT - LEFT, size=17, bold=True)
        self.y = sheet.lines(LEFT, self.y, title, leading=7.5, size=17, bold=True, colour=ACCENT)
        if paper.intro:
            intro = wrap(paper.intro, width=RIGHT - LEFT, size=9.5)
            self.y = sheet.lines(LEFT, self.y, intro, leading=4, size=9.5)
        self.y += 2

    def _name(self) -> None:
        """The company's name in the place of a logo, as big as two lines allow."""
        name = self.paper.sender.name
        size = next((z for z in (20, 16, 13) if len(wrap(name, width=100, size=z, bold=True)) <= 2), 10)  # noqa: PLR2004
        lines = wrap(name, width=100, size=size, bold=True)[:3]
        self.sheet.lines(
            LEFT, 24, lines, leading=size * 0.4, size=size, bold=True, colour=ACCENT
        )  # fmt: skip

    def _facts(self, y: float) -> float:
        for label, value in self.paper.facts:
            self.sheet.text(_FACTS_LEFT, y, label, size=8.5, colour=MUTED)
            width = RIGHT - _FACTS_LEFT - _FACT_LABEL
            lines = wrap(value, width=width, size=_BODY)
            y = self.sheet.lines(_FACTS_LEFT + _FACT_LABEL, y, lines, leading=_LEADING, size=_BODY) + 0.6
        return y

    def _marks(self) -> None:
        """What every page has: fold marks, a watermark, the foot."""
        sheet, paper = self.sheet, self.paper
        for y in (105.0, 148.5, 210.0):
            sheet.rule(y, left=4, right=8 if y == 148.5 else 7)  # noqa: PLR2004 - the punch mark
        if paper.mark:
            sheet.watermark(paper.mark)
        sheet.rule(268.5)
        columns = paper.sender.foot
        step = (RIGHT - LEFT) / max(len(columns), 1)
        for i, lines in enumerate(columns):
            x = LEFT + i * step
            for row, line in enumerate(lines[:4]):
                bold = row == 0 and i == 0
                size = fitted(line, width=step - 3, size=7, bold=bold)
                sheet.text(x, 273 + row * 3.4, line, size=size, bold=bold, colour=MUTED)
        label = words("page", paper.language).format(page=sheet.page, pages=self.pages)
        sheet.text(RIGHT, HEIGHT - 7, label, size=7.5, colour=MUTED, right=True)

    def _turn(self) -> None:
        """The next page, with a short head."""
        sheet, paper = self.sheet, self.paper
        sheet.turn()
        self._marks()
        sheet.text(LEFT, 18, paper.title, size=10.5, bold=True, colour=ACCENT)
        sheet.text(RIGHT, 18, paper.sender.name, size=9, colour=MUTED, right=True)
        sheet.rule(21.5)
        self.y = _FOLLOWING

    def _need(self, height: float) -> None:
        if self.y + height > BOTTOM:
            self._turn()

    # --- table ---

    def _table(self) -> None:
        self._heads()
        carried = 0
        last = len(self.paper.rows) - 1
        end = self._tail_height + 2
        for i, row in enumerate(self.paper.rows):
            laid = self._lay(row)
            room = BOTTOM - (_CARRY if self.paper.carries and i != last else 0)
            if i == last:
                # the last line goes with what follows the table: no page holds that alone
                room -= end if end + laid.height < BOTTOM - _FOLLOWING - _HEAD - _CARRY else 0
            if self.y + laid.height > room and i:
                self._break(carried)
            self._row(laid)
            carried += row.amount_minor
        self.sheet.rule(self.y, colour=MUTED, weight=0.8)
        self.y += 2

    def _break(self, carried: int) -> None:
        text = amount_text(carried, self.paper.currency, self.paper.language) if self.paper.carries else ""
        self._carry("carried_forward", text)
        self._turn()
        self._heads()
        self._carry("brought_forward", text)

    def _carry(self, key: str, text: str) -> None:
        if not text:
            return
        base = self.y + 4
        self.sheet.text(RIGHT - 34, base, words(key, self.paper.language), size=8, colour=MUTED, right=True)
        self.sheet.text(RIGHT - _CELL, base, text, size=8, colour=MUTED, right=True)
        self.y += _CARRY
        self.sheet.rule(self.y)

    def _heads(self) -> None:
        self.sheet.box(LEFT, self.y, RIGHT - LEFT, _HEAD, fill=TINT)
        for head, (left, right) in zip(self.paper.heads, self._edges, strict=True):
            x = right - _CELL if head.right else left + _CELL
            self.sheet.text(x, self.y + 4.7, head.words, size=8, bold=True, colour=MUTED, right=head.right)
        self.y += _HEAD

    def _lay(self, row: Row) -> _Laid:
        left, right = self._edges[1]
        width = right - left - 2 * _CELL
        name = wrap(row.cells[1], width=width, size=_BODY)
        details = wrap(" · ".join(row.details), width=width, size=_SMALL) if row.details else []
        height = len(name) * _LEADING + len(details) * _SMALL_LEADING + _PADDING
        return _Laid(row, name, details, height + (_HEAD if row.group else 0))

    def _row(self, laid: _Laid) -> None:
        sheet = self.sheet
        if laid.row.group:
            sheet.text(LEFT + _CELL, self.y + 5, laid.row.group, size=8.5, bold=True, colour=ACCENT)
            self.y += _HEAD
            sheet.rule(self.y)
        base = self.y + _LEADING
        for i, (head, (left, right)) in enumerate(zip(self.paper.heads, self._edges, strict=True)):
            if i == 1:
                y = sheet.lines(left + _CELL, base, laid.name, leading=_LEADING, size=_BODY)
                y += _SMALL_LEADING - _LEADING
                sheet.lines(left + _CELL, y, laid.details, leading=_SMALL_LEADING, size=_SMALL, colour=MUTED)
            elif laid.row.cells[i] == TICK:
                sheet.box(right - 6, self.y + 1.3, 3.6, 3.6, edge=MUTED)
            else:
                x = right - _CELL if head.right else left + _CELL
                size = fitted(laid.row.cells[i], width=right - left - _CELL, size=_BODY)
                sheet.text(x, base, laid.row.cells[i], size=size, right=head.right)
        self.y += laid.height - (_HEAD if laid.row.group else 0)
        sheet.rule(self.y)

    # --- below the table ---

    def _totals_height(self) -> float:
        paper = self.paper
        if not paper.totals:
            return 0
        return 4 + max(5 * (len(paper.taxes) + 1), sum(8 if t.strong else 5 for t in paper.totals)) + 3

    def _totals(self) -> None:
        paper, sheet = self.paper, self.sheet
        if not paper.totals:
            return
        self._need(self._totals_height())
        top = self.y
        y = top + 4
        for total in paper.totals:
            if total.strong:
                sheet.rule(y - 2.6, left=LEFT + 92, colour=INK, weight=0.8)
                y += 2.8
            size = 11.5 if total.strong else _BODY
            sheet.text(LEFT + 92, y, total.words, size=size, bold=total.strong)
            sheet.text(RIGHT - _CELL, y, total.amount, size=size, bold=total.strong, right=True)
            y += 5.6 if total.strong else 5
        self.y = max(y, self._taxes(top + 4)) + 3

    def _taxes(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        if not paper.taxes:
            return y
        ends = (LEFT + 50, LEFT + 76)
        for row, cells in enumerate((paper.tax_heads, *paper.taxes)):
            bold, colour = row == 0, MUTED
            sheet.text(LEFT + _CELL, y, cells[0], size=8, bold=bold, colour=colour)
            for x, cell in zip(ends, cells[1:], strict=True):
                sheet.text(x, y, cell, size=8, bold=bold, colour=colour, right=True)
            if row == 0:
                sheet.rule(y + 1.5, right=LEFT + 76)
            y += 5
        return y

    def _terms(self) -> None:
        paper, sheet = self.paper, self.sheet
        matrix = qr_matrix(paper.payment_code) if paper.payment_code else None
        width = RIGHT - LEFT - (_QR + 14 if matrix else 0)
        text = [part for line in paper.terms for part in (wrap(line, width=width, size=_BODY))]
        height = len(text) * 4.6 + 5 * len(paper.instalments) + 4.6 * len(paper.bank) + 8
        if not text and not matrix:
            return
        self._need(max(height, _QR + 8 if matrix else 0))
        top = self.y + 5
        y = sheet.lines(LEFT, top, text, leading=4.6, size=_BODY)
        for label, due, money in paper.instalments:
            sheet.text(LEFT, y, label, size=_BODY)
            sheet.text(LEFT + 26, y, due, size=_BODY)
            sheet.text(LEFT + 92, y, money, size=_BODY, bold=True, right=True)
            y += 5
        y += 2 if paper.bank else 0
        for label, value in paper.bank:
            sheet.text(LEFT, y, label, size=8.5, colour=MUTED)
            sheet.text(LEFT + 32, y, value, size=_BODY)
            y += 4.6
        if matrix:
            self._code(matrix, top - 3)
            y = max(y, top - 3 + _QR + 6)
        self.y = y

    def _code(self, matrix: Sequence[Sequence[bool]], y: float) -> None:
        x = RIGHT - _QR - 2
        self.sheet.modules(matrix, x, y, _QR)
        key = "pay_first" if self.paper.instalments else "pay_by_code"
        label = words(key, self.paper.language)
        self.sheet.text(x + _QR / 2, y + _QR + 4, label, size=7.5, colour=MUTED, centre=True)

    def _closing(self) -> None:
        lines = [part for line in self.paper.closing for part in wrap(line, width=RIGHT - LEFT, size=_BODY)]
        for line in lines:
            self._need(5)
            self.sheet.text(LEFT, self.y + 5, line, size=_BODY)
            self.y += 4.6
        self.y += 4 if lines else 0

    def _receipt(self) -> None:
        taken, sheet, paper = self.paper.receipt, self.sheet, self.paper
        if taken is None:
            return
        self._need(42)
        sheet.text(LEFT, self.y + 8, words("received", paper.language), size=_BODY)
        y = self.y + 30
        columns = (("received_date", taken.on, 40), ("received_by", taken.by, 55), ("signature", "", 65))
        x = LEFT
        for key, value, width in columns:
            sheet.text(x, y - 1.5, value, size=_BODY)
            if key == "signature" and taken.signature is not None:
                sheet.picture(taken.signature, x, y - 19, width, 18)
            sheet.rule(y, left=x, right=x + width, colour=MUTED)
            sheet.text(x, y + 4, words(key, paper.language), size=_SMALL, colour=MUTED)
            x += width + 5
        self.y = y + 8


def _edges(paper: TradePaper) -> list[tuple[float, float]]:
    """Left and right of each column; the item's takes what is left."""
    fixed = sum(h.width for i, h in enumerate(paper.heads) if i != 1)
    found: list[tuple[float, float]] = []
    x = LEFT
    for i, head in enumerate(paper.heads):
        width = RIGHT - LEFT - fixed if i == 1 else head.width
        found.append((x, x + width))
        x += width
    return found
