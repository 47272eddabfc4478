"""The page of a quote or order: where it stands, what comes next, what happened, what belongs to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.documents.order_papers import build_order_confirmation, build_quote
from app.kernel.permission import Permission
from app.mailing.drafts import kinds_of
from app.mailing.settings import MailSettings, get_mail_settings
from app.mailing.states import MailKind
from app.orders.states import OrderStatus
from app.story.screen_queries import OrderPage, order_page
from ui.office.section import OfficeDesk
from ui.orders.checks_card import ChecksCard, check_rows
from ui.orders.day_bar import DayBar
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import document_rows, link_list, money, timeline_rows
from ui.orders.next_step import Act, acts_of
from ui.orders.order_acts import OrderActs, act_icon, act_word, may_do
from ui.orders.order_words import about_order, line_reason, order_row
from ui.orders.state_bar import StateBar, StateStep, order_states
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable
from ui.widgets.text import Elided, column, label, line

_RAIL: Final = 340
_WIDE: Final = 760  # a narrower table leaves out what the steps above it tell as well
_NARROW: Final = 1000
_SIDES: Final = 44  # of the panel
_GAP: Final = 8
_WITH_CHECKS: Final = (OrderStatus.DRAFT, OrderStatus.QUOTED, OrderStatus.ACCEPTED, OrderStatus.ON_HOLD)


class OrderPanel(DocumentPanel):
    """The panel of an order.

    Signals:
        edit_wanted(object): its OrderDetail is to be changed.
        claim_wanted(object): goods of its OrderDetail came back or were missing.
        route_wanted(object): where its OrderDetail ships from is to be chosen.
        direct_wanted(object): a supplier is to bring goods of its OrderDetail.
        repeat_wanted(object): its OrderDetail is to be ordered again and again.
    """

    edit_wanted = Signal(object)
    claim_wanted = Signal(object)
    route_wanted = Signal(object)
    direct_wanted = Signal(object)
    repeat_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.shown: OrderPage | None = None
        self.acts = OrderActs(self)
        self.states = StateBar(self.tr("Progress"))
        self.about = Elided("", tokens.SUB, 400, "text2")
        self.lines = DataTable(self.tr("Lines"), self._columns())
        self.why = Elided("", tokens.SUB, 400, "text2")
        self.totals = label("", tokens.LABEL, 700)
        self.checks = ChecksCard()
        self.documents = link_list(desk, self.tr("Related documents"))
        self.timeline = link_list(desk, self.tr("Timeline"))
        self.primary = Button("", "primary", hint="F10")
        self.pdf_button = Button(self.tr("PDF"), icon="print", hint="Ctrl+P")
        self.mail_button = Button(self.tr("E-mail"), icon="mail")
        self.mail_button.clicked.connect(self._write_mail)
        self.day_bar = DayBar()
        self.others: list[Button] = []
        self._foot = line(gap=8)
        self._lay_out()
        self.primary.clicked.connect(self.do_next)
        self.pdf_button.clicked.connect(self.show_pdf)
        self.lines.current_changed.connect(self._explain)
        self.first = self.primary

    def _columns(self) -> list[Column]:
        tr = self.tr
        return [
            Column("item", tr("Item")),
            Column("ordered", tr("Ordered"), 84, figure=True),
            Column("committed", tr("Committed"), 104, figure=True),
            Column("picked", tr("Picked"), 84, figure=True, least=_WIDE),
            Column("shipped", tr("Shipped"), 92, figure=True),
            Column("invoiced", tr("Invoiced"), 100, figure=True),
            Column("amount", tr("Amount"), 100, figure=True),
        ]

    def _lay_out(self) -> None:
        left = QWidget()
        main = column(left, gap=8)
        main.addWidget(self.about)
        main.addWidget(self.lines, 1)
        foot = line(self.why, self.totals, gap=12)
        foot.setStretch(0, 1)
        main.addLayout(foot)
        self._rail = QWidget()
        rail = column(self._rail, gap=8)
        self._rail_box: QBoxLayout = rail
        self._holders: list[QWidget] = []
        rail.addWidget(self.checks)
        for title, part in (
            (self.tr("Related documents"), self.documents), (self.tr("Timeline"), self.timeline),
        ):  # fmt: skip
            holder = QWidget()
            inner = column(holder, gap=4)
            inner.addWidget(label(title, tokens.SUB, 600))
            inner.addWidget(part, 1)
            rail.addWidget(holder, 1)
            self._holders.append(holder)
        self._across = line(left, self._rail, gap=14)
        self._across.setStretch(0, 1)
        self.page.addWidget(self.states)
        self.page.addLayout(self._across, 1)
        self.content.addWidget(self.day_bar)
        self._above = QWidget()  # the steps that have no room in the foot
        self._above_row = line(gap=8)
        self._above.setLayout(self._above_row)
        self._above_row.addStretch(1)
        self._above.setVisible(False)
        self.content.addWidget(self._above)
        self.content.addLayout(self._foot)
        self._foot.addWidget(self.pdf_button)
        self._foot.addWidget(self.story_button)
        self._foot.addWidget(self.mail_button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.primary)

    def story_of(self) -> tuple[str, int] | None:
        """The order's."""
        return None if self.shown is None else ("order", self.shown.detail.row.id)

    def load(self, order_id: int) -> None:
        """Read the order and show it."""
        self.ask(order_page, self._have, order_id=order_id, on=self.desk.services.context.on)

    def reload(self) -> None:
        """Read it again."""
        if self.shown is not None:
            self.load(self.shown.detail.row.id)

    def act(self) -> Act | None:
        """The next step, as the primary button names it."""
        found = acts_of(self.shown) if self.shown is not None else ()
        return found[0] if found else None

    def do_next(self) -> None:
        """The primary button."""
        act = self.act()
        if act is not None and self.primary.isEnabled():
            self.acts.do(act)

    def _have(self, page: OrderPage) -> None:
        first = self.shown is None
        self.shown = page
        row = page.detail.row
        number = row.number or row.quote_number or self.tr("Draft")
        self.set_title(f"{number} · {row.party_name}")
        words = [
            self.tr("Quote"), self.tr("Order"), self.tr("Committed"), self.tr("Shipped"),
            self.tr("Invoiced"), self.tr("Paid"),
        ]  # fmt: skip
        steps = [StateStep(w, s) for w, s in zip(words, order_states(page.detail), strict=True)]
        self.states.set_steps(steps if row.quote_number or row.number is None else steps[1:])
        self.about.set_text(about_order(page, self.desk))
        kept = self.lines.current()
        self.lines.set_rows([order_row(x, page, self.desk.formats) for x in page.detail.lines])
        self.lines.select(kept)
        self._show_totals(page)
        sends = self.desk.may(Permission.SEND_MAIL) and bool(kinds_of("order", row.status.value))
        self.mail_button.setVisible(sends)
        with_checks = row.status in _WITH_CHECKS
        self.checks.setVisible(with_checks)
        actor = self.desk.services.gateway.actor
        self.checks.set_rows(check_rows(page.checks, self.desk.formats, actor) if with_checks else [])
        related = document_rows(self.desk, page.story, ("order", row.id))
        self.documents.set_rows(related)
        self._holders[0].setVisible(bool(related))
        self.timeline.set_rows(timeline_rows(self.desk, page.story))
        self._show_acts(page)
        if first:
            self.take_focus()

    def _show_totals(self, page: OrderPage) -> None:
        detail = page.detail
        self.totals.setText(
            self.tr("net {net} · tax {tax} · total {gross}").format(
                net=money(self.desk, detail.net_minor, detail.row.currency),
                tax=money(self.desk, detail.tax_minor, detail.row.currency),
                gross=money(self.desk, detail.row.gross_minor, detail.row.currency),
            )
        )

    def _explain(self, key: str) -> None:
        found = next((x for x in self.shown.detail.lines if str(x.id) == key), None) if self.shown else None
        text = line_reason(found, self.shown, self.desk.formats) if found and self.shown else ""
        self.why.set_text(text)

    def _show_acts(self, page: OrderPage) -> None:
        for button in self.others:
            button.setParent(None)
            button.deleteLater()
        self.others.clear()
        found = acts_of(page)
        self.primary.setVisible(bool(found))
        if found:
            self.primary.setText(act_word(found[0]))
            self.primary.set_icon(act_icon(found[0]))
            allowed = may_do(self.desk, found[0])
            self.primary.setEnabled(allowed)
            self.primary.setToolTip("" if allowed else self.tr("Somebody else has the right for this step."))
        for act in (a for a in found[1:] if may_do(self.desk, a)):
            button = Button(act_word(act), "danger_soft" if act in (Act.CANCEL, Act.LOSE) else "plain")
            button.clicked.connect(lambda _=False, chosen=act: self.acts.do(chosen))
            self.others.append(button)
        self._place_acts()

    def _place_acts(self) -> None:
        """In the foot what has room there, the others above it."""
        fixed = [b for b in (self.pdf_button, self.story_button, self.mail_button) if not b.isHidden()]
        room = self.width() - _SIDES - sum(b.sizeHint().width() + _GAP for b in (*fixed, self.primary))
        above = 0
        for button in self.others:
            room -= button.sizeHint().width() + _GAP
            if room >= 0:
                self._foot.insertWidget(self._foot.count() - 2, button)
            else:
                self._above_row.addWidget(button)
                above += 1
        self._above.setVisible(above > 0)

    def show_pdf(self) -> None:
        """The quote, or the confirmation of the order."""
        if self.shown is None:
            return
        row = self.shown.detail.row
        build = build_quote if row.number is None else build_order_confirmation
        self.show_paper(build, row.number or row.quote_number or self.tr("Draft"), order_id=row.id)

    def _write_mail(self) -> None:
        if self.shown is not None:
            row = self.shown.detail.row
            self.write_mail("order", row.status.value, row.id)

    def tell(self, kind: MailKind) -> None:
        """The customer is told: by itself, by a message to be looked at, or by a person."""

        def have(settings: MailSettings) -> None:
            row = self.shown.detail.row if self.shown is not None else None
            if row is None:
                return
            if settings.is_set_up and kind in settings.notices:
                text = self.tr("{number}: the customer is told by e-mail.")
            elif settings.is_set_up and self.desk.may(Permission.SEND_MAIL):
                self.write_mails((kind,), row.id)
                return
            elif kind is MailKind.READY:
                text = self.tr("{number} is ready. Tell the customer.")
            else:
                text = self.tr("{number} has another date. Tell the customer.")
            self.desk.say(text.format(number=row.number or ""))

        self.ask(get_mail_settings, have)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+P shows the paper."""
        if event.key() == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_pdf()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail goes under the lines where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        for button, word in ((self.story_button, self.tr("Story")), (self.mail_button, self.tr("E-mail"))):
            button.setText("" if narrow else word)
            button.setAccessibleName(word)
        self._place_acts()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(down if narrow else across)
        self._rail_box.setDirection(across if narrow else down)
        self._rail.setMaximumWidth(16_777_215 if narrow else _RAIL)
        self._rail.setMinimumWidth(0 if narrow else _RAIL)
        self._rail.setMaximumHeight(230 if narrow else 16_777_215)
