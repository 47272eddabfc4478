"""What the official rules say: valid or not, each rule, and the field that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.einvoice.findings import Finding, is_valid
from app.einvoice.formats import Format
from app.einvoice.sums import SumFault
from ui.einvoice.amounts import cents_text
from ui.einvoice.words import amount_term, format_word, mend_word, sentence
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import column, label, set_tone

_MOST_ROWS: Final = 3
_ROW: Final = 48
_HEAD: Final = 44


class FindingsCard(QWidget):
    """A sentence, and below it the rules that do not hold.

    Signals:
        mend_wanted(str): Enter or a tap on a rule; the Mend it names.
    """

    mend_wanted = Signal(str)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        tr = self.tr
        self.verdict = label("", tokens.BODY, 600, wrap=True)
        self.table = DataTable(tr("Rules that do not hold"), [
            Column("rule", tr("Rule"), 250), Column("text", tr("What it says")),
            Column("mend", tr("Where it is mended"), 300, least=700),
        ])  # fmt: skip
        self.why = label("", tokens.SUB, 400, "text2", wrap=True)
        body = column(self, gap=6)
        for part in (self.verdict, self.table, self.why):
            body.addWidget(part)
        self.table.current_changed.connect(self._show_whole)
        self.table.opened.connect(self._opened)
        self._findings: list[Finding] = []
        self.wait("")

    def wait(self, sentence_: str) -> None:
        """Nothing is known yet."""
        self._findings = []
        self._say(sentence_, "text2")
        self.table.setVisible(False)
        self.why.setVisible(False)

    def show_findings(
        self, form: Format, findings: Sequence[Finding], faults: Sequence[SumFault] = (), currency: str = ""
    ) -> None:
        """Say how it stands."""
        self._findings = list(findings)
        name = format_word(form)
        fatal = sum(f.is_fatal for f in findings)
        if is_valid(findings):
            self._say(self.tr("Valid as {format} by the official rules.").format(format=name), "ok")
        else:
            told = self.tr("Not valid as {format}: %n rule(s) broken.", "", fatal)
            self._say(told.format(format=name), "danger")
        rows = [self._fault(x, currency) for x in faults]
        rows += [
            TableRow(
                str(place), (f.rule, sentence(f), mend_word(f.mend)),
                {"rule": "danger" if f.is_fatal else "warn"},
            )
            for place, f in enumerate(findings)
        ]  # fmt: skip
        self.table.set_rows(rows)
        self.table.setFixedHeight(_HEAD + _ROW * min(max(len(rows), 1), _MOST_ROWS))
        self.table.setVisible(bool(rows))
        self._show_whole(self.table.current())

    def _fault(self, fault: SumFault, currency: str) -> TableRow:
        told = self.tr("{term}: {stated} is stated, its parts come to {reckoned}").format(
            term=amount_term(fault.term), stated=cents_text(self._desk, fault.stated, currency),
            reckoned=cents_text(self._desk, fault.reckoned, currency),
        )  # fmt: skip
        return TableRow(f"sum:{fault.term}", (fault.term, told, ""), {"rule": "danger"})

    def _show_whole(self, key: str) -> None:
        """The whole sentence of the rule that the keyboard is on, and the field that mends it."""
        place = int(key) if key.isdecimal() else -1
        if not 0 <= place < len(self._findings):
            self.why.setVisible(False)
            return
        finding = self._findings[place]
        parts = (sentence(finding), mend_word(finding.mend))
        self.why.setText(" → ".join(x for x in parts if x))
        self.why.setVisible(True)

    def _opened(self, key: str) -> None:
        if key.isdecimal():
            self.mend_wanted.emit(self._findings[int(key)].mend.value)

    def _say(self, text: str, tone: str) -> None:
        self.verdict.setText(text)
        self.verdict.setAccessibleName(text)
        set_tone(self.verdict, tone)
