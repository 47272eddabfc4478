"""How receipts and letters look: edited at the left, the paper at the right, every version kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QStackedWidget
from shiboken6 import isValid

from app.devices.paper import Paper
from app.documents.samples import sample_letter, sample_receipt
from app.kernel.refusal import Refusal
from app.layouts.kinds import LayoutKind
from app.layouts.operations import reset_layout, restore_layout, save_layout
from app.layouts.queries import LayoutVersion, get_layout, list_versions
from app.layouts.rules import Layout, ReceiptLayout, check_layout
from app.organisation.queries import Store, list_stores
from ui.office.section import OfficeDesk, Section
from ui.orders.pdf_over import PageImage, render_page
from ui.settings.letter_editor import LetterEditor
from ui.settings.page import SettingsPage
from ui.settings.receipt_editor import ReceiptEditor
from ui.shell.errors import describe
from ui.till.paper_text import paper_text
from ui.widgets.button import Button
from ui.widgets.chip_bar import ChipBar
from ui.widgets.form import Choice
from ui.widgets.paper_view import PaperView
from ui.widgets.row_list import Row, RowList
from ui.widgets.scrolling import DragScroll
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import Card, label, line

_PAUSE_MS: Final = 250  # after the last key, before the paper is drawn again
_WIDE: Final = "48"  # columns of 80 mm
_NARROW: Final = "32"  # columns of 58 mm
_DOTS: Final = 13.5  # of a column, with its share of the margins
_EDGE: Final = 60  # pixels beside the paper


def kind_name(kind: LayoutKind) -> str:
    """What a paper is called."""
    tr = QCoreApplication.translate
    return {
        LayoutKind.RECEIPT: tr("Layouts", "Receipt"),
        LayoutKind.QUOTE: tr("Layouts", "Quote"),
        LayoutKind.ORDER: tr("Layouts", "Order confirmation"),
        LayoutKind.DELIVERY_NOTE: tr("Layouts", "Delivery note"),
        LayoutKind.PACKING_SLIP: tr("Layouts", "Packing slip"),
        LayoutKind.INVOICE: tr("Layouts", "Invoice, credit note, pro-forma"),
    }[kind]


class LayoutsPage(SettingsPage):
    """One kind of paper at a time; what is saved is a new version, used from the next paper on."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._kind, self._store = LayoutKind.RECEIPT, ""
        self.kind = Choice([(kind, kind_name(kind)) for kind in LayoutKind], self._kind)
        self.kind.setAccessibleName(tr("Kind of paper"))
        self.store = Choice([("", tr("All stores"))])
        self.store.setAccessibleName(tr("Store"))
        self.versions_button = Button(tr("Versions…"), icon="history")
        self.default_button = Button(tr("Default"), icon="undo")
        self.receipt, self.letter = ReceiptEditor(), LetterEditor()
        self.editors = QStackedWidget()
        self.width_chips = ChipBar(tr("Width of the paper"))
        self.width_chips.set_chips([(_WIDE, tr("80 mm")), (_NARROW, tr("58 mm"))], _WIDE)
        self.paper = PaperView(tr("How it comes out"))
        self.sheet = QLabel()
        self.papers = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._asked = 0
        self._lay_out()
        self.make_foot()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addLayout(
            line(self.kind, self.store, self.versions_button, self.default_button, None, self.width_chips)
        )
        for editor in (self.receipt, self.letter):
            self.editors.addWidget(editor)
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.sheet.setAccessibleName(self.tr("How it comes out"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.sheet)
        area.setAccessibleName(self.tr("Paper"))
        self._drag = DragScroll(area)
        self.papers.addWidget(self.paper)
        self.papers.addWidget(area)
        left, right = Card(), Card()
        left.body.addWidget(self.editors, 1)
        right.body.addWidget(self.papers, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setAccessibleName(self.tr("Layout and paper"))
        for part in (left, right):
            part.setMinimumWidth(360)
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, 1)
        split.setSizes([500, 500])
        self.body.addWidget(split, 1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._choose())
        self.store.currentIndexChanged.connect(lambda _place: self._choose())
        self.versions_button.clicked.connect(self._ask_versions)
        self.default_button.clicked.connect(self._reset)
        self.width_chips.chosen.connect(lambda _key: self._draw())
        self._timer.timeout.connect(self._draw)
        for editor in (self.receipt, self.letter):
            editor.changed.connect(self._edited)

    def entered(self) -> None:
        """Read the stores and the layout in use."""
        self.desk.ask(list_stores, self._have_stores)

    def _have_stores(self, stores: list[Store]) -> None:
        self.store.set_options(
            [("", self.tr("All stores")), *((s.code, f"{s.code} {s.name}") for s in stores)], self._store
        )
        self._read()

    def _choose(self) -> None:
        """Another paper, unless something would be lost."""
        if self.dirty:
            self.kind.blockSignals(True)
            self.store.blockSignals(True)
            self.kind.choose(self._kind)
            self.store.choose(self._store)
            self.kind.blockSignals(False)
            self.store.blockSignals(False)
            self.message.setText(self.tr("There are changes that are not saved: save them first."))
            return
        self._kind = LayoutKind(self.kind.value())
        receipt = self._kind is LayoutKind.RECEIPT
        self._store = str(self.store.value() or "") if receipt else ""
        if not receipt:
            self.store.blockSignals(True)
            self.store.choose("")
            self.store.blockSignals(False)
        self._read()

    def _read(self) -> None:
        kind, store = self._kind, self._store
        self.desk.ask(get_layout, lambda found: self._have(kind, found), kind=kind, store=store)

    def _have(self, kind: LayoutKind, found: Layout) -> None:
        if kind is not self._kind:
            return
        receipt = isinstance(found, ReceiptLayout)
        self.store.setVisible(receipt)
        self.width_chips.setVisible(receipt)
        self.papers.setCurrentIndex(0 if receipt else 1)
        if isinstance(found, ReceiptLayout):
            self.editors.setCurrentWidget(self.receipt)
            self.receipt.show_layout(found)
        else:
            self.editors.setCurrentWidget(self.letter)
            self.letter.show_layout(kind, found)
        self.set_dirty(dirty=False)
        self._draw()

    def layout_now(self) -> Layout:
        """The layout as it is edited."""
        return (self.receipt if self._kind is LayoutKind.RECEIPT else self.letter).layout_now()

    def _edited(self) -> None:
        self.touch()
        self._timer.start()

    def _draw(self) -> None:
        """Draw the paper of the layout as it stands; what may not be used says why."""
        layout = self.layout_now()
        try:
            check_layout(self._kind, layout)
        except Refusal as refusal:
            self.message.setText(describe(refusal))
            return
        self.message.setText("")
        self._asked += 1
        asked = self._asked
        if isinstance(layout, ReceiptLayout):
            self.desk.report(sample_receipt, lambda paper: self._have_paper(paper, asked), layout=layout)
        else:
            self.desk.report(
                sample_letter, lambda pdf: self._have_pdf(pdf, asked), kind=self._kind, layout=layout
            )

    def _have_paper(self, paper: Paper, asked: int) -> None:
        printers = self.desk.services.printers
        if printers is None:
            self.paper.show_text(paper_text(paper))
            return
        columns = int(self.width_chips.selected() or _WIDE)
        self.desk.services.submit(
            "reports", lambda: printers.picture(paper, columns), on_error=self.desk.failed,
            on_done=lambda png: self._show_picture(png, columns, asked),
        )  # fmt: skip

    def _show_picture(self, png: bytes, columns: int, asked: int) -> None:
        if isValid(self) and asked == self._asked:
            room = max(self.paper.viewport().width() - _EDGE, 1)
            self.paper.show_image(png, ratio=max(1.0, columns * _DOTS / room))

    def _have_pdf(self, content: bytes, asked: int) -> None:
        ratio = self.devicePixelRatioF()
        width = max(300, min(self.papers.width() - _EDGE, 760))
        self.desk.services.submit(
            "reports", lambda: render_page(content, 0, round(width * ratio)), on_error=self.desk.failed,
            on_done=lambda image: self._show_page(image, ratio, asked),
        )  # fmt: skip

    def _show_page(self, image: PageImage, ratio: float, asked: int) -> None:
        if not isValid(self) or asked != self._asked:
            return
        held = QImage(image.data, image.width, image.height, image.stride, QImage.Format.Format_RGB888)
        pixmap = QPixmap.fromImage(held.copy())
        pixmap.setDevicePixelRatio(ratio)
        self.sheet.setPixmap(pixmap)

    def save(self) -> None:
        """Keep it as the next version."""
        self.desk.run(
            save_layout, lambda _version: self._saved(), self.refused, kind=self._kind,
            layout=self.layout_now(), store=self._store,
        )  # fmt: skip

    def _saved(self) -> None:
        self.desk.say(self.tr("Saved. The next paper looks like this."))
        self.set_dirty(dirty=False)
        self._read()

    def _reset(self) -> None:
        self.desk.run(
            reset_layout, lambda _version: self._saved(), self.refused, kind=self._kind, store=self._store
        )

    # --- versions ---

    def _ask_versions(self) -> None:
        self.desk.ask(list_versions, self._show_versions, kind=self._kind, store=self._store)

    def _show_versions(self, found: list[LayoutVersion]) -> None:
        panel = SidePanel(self.tr("Versions of {paper}").format(paper=kind_name(self._kind)))
        shown = RowList(self.tr("Versions"))
        shown.set_rows([
            Row(str(v.version), self.tr("Version {n}").format(n=v.version) if v.layout is not None
                else self.tr("Version {n}: the default").format(n=v.version),
                f"{self.desk.formats.date_time(v.made_at)}  {v.author}", icon="history")
            for v in found
        ])  # fmt: skip
        hint = self.tr("Choose one to use it again.") if found else self.tr("Nothing was changed yet.")
        panel.content.addWidget(label(hint, tone="text2", wrap=True))
        panel.content.addWidget(shown, 1)
        shown.chosen.connect(self._restore)
        panel.first = shown
        self.section.open_panel(panel)

    def _restore(self, version: str) -> None:
        self.section.close_panel()
        self.desk.run(
            restore_layout, lambda _version: self._saved(), self.refused, kind=self._kind,
            version=int(version), store=self._store,
        )  # fmt: skip
