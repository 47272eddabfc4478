"""Writing a quote or order, by keyboard first: customer, item, quantity, Enter, the next item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.orders.drafts import OrderHead, SavedOrder
from app.orders.entry_queries import EntryChoices, entry_choices
from app.orders.operations.amend import amend_order
from app.orders.operations.confirm import confirm_order
from app.orders.operations.entry import change_order, create_order
from app.orders.operations.quotes import send_quote
from app.orders.queries import OrderDetail
from app.orders.screen_queries import Preview, PreviewLine, preview_order
from app.orders.states import LineKind, OrderStatus
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.entry_finder import EntryFinder
from ui.orders.entry_lines import EntryLine, add_line, drafts_of, head_of, lines_of
from ui.orders.entry_rows import entry_columns, entry_row
from ui.orders.entry_terms import EntryTerms
from ui.orders.line_card import LineCard
from ui.orders.links import money
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import DataTable
from ui.widgets.edits import PercentEdit
from ui.widgets.form import text_field
from ui.widgets.row_list import RowList
from ui.widgets.search_line import SearchLine
from ui.widgets.text import Elided, label, line

_REST_MS: Final = 120


class EntryPanel(DocumentPanel):
    """The panel in which an order is written.

    Signals:
        done(object): it is saved; its id (ids are longer than Qt's int).
    """

    done = Signal(object)

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.set_title(self.tr("New quote or order"))
        self.party_id: int | None = None
        self.entries: list[EntryLine] = []
        self.preview: Preview | None = None
        self.dirty = False
        self._head = OrderHead()
        self._saved: tuple[int, int] | None = None  # id and version
        self._amends = False
        self._uuid = str(uuid4())
        self._asked = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_preview)
        self.customer = SearchLine(self.tr("Customer: name, town or number"), own_enter=True)
        self.reference = text_field(placeholder=self.tr("Customer's order number"))
        self.reference.setAccessibleName(self.tr("Customer's order number"))
        self.discount = PercentEdit(self.tr("Discount on everything in per cent"), desk.formats)
        self.discount.setFont(font(tokens.BODY, 600))
        self.discount.setPlaceholderText(self.tr("Discount %"))
        self.item = SearchLine(self.tr("Item: type or scan"), own_enter=True)
        self.table = DataTable(self.tr("Lines"), entry_columns())
        self.results = RowList(self.tr("Found"))
        self.card = LineCard(desk.formats, desk.services.context.on)
        self.terms = EntryTerms(desk.formats, desk.services.context.on)
        self.terms_button = Button(
            self.tr("Terms and delivery"), hint="F4", icon="calendar_today", checkable=True
        )
        self.free_button = Button(self.tr("Text or charge"), hint="F6", icon="add")
        self.agreed = Elided("", tokens.SUB, 400, "text2")
        self.totals = label("", tokens.KEY, 700)
        self.quote_button = Button(self.tr("Save as quote"), hint="Ctrl+S", icon="mail")
        self.confirm_button = Button(self.tr("Confirm order"), "primary", hint="F10", icon="task_alt")
        self.finder = EntryFinder(self)
        self._lay_out()
        self._connect()
        self.first = self.customer

    def story_of(self) -> tuple[str, int] | None:
        """The order's, once it is kept."""
        return None if self._saved is None else ("order", self._saved[0])

    def _lay_out(self) -> None:
        top = line(self.customer, self.reference, self.discount, gap=8)
        top.setStretch(0, 1)
        self.reference.setFixedWidth(220)
        self.discount.setFixedWidth(120)
        self.page.addLayout(top)
        second = line(self.item, self.free_button, self.terms_button, gap=8)
        second.setStretch(0, 1)
        self.page.addLayout(second)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.results)
        self.stack.addWidget(self.terms)
        self.page.addWidget(self.stack, 1)
        self.page.addWidget(self.card)
        foot = line(self.totals, 8, self.agreed, self.quote_button, self.confirm_button, gap=8)
        foot.setStretch(2, 1)
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._line_chosen)
        self.table.opened.connect(lambda _key: self.card.quantity.setFocus())
        self.card.changed.connect(self._changed)
        self.card.finished.connect(self.item.setFocus)
        self.card.removed.connect(self.remove_line)
        self.reference.textEdited.connect(lambda _text: self._touch())
        self.discount.value_changed.connect(lambda _value: self._changed())
        self.discount.returnPressed.connect(self.item.setFocus)
        self.reference.returnPressed.connect(self.item.setFocus)
        self.terms_button.clicked.connect(self.show_terms)
        self.free_button.clicked.connect(self.add_free_line)
        self.terms.changed.connect(self._terms_changed)
        self.terms.list_changed.connect(self._changed)
        self.quote_button.clicked.connect(self.save_quote)
        self.confirm_button.clicked.connect(self.confirm)

    # --- what is written ---

    def show_order(self, detail: OrderDetail) -> None:
        """Change this one."""
        row = detail.row
        self._saved = (row.id, row.version)
        self._head = head_of(detail)
        self._amends = row.status is OrderStatus.CONFIRMED
        self.set_title(f"{row.number or row.quote_number or self.tr('Draft')} · {row.party_name}")
        self.reference.setText(row.customer_reference)
        self.discount.set_value(detail.discount_hundredths or None)
        self.show_entries(lines_of(detail))
        self.customer.setEnabled(False)
        self.quote_button.setVisible(not self._amends)
        if self._amends:
            self.confirm_button.setText(self.tr("Save changes"))
        self.set_customer(row.party_id, row.party_name)
        self._have_clean()

    def _have_clean(self) -> None:
        self.dirty = False

    def show_entries(self, entries: list[EntryLine]) -> None:
        """Begin with these lines."""
        self.entries = entries
        self._show_lines(0)

    def set_customer(self, party_id: int, name: str) -> None:
        """Whose order it is."""
        self.party_id = party_id
        self.finder.quiet(self.customer, name)
        self._show_page(self.table)
        self.refuse("")
        self._changed()
        self.item.setFocus()
        self.ask(entry_choices, self._have_choices, party_id=party_id)

    def _have_choices(self, choices: EntryChoices) -> None:
        self.terms.offer(choices, self._head, fresh=self._saved is None)
        classes = [(x.id, f"{x.code} {x.name}") for x in choices.tax_classes]
        self.card.offer(classes, [(x.id, x.name) for x in choices.people])
        self._show_agreed()
        self._rest.start()  # the price list of the terms is known now

    def show_terms(self) -> None:
        """F4: between the lines and what is agreed for the order."""
        if self.party_id is None:
            self.terms_button.setChecked(False)
            self.refuse(self.tr("Choose the customer first."))
            self.customer.setFocus()
            return
        to_terms = self.stack.currentWidget() is not self.terms
        self._show_page(self.terms if to_terms else self.table)
        (self.terms.requested_on if to_terms else self.item).setFocus()

    def show_results(self, *, found: bool) -> None:
        """What was searched for, or the lines where nothing was found."""
        self._show_page(self.results if found else self.table)

    def _show_page(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        self.terms_button.setChecked(part is self.terms)
        self.card.setVisible(part is not self.terms)

    def _terms_changed(self) -> None:
        self._touch()
        self._show_agreed()

    def _show_agreed(self) -> None:
        self.agreed.set_text(self.terms.summary(self.desk.formats))

    def add_free_line(self) -> None:
        """F6: a charge, an allowance, a service of its own, or words."""
        self.entries.append(EntryLine(None, self.tr("Delivery"), kind=LineKind.CHARGE))
        self._show_page(self.table)
        self._show_lines(len(self.entries) - 1)
        self._changed()
        self.card.free.text.setFocus()
        self.card.free.text.selectAll()

    def add(self, entry: EntryLine, *, scanned: bool) -> None:
        """An item was found."""
        place = add_line(self.entries, entry)
        self.finder.quiet(self.item, "")
        self._show_page(self.table)
        self.refuse("")
        self._show_lines(place)
        self._changed()
        (self.item if scanned else self.card.quantity).setFocus()

    def scanned(self, raw: str) -> None:
        """Goods; each scan counts one up."""
        self.finder.scan(raw)

    def remove_line(self) -> None:
        """The line the keyboard is on is not wanted."""
        place = self._place()
        if place >= 0:
            del self.entries[place]
            self._show_lines(max(place - 1, 0))
            self._changed()
            self.item.setFocus()

    def _place(self) -> int:
        return int(self.table.current() or -1)

    def _line_chosen(self, key: str) -> None:
        place = int(key or -1)
        self.card.show_line(self.entries[place] if 0 <= place < len(self.entries) else None)
        self._show_preview_of(place)

    def _touch(self) -> None:
        self.dirty = True

    def _changed(self) -> None:
        self._touch()
        self._rest.start()

    # --- what it comes to ---

    def _ask_preview(self) -> None:
        self._asked += 1
        asked = self._asked
        if self.party_id is None:
            self._show_lines(self._place())
            return
        context = self.desk.services.context
        self.ask(
            preview_order, lambda found: self._have_preview(found, asked), party_id=self.party_id,
            lines=drafts_of(self.entries), discount_hundredths=self.discount.value() or 0,
            location_id=self._head.location_id or context.stock_location_id, on=context.on,
            price_list_id=self.terms.price_list.value(), till_id=context.till.id,
        )  # fmt: skip

    def _have_preview(self, found: Preview, asked: int) -> None:
        if asked != self._asked or len(found.lines) != len(self.entries):
            return
        self.preview = found
        self._fill_rows()
        self.totals.setText(
            self.tr("net {net} · total {gross}").format(
                net=money(self.desk, found.net_minor, found.currency),
                gross=money(self.desk, found.gross_minor, found.currency),
            )
        )

    def _show_lines(self, place: int) -> None:
        self.preview = None
        self.table.set_rows(
            [entry_row(i, self.entries[i], None, self.desk.formats) for i in range(len(self.entries))]
        )
        self.table.select(str(place))
        self._line_chosen(str(place) if self.entries else "")

    def _fill_rows(self) -> None:
        """Only the cells are new: the fields under the fingers stay as they are."""
        for place in range(len(self.entries)):
            shown = self._preview_at(place)
            self.table.replace_row(entry_row(place, self.entries[place], shown, self.desk.formats))
        self._show_preview_of(self._place())

    def _preview_at(self, place: int) -> PreviewLine | None:
        there = self.preview is not None and 0 <= place < len(self.preview.lines)
        return self.preview.lines[place] if there and self.preview is not None else None

    def _show_preview_of(self, place: int) -> None:
        shown = self._preview_at(place)
        if shown is not None:
            self.card.show_preview(shown)

    # --- saving ---

    def save_quote(self) -> None:
        """Save it and send it as a quote."""
        if not self._amends:
            self._save(lambda saved: self._then(send_quote, saved))

    def confirm(self) -> None:
        """Save it and confirm it; of a confirmed one, save the changes with a reason."""
        if not self._amends:
            self._save(lambda saved: self._then(confirm_order, saved))
            return
        self.asking.ask(
            self.tr("Why is the order changed?"), self.tr("Save changes"), self._amend
        )  # fmt: skip

    def _whole_head(self) -> OrderHead:
        return replace(
            self.terms.head(self._head), customer_reference=self.reference.text(),
            discount_hundredths=self.discount.value() or 0,
        )  # fmt: skip

    def _amend(self, reason: str) -> None:
        if self._saved is not None:
            self.run(
                amend_order, self._finished, order_id=self._saved[0], lines=drafts_of(self.entries),
                head=self._whole_head(), reason=reason, expected_version=self._saved[1],
            )  # fmt: skip

    def _save(self, then: Callable[[SavedOrder], None]) -> None:
        if self.party_id is None or self.terms.error():
            self.refuse(self.terms.error() or self.tr("Choose the customer first."))
            (self.terms if self.terms.error() else self.customer).setFocus()
            return

        def kept(saved: SavedOrder) -> None:
            self._saved = (saved.order_id, saved.version)
            then(saved)

        lines, head = drafts_of(self.entries), self._whole_head()
        if self._saved is None:
            self.run(
                create_order, kept, uuid=self._uuid, party_id=self.party_id, lines=lines, head=head
            )  # fmt: skip
        else:
            self.run(
                change_order, kept, order_id=self._saved[0], lines=lines, head=head,
                expected_version=self._saved[1],
            )  # fmt: skip

    def _then(self, operation: Callable[..., Any], saved: SavedOrder) -> None:
        self.run(operation, self._finished, order_id=saved.order_id)

    def _finished(self, saved: SavedOrder) -> None:
        self.dirty = False
        self.done.emit(saved.order_id)

    # --- keys ---

    def leave(self) -> None:
        """Esc: a question first when something would be lost."""
        if self.stack.currentWidget() is not self.table:
            self._show_page(self.table)
            self.item.setFocus()
        elif self.asking.isVisible():
            self.asking.close_question()
        elif self.dirty and self.entries:
            self.asking.ask(
                self.tr("Throw away what was written?"), self.tr("Throw away"),
                lambda _text: self._throw_away(), text=None,
            )  # fmt: skip
        else:
            self._throw_away()

    def _throw_away(self) -> None:
        self.dirty = False
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S saves the quote, F10 confirms, F4 shows the terms, F6 adds words, F2 searches an item."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_S and control:
            self.save_quote()
        elif event.key() == Qt.Key.Key_F10:
            self.confirm()
        elif event.key() == Qt.Key.Key_F4:
            self.show_terms()
        elif event.key() == Qt.Key.Key_F6:
            self.add_free_line()
        elif event.key() == Qt.Key.Key_F2:
            self._show_page(self.table)
            self.item.setFocus()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.remove_line()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
