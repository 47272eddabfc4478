"""Side panels with a list to choose from: customers, parked sales, receipts, products for a code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from ui.formatting import Formats
from ui.theme import font, tokens
from ui.till.panels_ask import AskPanel, row_label, text_edit
from ui.widgets.button import Button
from ui.widgets.edits import MoneyEdit
from ui.widgets.paper_view import PaperView
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.status import EmptyState
from ui.widgets.text import column, label, line


class ListPanel(SidePanel):
    """A search line over a list; Down goes from one to the other, Enter takes the first row.

    Signals:
        search_changed(str): at each change of the search line.
        chosen(str): key of a row.
    Setters: set_rows, set_message.
    """

    search_changed = Signal(str)
    chosen = Signal(str)

    def __init__(self, title: str, search: str, empty: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.search = QLineEdit()
        self.search.setFont(font(tokens.LABEL))
        self.search.setAccessibleName(search or title)
        self.search.setPlaceholderText(search)
        self.search.setMaxLength(100)
        self.search.installEventFilter(self)
        self.list = RowList(title)
        self._message = label("", tokens.BODY, 500, "danger", wrap=True)
        self._message.setVisible(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(EmptyState(icon, empty))
        self.content.addWidget(self.search)
        self.search.setVisible(bool(search))  # in its place first: else it flashes as a window of its own
        self.content.addWidget(self._message)
        self.content.addWidget(self._pages, 1)
        self.first = self.search if search else self.list
        self.search.textChanged.connect(self.search_changed)
        self.search.returnPressed.connect(self._take_current)
        self.list.chosen.connect(self.chosen)
        self.set_rows([])

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, or the sentence for an empty list."""
        self.list.set_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)

    def set_empty(self, state: EmptyState) -> None:
        """What an empty list says."""
        old = self._pages.widget(1)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.addWidget(state)
        self._pages.setCurrentIndex(0 if self.list.count() else 1)

    def set_message(self, text: str) -> None:
        """Why something was refused; "" for nothing."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the search line move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = max(0, min(self.list.count() - 1, self.list.currentIndex().row() + step))
                self.list.setCurrentIndex(self.list.model().index(row, 0))
                return True
        return super().eventFilter(watched, event)

    def _take_current(self) -> None:
        if self.list.current():
            self.chosen.emit(self.list.current())


class CustomerPanel(ListPanel):
    """Search a customer by name, number or phone, or create one with two fields.

    Signals (besides those of ListPanel; chosen carries the party_id as text):
        create_requested(str, str): name and phone.
        cleared(): the sale shall have no customer.
    Setters: set_current, set_rows, set_message.
    """

    create_requested = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "-", "", "person", parent)
        self.set_title(self.tr("Customer"))
        place = self.tr("Name, number or phone; or scan the card")
        self.search.setPlaceholderText(place)
        self.search.setAccessibleName(self.tr("Search for a customer"))
        self.list.setAccessibleName(self.tr("Customers"))
        self.set_empty(EmptyState("person", self.tr("No customer found"), self.tr("Create one below.")))
        self._clear = Button(self.tr("Walk-in: no customer"), icon="close")
        self._clear.setVisible(False)
        self._clear.clicked.connect(self.cleared)
        self._name = text_edit(self.tr("Name"), limit=120)
        self._phone = text_edit(self.tr("Phone"), limit=40)
        create = Button(self.tr("Create"), "primary", icon="person_add")
        create.clicked.connect(self._create)
        self._phone.returnPressed.connect(self._create)
        self.content.addWidget(self._clear)
        self.content.addWidget(label(self.tr("New customer"), tokens.LABEL, 600))
        self.content.addLayout(line(self._name, self._phone, create))

    def clear(self) -> None:
        """Begin anew: nothing searched, nobody to create."""
        blocked = self.search.blockSignals(True)
        for edit in (self.search, self._name, self._phone):
            edit.clear()
        self.search.blockSignals(blocked)
        self.set_message("")

    def set_current(self, name: str) -> None:
        """The customer of the sale; "" for none."""
        self._clear.setVisible(bool(name))
        self._clear.setText(self.tr("Take {name} off the sale").format(name=name))

    def _create(self) -> None:
        name = self._name.text().strip()
        if name:
            self.create_requested.emit(name, self._phone.text().strip())
        else:
            self.set_message(self.tr("Type the name of the new customer."))
            self._name.setFocus()


class ParkedPanel(ListPanel):
    """Sales that were put aside; chosen carries the uuid.

    A Row: title customer or first item, detail items, till and cashier, figure amount, remark age.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", "pause_circle", parent)
        self.set_title(self.tr("Parked sales"))
        self.list.setAccessibleName(self.tr("Parked sales"))
        text = self.tr("Park puts a cart aside until the customer is back.")
        self.set_empty(EmptyState("pause_circle", self.tr("No sale is parked"), text))


