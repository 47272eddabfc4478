"""Categories: their names, their order, their colours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.catalog.events import CategoriesChanged
from app.catalog.operations import create_category, remove_category, update_category
from app.catalog.queries import Category, list_all_categories
from app.kernel.refusal import Refusal
from ui.office.section import OfficeDesk, Section
from ui.shell.errors import describe
from ui.theme import theme, tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.editor_panel import EditorPanel
from ui.widgets.form import Choice, Form, NumberBox, text_field
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_COLOURS = 8


class CategoriesSection(Section):
    """The list, and one category in a panel."""

    def __init__(self, desk: OfficeDesk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._categories: dict[str, Category] = {}
        self.new_button = Button(self.tr("New"), "primary", icon="add", hint="Ctrl+N")
        self.table = DataTable(
            self.tr("Categories"),
            [
                Column("position", self.tr("Place"), 90, figure=True),
                Column("name", self.tr("Name")),
                Column("colour", self.tr("Colour"), 160),
            ],
        )
        self.empty = EmptyState(
            "category", self.tr("No categories yet"), self.tr("Every product stands in one."),
            self.tr("New category"),
        )  # fmt: skip
        self.body.addLayout(line(label(self.tr("Categories"), tokens.KEY, 700), None, self.new_button))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.setVisible(False)
        self.table.opened.connect(lambda key: self.edit(self._categories[key]))
        self.new_button.clicked.connect(self._new)
        self.empty.action_triggered.connect(self._new)
        desk.services.bridge.happened.connect(self._happened)

    def entered(self) -> None:
        """Read them."""
        self.desk.ask(list_all_categories, self._have)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N makes one."""
        if event.key() == Qt.Key.Key_N and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._new()
        else:
            super().keyPressEvent(event)

    def panel_closed(self) -> None:
        """Back to the list."""
        self.table.setFocus()

    def _have(self, found: list[Category]) -> None:
        self._categories = {str(c.id): c for c in found}
        names = colour_names()
        self.table.set_rows([
            TableRow(str(c.id), (str(c.position), c.name, names[(c.colour - 1) % _COLOURS][1])) for c in found
        ])  # fmt: skip
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)

    def _new(self) -> None:
        self.edit(None)

    def edit(self, found: Category | None) -> CategoryEditor:
        """The panel of a category, or of a new one."""
        editor = CategoryEditor(self.desk, found, len(self._categories) + 1)
        editor.finished.connect(self._finished)
        self.open_panel(editor)
        return editor

    def _finished(self) -> None:
        self.close_panel()
        self.entered()

    def _happened(self, event: object) -> None:
        if isinstance(event, CategoriesChanged) and self.isVisible():
            self.entered()


class CategoryEditor(EditorPanel):
    """Name, place and colour.

    Signals:
        finished(): saved or removed.
    """

    finished = Signal()

    def __init__(self, desk: OfficeDesk, found: Category | None, place: int) -> None:
        form = Form(2)
        self._desk, self._found = desk, found
        self.name = text_field(found.name if found else "")
        self.position = NumberBox(0, 9999, found.position if found else place)
        self.colour = Choice(colour_names(), found.colour if found else (place - 1) % _COLOURS + 1)
        for at in range(_COLOURS):
            self.colour.setItemIcon(at, _swatch(at))
        form.add(self.tr("Name"), self.name, wide=True)
        form.add(self.tr("Place"), self.position)
        form.add(self.tr("Colour of its stripe"), self.colour)
        form.end()
        super().__init__(found.name if found else self.tr("New category"), form)
        self.first = self.name
        remove = Button(self.tr("Remove"), "danger_soft", icon="delete")
        remove.setVisible(found is not None)
        remove.clicked.connect(self._remove)
        self.foot.insertWidget(0, remove)
        self.watch([self.name, self.position, self.colour])
        self.saved.connect(self._write)

    def _write(self) -> None:
        values = {"name": self.name.text(), "position": self.position.value(), "colour": self.colour.value()}
        if self._found is None:
            self._desk.run(create_category, self._written, self._refused, **values)
        else:
            self._desk.run(
                update_category, self._written, self._refused, category_id=self._found.id, **values
            )

    def _remove(self) -> None:
        if self._found is not None:
            self._desk.run(remove_category, self._written, self._refused, category_id=self._found.id)

    def _written(self, _answer: object) -> None:
        self.clean()
        self.finished.emit()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.refuse(describe(error))


def colour_names() -> list[tuple[int, str]]:
    """The colours of the stripes, by number."""
    from PySide6.QtCore import QCoreApplication

    tr = QCoreApplication.translate
    return list(
        enumerate(
            (
                tr("Colours", "Blue"), tr("Colours", "Green"), tr("Colours", "Orange"),
                tr("Colours", "Violet"), tr("Colours", "Red"), tr("Colours", "Turquoise"),
                tr("Colours", "Olive"), tr("Colours", "Brown"),
            ),
            start=1,
        )
    )  # fmt: skip


def _swatch(place: int) -> QIcon:
    picture = QPixmap(16, 16)
    picture.fill(QColor(theme().stripes[place]))
    return QIcon(picture)
