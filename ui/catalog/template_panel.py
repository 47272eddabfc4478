"""A template: its attributes with their values, and the grid of its variants with their prices."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.catalog.drafts import AxisDraft, SavedProduct, ValueDraft, VariantPrice
from app.catalog.operations import make_variants, set_axes, set_variant_prices
from app.catalog.operations.variant_import import ImportedVariants
from app.catalog.templates import Axis, Cell, Template, Variant, get_template
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.kernel.text import fold
from ui.catalog.template_files import ask_file, import_file, save_template
from ui.office.section import OfficeDesk
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.edits import MoneyEdit
from ui.widgets.form import Form, Tick, text_field
from ui.widgets.matrix_grid import MatrixGrid
from ui.widgets.text import column, label, line
from ui.widgets.tips import plain_tip

AXES = 3


class TemplatePanel(EditorPanel):
    """Attributes above, the grid below: a price where a variant is, a tick where one can be made.

    Signals:
        opened(object): product_id of a variant that is wanted as a product.
        changed(): something was saved.
    """

    opened = Signal(object)
    changed = Signal()

    def __init__(self, desk: OfficeDesk, template_id: int, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._template_id = template_id
        self._template: Template | None = None
        self._names = [text_field(limit=60) for _ in range(AXES)]
        self._values = [text_field(limit=2000) for _ in range(AXES)]
        body = QWidget()
        super().__init__(self.tr("Variants"), body, parent=parent)
        self.base = MoneyEdit(self.tr("Price of the template"), desk.formats)
        self.grid = MatrixGrid(self.tr("Variants"), self._cell)
        self.grid.setMinimumHeight(240)
        self.words = label("", tokens.SUB, 400, "text2", wrap=True)
        self.make_button = Button(self.tr("Make ticked"), icon="add")
        self.all_button = Button(self.tr("Make all"), icon="add", hint="F6")
        self._lay_out(body)
        may = desk.may(Permission.EDIT_CATALOG)
        for part in (self.save_button, self.make_button, self.all_button):
            part.setVisible(may)
        self.file_button = Button(self.tr("Save as file…"), icon="download")
        self.import_button = Button(self.tr("Import…"), icon="upload")
        self.import_button.setVisible(desk.may(Permission.IMPORT))
        self.foot.insertWidget(3, self.file_button)
        self.foot.insertWidget(4, self.import_button)
        self.file_button.clicked.connect(self.save_file)
        self.import_button.clicked.connect(self.choose_file)
        self.make_button.clicked.connect(self.make_ticked)
        self.all_button.clicked.connect(self.make_all)
        self.saved.connect(self._write)
        self.watch([*self._names, *self._values, self.base])
        self.first = self._names[0]

    def _lay_out(self, body: QWidget) -> None:
        form = Form(1)
        for i in range(AXES):
            self._names[i].setAccessibleName(self.tr("Attribute {number}").format(number=i + 1))
            self._values[i].setAccessibleName(self.tr("Values of attribute {number}").format(number=i + 1))
            self._names[i].setPlaceholderText((self.tr("Size"), self.tr("Colour"), "")[i])
            self._values[i].setPlaceholderText((self.tr("S, M, L, XL"), self.tr("Red, Blue"), "")[i])
            self._names[i].setFixedWidth(200)
            row = QWidget()
            inside = line(self._names[i], self._values[i], gap=8)
            inside.setStretch(1, 1)
            row.setLayout(inside)
            form.add_wide(row)
        form.end()
        rows = column(body, gap=tokens.GUTTER)
        rows.addWidget(
            label(self.tr("Attributes, and their values in order with commas"), tokens.CAPTION, 500, "text2")
        )
        rows.addWidget(form)
        self.base.setFixedWidth(140)
        rows.addLayout(
            line(label(self.tr("Price of the template"), tokens.BODY, 600), self.base, 8, self.words, gap=8)
        )
        rows.addWidget(self.grid, 1)
        self.foot.insertWidget(1, self.make_button)
        self.foot.insertWidget(2, self.all_button)

    def load(self) -> None:
        """Read the template."""
        context = self._desk.services.context
        self._desk.ask(
            get_template, self._have, template_id=self._template_id, price_list_id=context.till.price_list_id,
            location_id=context.stock_location_id, on=context.on,
        )  # fmt: skip

    def _have(self, template: Template) -> None:
        self._template = template
        self.set_title(f"{template.name} · {template.sku}")
        for i in range(AXES):
            axis = template.axes[i] if i < len(template.axes) else None
            self._names[i].setText(axis.name if axis else "")
            self._values[i].setText(", ".join(v.name for v in axis.values) if axis else "")
        self.base.set_value(template.price_minor)
        self.grid.set_axes(template.axes)
        self.grid.setVisible(bool(template.axes))
        missing = len(template.cells) - len(template.variants)
        self.make_button.setEnabled(missing > 0)
        self.all_button.setEnabled(missing > 0)
        self.words.setText(
            self.tr("%n variant(s).", "", len(template.variants))
            + " "
            + self.tr("An empty price follows the template. Tick what shall be made.")
            if template.axes
            else self.tr("Enter the attributes and save; then the grid of variants is here.")
        )
        self.watch(list(self.grid.widgets.values()))
        self.clean()

    # --- the cells ---

    def _cell(self, cell: Cell, name: str) -> QWidget | None:
        found = self._template.at(cell) if self._template is not None else None
        if found is None:
            tick = Tick(self.tr("make"))
            tick.setAccessibleName(name)
            return tick
        edit = MoneyEdit(name, self._desk.formats)
        edit.set_value(self._shown(found))
        base = self._template.price_minor if self._template is not None else None
        follows = found.extra_minor == 0 and base is not None
        edit.setPlaceholderText(self._desk.formats.money(base or 0) if follows else self.tr("no price"))
        there = self._desk.formats.quantity(found.on_hand_milli, found.unit)
        edit.setToolTip(plain_tip(f"{found.sku}  {there}"))
        return edit

    def _shown(self, found: Variant) -> int | None:
        """What stands in the field: nothing where the template's price is the variant's."""
        return None if found.extra_minor == 0 else found.price_minor

    def edit_of(self, cell: Cell) -> QWidget:
        """The field or tick of a cell."""
        return self.grid.widgets[cell]

    # --- saving ---

    def _axes(self) -> list[AxisDraft]:
        there = self._template.axes if self._template is not None else ()
        drafts = []
        for i in range(AXES):
            name = self._names[i].text().strip()
            values = [v.strip() for v in self._values[i].text().split(",") if v.strip()]
            if name or values:
                drafts.append(AxisDraft(name, _known(values, there[i] if i < len(there) else None)))
        return drafts

    def _axes_changed(self) -> bool:
        there = self._template.axes if self._template is not None else ()
        now = [(a.name, [v.name for v in a.values]) for a in self._axes()]
        return now != [(a.name, [v.name for v in a.values]) for a in there]

    def _write(self) -> None:
        template = self._template
        if template is None:
            return
        if self._axes_changed():
            self._desk.run(
                set_axes, self._have_axes, self._refused, product_id=template.product_id,
                version=template.version, axes=self._axes(),
            )  # fmt: skip
        else:
            self._write_prices(template)

    def _have_axes(self, _saved: SavedProduct) -> None:
        if self._template is not None:
            self._write_prices(self._template)

    def _write_prices(self, template: Template) -> None:
        prices = self._prices(template)
        base = self.base.value()
        if not prices and base == template.price_minor:
            self._done()
            return
        self._desk.run(
            set_variant_prices, self._done, self._refused, product_id=template.product_id,
            price_list_id=self._desk.services.context.till.price_list_id,
            base_minor=None if base == template.price_minor else base, prices=prices,
        )  # fmt: skip

    def _prices(self, template: Template) -> list[VariantPrice]:
        """The variants whose price was changed; an extra where the template has a price."""
        found: list[VariantPrice] = []
        base = self.base.value()
        for v in template.variants:
            edit = self.grid.widgets.get(v.cell)
            if not isinstance(edit, MoneyEdit) or edit.value() == self._shown(v):
                continue
            wanted = edit.value()
            if wanted is None:
                found.append(VariantPrice(v.product_id, 0))
            elif base is None:
                found.append(VariantPrice(v.product_id, wanted, follows=False))
            else:
                found.append(VariantPrice(v.product_id, wanted - base))
        return found

    def make_ticked(self) -> None:
        """Make the variants whose cells are ticked."""
        cells = [c for c, w in self.grid.widgets.items() if isinstance(w, Tick) and w.isChecked()]
        if cells:
            self._make(cells)
        else:
            self.refuse(self.tr("Tick the variants that shall be made, or make all."))

    def make_all(self) -> None:
        """Make every variant that is not there."""
        self._make(None)

    def _make(self, cells: Sequence[Cell] | None) -> None:
        if self._template is None:
            return
        if self._axes_changed():
            self.refuse(self.tr("Save the attributes first."))
            return
        self._desk.run(
            make_variants, self._made, self._refused, product_id=self._template.product_id,
            version=self._template.version, cells=cells,
        )  # fmt: skip

    def _made(self, made: tuple[int, ...]) -> None:
        self._desk.say(self.tr("%n variant(s) were made.", "", len(made)))
        self._done()

    def _done(self, *_answer: object) -> None:
        self.clean()
        self.changed.emit()
        self.load()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            self.save_button.setEnabled(True)
            raise error
        self.refuse(describe(error))

    def save_file(self) -> None:
        """Write the variants into a file."""
        if self._template is not None:
            save_template(self, self._desk, self._template)

    def choose_file(self) -> None:
        """Take variants out of a file."""
        if self.dirty:
            self.refuse(self.tr("Save or throw away what was changed first."))
            return
        path = ask_file(self, self.tr("Import variants"), self.tr("Tables (*.csv *.xlsx)"))
        if path is not None:
            self.use_file(path)

    def use_file(self, path: Path) -> None:
        """This file is meant."""
        import_file(self._desk, path, self._template_id, self._imported, self._refused)

    def _imported(self, done: ImportedVariants) -> None:
        words = self.tr("{variants} variants and {templates} templates were made, {prices} prices set.")
        self._desk.say(words.format(variants=done.variants, templates=done.templates, prices=done.prices))
        self._done()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F6 makes all variants."""
        if event.key() == Qt.Key.Key_F6 and self.all_button.isEnabled():
            self.make_all()
        else:
            super().keyPressEvent(event)

    def axis_fields(self, number: int) -> tuple[QLineEdit, QLineEdit]:
        """Name and values of an attribute, from 1."""
        return self._names[number - 1], self._values[number - 1]


def _known(names: Sequence[str], there: Axis | None) -> tuple[ValueDraft, ...]:
    """The values with the ids of those that are there: by name, else by their place where one was renamed."""
    by_name = {fold(v.name): v for v in there.values} if there is not None else {}
    taken = {by_name[fold(n)].id for n in names if fold(n) in by_name}
    drafts: list[ValueDraft] = []
    for place, name in enumerate(names):
        found = by_name.get(fold(name))
        if found is None and there is not None and len(names) == len(there.values):
            at = there.values[place]
            found = at if at.id not in taken else None
        drafts.append(ValueDraft(name, found.suffix, found.id) if found else ValueDraft(name))
    return tuple(drafts)
