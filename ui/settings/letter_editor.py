"""How a business letter looks: sheet, margins, logo, colour, columns, words at head and foot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPlainTextEdit, QWidget

from app.layouts.kinds import OPTIONAL_COLUMNS, OPTIONAL_FACTS, LayoutKind, LogoPlace, PaperSize
from app.layouts.rules import LANGUAGES, DocumentLayout
from ui.mailing.words import language_word
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, NumberBox, Tick, note_field, on_change, text_field
from ui.widgets.side_panel import scrolling
from ui.widgets.text import column, line


def shown_name(key: str) -> str:
    """What a column or fact of a letter is called."""
    tr = QCoreApplication.translate
    return {
        "position": tr("Layouts", "Position"), "unit_price": tr("Layouts", "Unit price"),
        "vat": tr("Layouts", "VAT rate"), "ordered": tr("Layouts", "Ordered"),
        "checked": tr("Layouts", "Box to tick"), "customer_number": tr("Layouts", "Customer number"),
        "your_reference": tr("Layouts", "Customer's reference"), "requested_on": tr("Layouts", "Wished day"),
        "delivery_terms": tr("Layouts", "Delivery terms"), "version": tr("Layouts", "Version"),
        "quote_number": tr("Layouts", "Quote number"), "carrier": tr("Layouts", "Carrier"),
        "tracking": tr("Layouts", "Tracking number"), "expected_on": tr("Layouts", "Expected day"),
        "packages": tr("Layouts", "Packages"), "weight": tr("Layouts", "Weight"),
        "order_number": tr("Layouts", "Order number"), "note_number": tr("Layouts", "Delivery note number"),
    }[key]  # fmt: skip


class LetterEditor(QWidget):
    """Edits a DocumentLayout of one kind of letter.

    Signals:
        changed(): another layout; `layout_now` gives it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self.tr
        self.size_choice = Choice([(size, size.value) for size in PaperSize])
        self.language = Choice([
            ("", tr("The customer's")), *((x, language_word(x)) for x in LANGUAGES),
        ])  # fmt: skip
        self.margins = {
            name: NumberBox(least, 60, 20, " mm")
            for name, least in (("left", 8), ("right", 8), ("top", 8), ("bottom", 30))
        }
        self.colour = text_field(limit=7)
        self.colour_button = Button(tr("Choose…"), icon="tune")
        self.logo = Choice([
            (LogoPlace.LEFT, tr("Left")), (LogoPlace.RIGHT, tr("Right")), (LogoPlace.NONE, tr("None")),
        ])  # fmt: skip
        self.logo_height = NumberBox(8, 40, 24, " mm")
        self.details = Tick(tr("Item number and details below the item"))
        self.folds = Tick(tr("Fold marks (A4)"))
        self.heads = tuple(note_field(lines=2) for _ in LANGUAGES)
        self.feet = tuple(note_field(lines=3) for _ in LANGUAGES)
        self._ticks: dict[str, Tick] = {}
        self._kind = LayoutKind.INVOICE
        self._options = QWidget()
        self._options_body = column(self._options, gap=2)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tr, form = self.tr, Form(2)
        form.section(tr("Sheet"))
        form.add(tr("Paper"), self.size_choice)
        form.add(tr("Language"), self.language)
        names = {
            "left": tr("Left margin"), "right": tr("Right margin"), "top": tr("Upper margin"),
            "bottom": tr("Lower margin"),
        }  # fmt: skip
        for name, box in self.margins.items():
            form.add(names[name], box)
        form.section(tr("Head"))
        form.add(tr("Logo"), self.logo, hint=tr("Chosen in Settings, Letters"))
        form.add(tr("Height of the logo"), self.logo_height)
        picked = QWidget()
        column(picked).addLayout(line(self.colour, self.colour_button))
        form.add(tr("Colour of titles"), picked)
        form.add("", self.folds)
        form.section(tr("What is shown"))
        form.add_wide(self.details)
        form.add_wide(self._options)
        form.section(tr("Your own words"))
        for name, fields in ((tr("Introduction"), self.heads), (tr("At the end"), self.feet)):
            for language, field in zip(LANGUAGES, fields, strict=True):
                form.add(f"{name} ({language_word(language)})", field)
        form.end()
        self.form = form
        column(self, gap=tokens.GAP).addWidget(scrolling(form), 1)

    def _connect(self) -> None:
        on_change(
            [self.size_choice, self.language, *self.margins.values(), self.colour, self.logo,
             self.logo_height, self.details, self.folds, *self.heads, *self.feet],
            self.changed.emit,
        )  # fmt: skip
        self.colour_button.clicked.connect(self._choose_colour)

    def show_layout(self, kind: LayoutKind, layout: DocumentLayout) -> None:
        """Begin with a layout."""
        self._kind = kind
        self.blockSignals(True)
        self.size_choice.choose(layout.size)
        self.language.choose(layout.language)
        for name, box in self.margins.items():
            box.setValue(getattr(layout, name))
        self.colour.setText(layout.colour)
        self.logo.choose(layout.logo)
        self.logo_height.setValue(layout.logo_height)
        self.details.setChecked(layout.details)
        self.folds.setChecked(layout.fold_marks)
        for fields, texts in ((self.heads, layout.head), (self.feet, layout.foot)):
            for field, text in zip(fields, texts, strict=True):
                field.setPlainText(text)
        self._show_ticks({*layout.hidden_columns, *layout.hidden_facts})
        self.blockSignals(False)

    def _show_ticks(self, hidden: set[str]) -> None:
        while (item := self._options_body.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._ticks = {}
        for key in (*OPTIONAL_COLUMNS[self._kind], *OPTIONAL_FACTS[self._kind]):
            tick = Tick(shown_name(key), on=key not in hidden)
            tick.clicked.connect(self.changed)
            self._ticks[key] = tick
            self._options_body.addWidget(tick)

    def tick(self, key: str) -> Tick:
        """The box of a column or fact."""
        return self._ticks[key]

    def layout_now(self) -> DocumentLayout:
        """The layout as it is edited."""
        off = {key for key, tick in self._ticks.items() if not tick.isChecked()}
        heads, feet = (tuple(_text(x) for x in fields) for fields in (self.heads, self.feet))
        return DocumentLayout(
            size=PaperSize(self.size_choice.value()), language=str(self.language.value()),
            colour=self.colour.text().strip().lower(), logo=LogoPlace(self.logo.value()),
            logo_height=self.logo_height.value(), details=self.details.isChecked(),
            fold_marks=self.folds.isChecked(), head=(heads[0], heads[1]), foot=(feet[0], feet[1]),
            hidden_columns=tuple(k for k in OPTIONAL_COLUMNS[self._kind] if k in off),
            hidden_facts=tuple(k for k in OPTIONAL_FACTS[self._kind] if k in off),
            **{name: box.value() for name, box in self.margins.items()},
        )  # fmt: skip

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour.text()), self, self.tr("Colour of titles"))
        if chosen.isValid():
            self.colour.setText(chosen.name())


def _text(field: QPlainTextEdit) -> str:
    return field.toPlainText()