class ReprintPanel(ListPanel):
    """Receipts of this till with a preview.

    Signals (besides those of ListPanel; chosen and the others carry the key):
        preview_wanted(str): the row the keyboard is on; answer with show_paper or show_text.
        print_requested(str): a copy of the receipt.
        return_requested(str): goods of it come back.
        gift_requested(str): a gift receipt of it.
    Setters: set_rows, show_image, show_text, set_message.
    """

    preview_wanted = Signal(str)
    print_requested = Signal(str)
    return_requested = Signal(str)
    gift_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "-", "", "receipt_long", parent)
        self.set_title(self.tr("Receipts"))
        self.use_full_width()
        self.search.setPlaceholderText(self.tr("End of the number; or scan the receipt"))
        self.search.setAccessibleName(self.tr("Search for a receipt"))
        self.list.setAccessibleName(self.tr("Receipts"))
        self._paper = PaperView(self.tr("Preview of the receipt"))
        self._print = Button(self.tr("Print copy"), "primary", icon="print")
        self._print.clicked.connect(lambda: self.print_requested.emit(self.list.current()))
        self._return = Button(self.tr("Take goods back"), icon="undo")
        self._return.clicked.connect(lambda: self.return_requested.emit(self.list.current()))
        self.content.removeWidget(self._pages)
        columns = QHBoxLayout()
        columns.setSpacing(tokens.GUTTER)
        columns.addWidget(self._pages, 4)
        right = column()
        right.addWidget(self._paper, 1)
        self._gift = Button("", icon="redeem", name=self.tr("Gift receipt"))
        self._gift.clicked.connect(lambda: self.gift_requested.emit(self.list.current()))
        right.addLayout(line(self._return, self._gift, self._print))
        columns.addLayout(right, 5)
        self.content.addLayout(columns, 1)
        self.list.current_changed.connect(self.preview_wanted)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Receipts, the latest first."""
        super().set_rows(rows)
        if hasattr(self, "_print"):
            self._print.setEnabled(bool(rows))
            self._return.setEnabled(bool(rows))
            self._gift.setEnabled(bool(rows))

    def show_image(self, png: bytes, *, ratio: float = 1.0) -> None:
        """Show the paper."""
        self._paper.show_image(png, ratio=ratio)

    def show_text(self, text: str) -> None:
        """Show the paper as text."""
        self._paper.show_text(text)


class UnknownCodePanel(SidePanel):
    """A code that nobody knows: create a product, link the code to one, or go on without.

    Signals:
        create_requested(str, str, int, int): code, name, price in minor units, category_id (0: none).
        link_search_changed(str): search for the product to link.
        link_requested(str, str): code and key of the chosen product.
        ignored(): go on; the item is not added.
    Setters: ask, set_categories, set_products, set_message.
    """

    create_requested = Signal(str, str, object, object)
    link_search_changed = Signal(str)
    link_requested = Signal(str, str)
    ignored = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Unknown code"))
        self._code = label("", tokens.PAY, 700)
        self._text = label(
            self.tr("The item was not added. Nothing else has changed."), tokens.BODY, tone="text2"
        )
        self._create = _NewProduct(formats)
        self._create.submitted.connect(
            lambda name, price, category: self.create_requested.emit(self._code.text(), name, price, category)
        )
        self._search = text_edit(self.tr("Link to a product: search by name or SKU"), limit=100)
        self._list = RowList(self.tr("Products"))
        self._list.setMinimumHeight(132)
        ignore = Button(self.tr("Go on without it"), icon="close", hint=self.tr("Esc"))
        self.content.addWidget(self._code)
        self.content.addWidget(self._text)
        self.content.addWidget(self._create)
        self.content.addWidget(self._search)
        self.content.addWidget(self._list, 1)
        self.content.addWidget(ignore)
        self._search.textChanged.connect(self.link_search_changed)
        self._search.returnPressed.connect(lambda: self._link(self._list.current()))
        self._list.chosen.connect(self._link)
        ignore.clicked.connect(self.ignored)
        self.first = self._create.first

    def ask(self, code: str, *, may_create: bool = True) -> None:
        """The code that was scanned; without the right to create, only linking is offered."""
        self._code.setText(code)
        self._create.setVisible(may_create)

    def set_categories(self, categories: Sequence[tuple[int, str]]) -> None:
        """Categories for a new product."""
        self._create.set_categories(categories)

    def set_products(self, rows: Sequence[Row]) -> None:
        """What the search for a product to link has found."""
        self._list.set_rows(rows)

    def set_message(self, text: str) -> None:
        """Why it was refused; "" for nothing."""
        self._create.set_message(text)

    def _link(self, key: str) -> None:
        if key:
            self.link_requested.emit(self._code.text(), key)


class _NewProduct(QWidget):
    """The three fields of a new product."""

    submitted = Signal(str, object, object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._name = text_edit(self.tr("Name"), limit=120)
        self._price = MoneyEdit(self.tr("Price"), formats)
        self._category = QComboBox()
        self._category.setAccessibleName(self.tr("Category"))
        self._message = label("", tokens.BODY, 500, "danger", wrap=True)
        self._message.setVisible(False)
        go = Button(self.tr("Create and add to the cart"), "primary", icon="add")
        go.clicked.connect(self._submit)
        self._price.returnPressed.connect(self._submit)
        self._price.refused.connect(self.set_message)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.addRow(row_label(self.tr("Name")), self._name)
        form.addRow(row_label(self.tr("Price")), self._price)
        form.addRow(row_label(self.tr("Category")), self._category)
        form.addRow(self._message)
        form.addRow(go)
        self.first = self._name

    def set_categories(self, categories: Sequence[tuple[int, str]]) -> None:
        """What can be chosen."""
        self._category.clear()
        for category_id, name in categories:
            self._category.addItem(name, category_id)

    def set_message(self, text: str) -> None:
        """Why it was refused."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def _submit(self) -> None:
        name, price = self._name.text().strip(), self._price.value()
        if not name or price is None:
            self.set_message(self._price.error() or self.tr("Type a name and a price."))
            return
        self.submitted.emit(name, price, int(self._category.currentData() or 0))


__all__ = ["AskPanel", "CustomerPanel", "ListPanel", "ParkedPanel", "ReprintPanel", "UnknownCodePanel"]
