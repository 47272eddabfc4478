"""The page of the first start: steps back and forth by keys, then the shop is set up at once."""

from __future__ import annotations

import contextlib
import threading
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from app.founding.plan import ShopPlan
from app.kernel.refusal import Refusal
from ui.founding.steps import (
    CompanyStep,
    FoundingStep,
    GoodsStep,
    SummaryStep,
    TaxesStep,
    TillsStep,
    UsersStep,
)
from ui.shell.errors import describe
from ui.shell.startup import BeginShop, Begun
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.side_panel import scrolling
from ui.widgets.text import Card, column, label, line, set_tone

_WIDTH: Final = 860
_SHOWN_ERRORS: Final = 5


class FoundingPage(QWidget):
    """A card with one step at a time; Enter goes on, Esc goes back.

    Signals:
        retry_requested(): the shop is there; open it.
        quit_requested(): end the program; nothing was written.
    """

    retry_requested = Signal()
    quit_requested = Signal()
    _progressed = Signal(int, int)
    _ended = Signal(object)

    def __init__(self, begin: BeginShop, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin = begin
        self._thread: threading.Thread | None = None
        self._country = ""
        self._is_ready = False  # the shop is there; what is left is to open it
        code = (language or QLocale.system().name())[:2]
        self.company = CompanyStep(code)
        self.taxes = TaxesStep(self.company.formats)
        self.tills = TillsStep(self.company.formats)
        self.users, self.goods, self.summary = UsersStep(), GoodsStep(), SummaryStep()
        self.steps: tuple[FoundingStep, ...] = (
            self.company, self.taxes, self.tills, self.users, self.goods, self.summary,
        )  # fmt: skip
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(scrolling(step))
        self.heading = label("", tokens.CASH, 700)
        self.count = label("", tokens.SUB, tone="text2")
        self.hint = label("", tokens.BODY, tone="text2", wrap=True)
        self.message = label("", tokens.BODY, 600, "danger", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.quit = Button(self.tr("Quit"), icon="logout")
        self.back = Button(self.tr("Back"), icon="undo", hint=self.tr("Esc"))
        self.next = Button(self.tr("Next"), "primary", icon="check", hint="⏎")
        self._lay_out()
        self.quit.clicked.connect(self.quit_requested)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._progressed.connect(self._show_progress)
        self._ended.connect(self._have)
        self._show(0)

    def _lay_out(self) -> None:
        card = Card(pad=24)
        card.setMaximumWidth(_WIDTH)
        card.body.setSpacing(tokens.GUTTER)
        card.body.addLayout(line(self.heading, None, self.count))
        for part in (self.hint, self.stack, self.message, self.bar):
            card.body.addWidget(part)
        card.body.setStretch(2, 1)
        card.body.addLayout(line(self.quit, None, self.back, self.next))
        layout = column(self, margin=tokens.GUTTER)
        middle = line(None, card, None)
        middle.setStretch(1, 20)
        layout.addLayout(middle, 1)
        self.message.setVisible(False)
        self.bar.setVisible(False)

    # --- from step to step ---

    @property
    def place(self) -> int:
        """Which step is in front, from 0."""
        return self.stack.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """The next step, once this one is right; from the last one the shop is set up."""
        if not self.next.isEnabled():
            return
        if self._is_ready:
            self.retry_requested.emit()
            return
        try:
            self.steps[self.place].check()
            self._prepare_next()
        except Refusal as refusal:
            self._say(describe(refusal), bad=True)
            return
        if self.place + 1 < len(self.steps):
            self._show(self.place + 1)
        else:
            self._set_up()

    def go_back(self) -> None:
        """The step before; what was typed stays."""
        if self.back.isEnabled() and self.place > 0:
            self._show(self.place - 1)

    def _prepare_next(self) -> None:
        step = self.steps[self.place]
        if step is self.company and self._country != self.company.chosen.code:
            self._country = self.company.chosen.code
            self.taxes.fill(self.company.chosen)
            self.tills.store.setText(self.tills.store.text() or self.company.city.text().strip())
        elif step is self.goods:
            self.summary.tell(self._told())

    def _show(self, place: int) -> None:
        step = self.steps[place]
        self.stack.setCurrentIndex(place)
        self.heading.setText(step.title)
        self.hint.setText(step.hint)
        words = self.tr("Step {place} of {count}")
        self.count.setText(words.format(place=place + 1, count=len(self.steps)))
        self._say("")
        self.back.setEnabled(place > 0)
        last = place + 1 == len(self.steps)
        self.next.setText(self.tr("Set the shop up") if last else self.tr("Next"))
        self.setFocusProxy(self.next if last else step.first)
        self.setFocus()

    def _say(self, text: str, *, bad: bool = False) -> None:
        set_tone(self.message, "danger" if bad else "text2")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _told(self) -> list[str]:
        company, tr = self.company.company(), self.tr
        formats = self.company.formats()
        taxes = ", ".join(f"{t.name} {formats.percent(t.rate // 10)}" for t in self.taxes.taxes())
        users = ", ".join(f"{u.name}" for u in self.users.users())
        address = ", ".join(
            filter(None, (company.name, company.street, f"{company.postcode} {company.city}".strip()))
        )
        return [
            address,
            tr("Currency: {currency}; prices {prices}").format(
                currency=company.currency, prices=self.company.prices.currentText()
            ),
            tr("Taxes: {taxes}").format(taxes=taxes),
            tr("Tills: {tills}").format(tills=", ".join(f"{t.name} ({t.code})" for t in self.tills.tills())),
            tr("Users: {users}").format(users=users),
            tr("Goods: {goods}").format(
                goods=self.goods.file.name if self.goods.file else self.goods.kind.currentText()
            ),
        ]

    def plan(self) -> ShopPlan:
        """Everything that was answered; raises what the steps raise."""
        return ShopPlan(
            company=self.company.company(), taxes=self.taxes.taxes(),
            includes_tax=bool(self.company.prices.value()), store_name=self.tills.store.text().strip(),
            tills=self.tills.tills(), users=self.users.users(), float_minor=self.tills.float_minor(),
        )  # fmt: skip

    # --- the work ---

    def _set_up(self) -> None:
        plan, samples, file = self.plan(), self.goods.samples, self.goods.file
        self._say(self.tr("The shop is set up …"))
        self.bar.setRange(0, 0)
        self._busy(busy=True)

        def work() -> None:
            try:
                found: object = self._begin(plan, samples, file, self._progressed.emit)
            except Exception as error:  # noqa: BLE001 - shown to the user, whatever it is
                found = error
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self._ended.emit(found)

        self._thread = threading.Thread(target=work, name="founding", daemon=True)
        self._thread.start()

    def _busy(self, *, busy: bool) -> None:
        self.bar.setVisible(busy)
        for part in (self.quit, self.back, self.next):
            part.setEnabled(not busy)

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _have(self, found: object) -> None:
        self._busy(busy=False)
        if isinstance(found, Begun):
            self._show_done(found)
        elif isinstance(found, Refusal):
            self._say(describe(found), bad=True)
        elif isinstance(found, Exception):
            self._say(self.tr("The shop could not be set up. Nothing was written; try again."), bad=True)
            raise found

    def _show_done(self, begun: Begun) -> None:
        """The shop is there; lines that were left out are told before the till opens."""
        self._is_ready = True
        if not begun.left_out and not begun.broken:
            self.retry_requested.emit()
            return
        self.heading.setText(self.tr("The shop is ready"))
        self.hint.setText(self.tr("The file can be imported again under Products; nothing is doubled."))
        self.count.setText("")
        words = self.tr("{products} products are in. Left out: {left_out}")
        told = [words.format(products=begun.products, left_out=begun.left_out)]
        told += [*begun.errors[:_SHOWN_ERRORS], begun.broken]
        self.summary.tell([text for text in told if text])
        self._say("")
        self.back.setEnabled(False)
        self.next.setText(self.tr("Open the till"))
        self.next.setFocus()
