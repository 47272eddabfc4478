"""Draws a business letter: head, address window, facts, table over the pages, totals, terms, foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.formats import amount as amount_text
from app.documents.payment_qr import qr_matrix
from app.documents.swiss_sheet import draw_swiss_bill
from app.documents.trade_paper import TICK, Row, TradePaper, item_place
from app.documents.trade_sheet import (
    INK,
    MUTED,
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
_FOLLOWING: Final = 16.0  # where the text begins on the others, below the upper margin
_QR: Final = 30.0
_FACTS: Final = 75.0  # from the right edge
_TOTALS: Final = 78.0  # from the right edge
_SIGNED: Final = 170.0  # the width that the lines for a signature are made for
_FACT_LABEL: Final = 31.0


def trade_pdf(paper: TradePaper) -> bytes:
    """The letter as PDF: the same letter gives the same bytes."""
    tail = _Drawing(paper, pages=0).measure_tail()
    counted = _Drawing(paper, pages=0, tail=tail)
    counted.draw()
    drawn = _Drawing(paper, pages=counted.sheet.page, tail=tail)
    drawn.draw()
    if paper.swiss is not None:
        draw_swiss_bill(drawn.sheet, paper.swiss, paper.language)
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
        self.paper, self.pages, self.s = paper, pages, paper.style
        self._tail_height = tail
        self.sheet = Sheet(
            title=paper.title, author=paper.sender.name, language=paper.language, blank=not pages,
            style=paper.style,
        )  # fmt: skip
        self.y = 0.0
        self._edges = _edges(paper)
        self._item = item_place(paper.heads)

    def draw(self) -> None:
        """Everything, from the first page to the last."""
        self._first_page()
        self._table()
        self._tail()

    def measure_tail(self) -> float:
        """How high is what follows the table; only the totals where all of it needs more than a page."""
        self.y = self.s.top + _FOLLOWING
        self._tail()
        return self.y - self.s.top - _FOLLOWING if self.sheet.page == 1 else self._totals_height()

    def _tail(self) -> None:
        self._totals()
        self._terms()
        self._closing()
        self._receipt()

    # --- pages ---

    def _first_page(self) -> None:
        paper, sheet = self.paper, self.sheet
        self._marks()
        self._head()
        size = fitted(paper.sender.sender_line, width=85, size=6.5)
        sheet.text(self.s.left, 50.5, paper.sender.sender_line, size=size, colour=MUTED)
        sheet.rule(52, left=self.s.left, right=self.s.left + 85)
        lines = [part for line in paper.recipient for part in wrap(line, width=85, size=10.5)]
        sheet.lines(self.s.left, 58, lines[:7], leading=5, size=10.5)
        bottom = self._facts(60 + 5 * len(lines[:7]) if self.s.narrow else 50.5)
        self.y = max(_FIRST, bottom + 9)
        title = wrap(paper.title, width=self.s.right - self.s.left, size=17, bold=True)
        self.y = sheet.lines(
            self.s.left, self.y, title, leading=7.5, size=17, bold=True, colour=self.s.colour
        )
        if paper.intro:
            intro = wrap(paper.intro, width=self.s.right - self.s.left, size=9.5)
            self.y = sheet.lines(self.s.left, self.y, intro, leading=4, size=9.5)
        self.y += 2

    def _head(self) -> None:
        """The logo or the name at its side, how to reach us at the other."""
        sender, s = self.paper.sender, self.s
        if sender.logo is None or s.logo == "none":
            self._name()
        elif s.logo == "right":
            self.sheet.picture(sender.logo, s.right - 70, s.top, 70, s.logo_height, right=True)
        else:
            self.sheet.picture(sender.logo, s.left, s.top, 70, s.logo_height)
        away = sender.logo is not None and s.logo == "right"
        for i, line in enumerate(sender.contact):
            x = s.left if away else s.right
            self.sheet.text(x, s.top + 4 + 4 * i, line, size=8, colour=MUTED, right=not away)

    def _name(self) -> None:
        """The company's name in the place of a logo, as big as two lines allow."""
        name = self.paper.sender.name
        size = next((z for z in (20, 16, 13) if len(wrap(name, width=100, size=z, bold=True)) <= 2), 10)  # noqa: PLR2004
        lines = wrap(name, width=100, size=size, bold=True)[:3]
        self.sheet.lines(
            self.s.left, self.s.top + 10, lines, leading=size * 0.4, size=size, bold=True,
            colour=self.s.colour,
        )  # fmt: skip

    def _facts(self, y: float) -> float:
        x = self.s.left if self.s.narrow else self.s.right - _FACTS
        for label, value in self.paper.facts:
            self.sheet.text(x, y, label, size=8.5, colour=MUTED)
            width = self.s.right - x - _FACT_LABEL
            lines = wrap(value, width=width, size=_BODY)
            y = self.sheet.lines(x + _FACT_LABEL, y, lines, leading=_LEADING, size=_BODY) + 0.6
        return y

    def _marks(self) -> None:
        """What every page has: fold marks, a watermark, the foot."""
        sheet, paper = self.sheet, self.paper
        for y in (105.0, 148.5, 210.0) if self.s.folds else ():
            sheet.rule(y, left=4, right=8 if y == 148.5 else 7)  # noqa: PLR2004 - the punch mark
        if paper.mark:
            sheet.watermark(paper.mark)
        sheet.rule(self.s.bottom + 6.5)
        columns = paper.sender.foot
        step = (self.s.right - self.s.left) / max(len(columns), 1)
        for i, lines in enumerate(columns):
            x = self.s.left + i * step
            for row, line in enumerate(lines[:4]):
                bold = row == 0 and i == 0
                size = fitted(line, width=step - 3, size=7, bold=bold)
                sheet.text(x, self.s.bottom + 11 + row * 3.4, line, size=size, bold=bold, colour=MUTED)
        label = words("page", paper.language).format(page=sheet.page, pages=self.pages)
        sheet.text(self.s.right, self.s.height - 7, label, size=7.5, colour=MUTED, right=True)

    def _turn(self) -> None:
        """The next page, with a short head."""
        sheet, paper = self.sheet, self.paper
        sheet.turn()
        self._marks()
        sheet.text(self.s.left, self.s.top + 4, paper.title, size=10.5, bold=True, colour=self.s.colour)
        sheet.text(self.s.right, self.s.top + 4, paper.sender.name, size=9, colour=MUTED, right=True)
        sheet.rule(self.s.top + 7.5)
        self.y = self.s.top + _FOLLOWING

    def _need(self, height: float) -> None:
        if self.y + height > self.s.bottom:
            self._turn()

    # --- table ---

    def _table(self) -> None:
        self._heads()
        carried = 0
        last = len(self.paper.rows) - 1
        end = self._tail_height + 2
        for i, row in enumerate(self.paper.rows):
            laid = self._lay(row)
            room = self.s.bottom - (_CARRY if self.paper.carries and i != last else 0)
            if i == last:
                # the last line goes with what follows the table: no page holds that alone
                room -= (
                    end if end + laid.height < self.s.bottom - self.s.top - _FOLLOWING - _HEAD - _CARRY else 0
                )
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
        self.sheet.text(
            self.s.right - 34, base, words(key, self.paper.language), size=8, colour=MUTED, right=True
        )
        self.sheet.text(self.s.right - _CELL, base, text, size=8, colour=MUTED, right=True)
        self.y += _CARRY
        self.sheet.rule(self.y)

    def _heads(self) -> None:
        self.sheet.box(self.s.left, self.y, self.s.right - self.s.left, _HEAD, fill=TINT)
        for head, (left, right) in zip(self.paper.heads, self._edges, strict=True):
            x = right - _CELL if head.right else left + _CELL
            size = fitted(head.words, width=right - left - _CELL, size=8, bold=True)
            self.sheet.text(x, self.y + 4.7, head.words, size=size, bold=True, colour=MUTED, right=head.right)
        self.y += _HEAD

    def _lay(self, row: Row) -> _Laid:
        left, right = self._edges[self._item]
        width = right - left - 2 * _CELL
        name = wrap(row.cells[self._item], width=width, size=_BODY)
        details = wrap(" · ".join(row.details), width=width, size=_SMALL) if row.details else []
        height = len(name) * _LEADING + len(details) * _SMALL_LEADING + _PADDING
        return _Laid(row, name, details, height + (_HEAD if row.group else 0))

    def _row(self, laid: _Laid) -> None:
        sheet = self.sheet
        if laid.row.group:
            sheet.text(
                self.s.left + _CELL, self.y + 5, laid.row.group, size=8.5, bold=True, colour=self.s.colour
            )
            self.y += _HEAD
            sheet.rule(self.y)
        base = self.y + _LEADING
        for i, (head, (left, right)) in enumerate(zip(self.paper.heads, self._edges, strict=True)):
            if i == self._item:
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
        taxes, totals = 5 * (len(paper.taxes) + 1), sum(8 if t.strong else 5 for t in paper.totals)
        return 7 + (taxes + totals + 2 if self.s.narrow else max(taxes, totals))

    def _totals(self) -> None:
        paper, sheet = self.paper, self.sheet
        if not paper.totals:
            return
        self._need(self._totals_height())
        top, left = self.y, self.s.right - _TOTALS
        y = top + 4
        for total in paper.totals:
            if total.strong:
                sheet.rule(y - 2.6, left=left, colour=INK, weight=0.8)
                y += 2.8
            size = 11.5 if total.strong else _BODY
            sheet.text(left, y, total.words, size=size, bold=total.strong)
            sheet.text(self.s.right - _CELL, y, total.amount, size=size, bold=total.strong, right=True)
            y += 5.6 if total.strong else 5
        self.y = max(y, self._taxes(y + 2 if self.s.narrow else top + 4)) + 3

    def _taxes(self, y: float) -> float:
        paper, sheet = self.paper, self.sheet
        if not paper.taxes:
            return y
        ends = (self.s.left + 50, self.s.left + 76)
        for row, cells in enumerate((paper.tax_heads, *paper.taxes)):
            bold, colour = row == 0, MUTED
            sheet.text(self.s.left + _CELL, y, cells[0], size=8, bold=bold, colour=colour)
            for x, cell in zip(ends, cells[1:], strict=True):
                sheet.text(x, y, cell, size=8, bold=bold, colour=colour, right=True)
            if row == 0:
                sheet.rule(y + 1.5, right=self.s.left + 76)
            y += 5
        return y

    def _terms(self) -> None:
        paper, sheet = self.paper, self.sheet
        matrix = qr_matrix(paper.payment_code) if paper.payment_code else None
        width = self.s.right - self.s.left - (_QR + 14 if matrix else 0)
        text = [part for line in paper.terms for part in (wrap(line, width=width, size=_BODY))]
        height = len(text) * 4.6 + 5 * len(paper.instalments) + 4.6 * len(paper.bank) + 8
        if not text and not matrix:
            return
        self._need(max(height, _QR + 8 if matrix else 0))
        top = self.y + 5
        y = sheet.lines(self.s.left, top, text, leading=4.6, size=_BODY)
        for label, due, money in paper.instalments:
            sheet.text(self.s.left, y, label, size=_BODY)
            sheet.text(self.s.left + 26, y, due, size=_BODY)
            sheet.text(self.s.left + 92, y, money, size=_BODY, bold=True, right=True)
            y += 5
        y += 2 if paper.bank else 0
        for label, value in paper.bank:
            sheet.text(self.s.left, y, label, size=8.5, colour=MUTED)
            sheet.text(self.s.left + 32, y, value, size=_BODY)
            y += 4.6
        if matrix:
            self._code(matrix, top - 3)
            y = max(y, top - 3 + _QR + 6)
        self.y = y

    def _code(self, matrix: Sequence[Sequence[bool]], y: float) -> None:
        x = self.s.right - _QR - 2
        self.sheet.modules(matrix, x, y, _QR)
        key = "pay_first" if self.paper.instalments else "pay_by_code"
        label = words(key, self.paper.language)
        self.sheet.text(x + _QR / 2, y + _QR + 4, label, size=7.5, colour=MUTED, centre=True)

    def _closing(self) -> None:
        lines = [
            part
            for line in self.paper.closing
            for part in wrap(line, width=self.s.right - self.s.left, size=_BODY)
        ]
        for line in lines:
            self._need(5)
            self.sheet.text(self.s.left, self.y + 5, line, size=_BODY)
            self.y += 4.6
        self.y += 4 if lines else 0

    def _receipt(self) -> None:
        taken, sheet, paper = self.paper.receipt, self.sheet, self.paper
        if taken is None:
            return
        self._need(42)
        sheet.text(self.s.left, self.y + 8, words("received", paper.language), size=_BODY)
        y = self.y + 30
        columns = (("received_date", taken.on, 40), ("received_by", taken.by, 55), ("signature", "", 65))
        x, shrink = self.s.left, min(1.0, (self.s.right - self.s.left) / _SIGNED)
        for key, value, whole in columns:
            width = whole * shrink
            sheet.text(x, y - 1.5, value, size=_BODY)
            if key == "signature" and taken.signature is not None:
                sheet.picture(taken.signature, x, y - 19, width, 18)
            sheet.rule(y, left=x, right=x + width, colour=MUTED)
            sheet.text(x, y + 4, words(key, paper.language), size=_SMALL, colour=MUTED)
            x += width + 5
        self.y = y + 8


def _edges(paper: TradePaper) -> list[tuple[float, float]]:
    """Left and right of each column; the item's takes what is left."""
    style, item = paper.style, item_place(paper.heads)
    shrink = 0.8 if style.narrow else 1.0
    fixed = sum(h.width * shrink for i, h in enumerate(paper.heads) if i != item)
    found: list[tuple[float, float]] = []
    x = style.left
    for i, head in enumerate(paper.heads):
        width = style.right - style.left - fixed if i == item else head.width * shrink
        found.append((x, x + width))
        x += width
    return found
