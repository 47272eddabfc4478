"""One case: what it is about, what was done, who bought the lot, the documents, and its end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.cases.operations import MOST_BYTES, attach_file, close_case, tell_buyer, write_step
from app.cases.queries import CaseView, get_case, get_file
from app.cases.states import CaseState
from app.inventory.states import LocationKind
from app.kernel.text import file_name
from app.reporting.lots import LotPlace, LotRow, LotTrace, trace_lot
from ui.cases.words import kinds, state_text
from ui.office.export import write_file
from ui.office.section import OfficeDesk
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel
from ui.widgets.text import label, line


class CasePanel(SidePanel):
    """Read at once, written step by step; each step stays."""

    once = True

    def __init__(self, desk: OfficeDesk, case_id: int, parent: QWidget | None = None) -> None:
        tr = self.tr
        super().__init__(tr("Case"), parent)
        self.use_full_width()
        self._desk, self._case_id = desk, case_id
        self._buyers: dict[str, LotTrace] = {}
        self.view: CaseView | None = None
        self.head = label("", tokens.LABEL, 600, wrap=True)
        self.words = label("", tokens.BODY, wrap=True)
        self.steps = RowList(tr("What was done"))
        self.buyers = DataTable(
            tr("Who bought it"),
            [
                Column("when", tr("When"), 190), Column("number", tr("Document"), 140),
                Column("who", tr("Customer")), Column("quantity", tr("Quantity"), 100, figure=True),
                Column("told", tr("Told"), 90),
            ],
        )  # fmt: skip
        self.files = RowList(tr("Documents"))
        self.text = text_field(limit=2000, placeholder=tr("What was done or agreed"))
        self.write = Button(tr("Write"), "primary", icon="edit_note")
        self.told = Button(tr("Told"), icon="call")
        self.attach = Button(tr("Attach a document…"), icon="upload")
        self.save = Button(tr("Save the document…"), icon="download")
        self.finish = Button(tr("Close with these words"), icon="check")
        for part in (self.head, self.words):
            self.content.addWidget(part)
        self.content.addWidget(self.buyers, 2)
        self.content.addWidget(self.steps, 2)
        self.content.addWidget(self.files, 1)
        self.content.addWidget(self.text)
        self.content.addLayout(line(self.told, self.attach, self.save, None, self.finish, self.write, gap=8))
        self.first = self.text
        self.text.returnPressed.connect(self._write)
        self.write.clicked.connect(self._write)
        self.finish.clicked.connect(self._finish)
        self.told.clicked.connect(self._tell)
        self.attach.clicked.connect(self._choose)
        self.save.clicked.connect(self._choose_target)
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        self._desk.ask(get_case, self._have, case_id=self._case_id)

    def _have(self, view: CaseView) -> None:
        self.view = view
        row, formats = view.row, self._desk.formats
        self.set_title(f"{dict(kinds())[row.kind]} {row.number}")
        about = [row.product, row.lot, row.receipt, row.customer, view.phone]
        if view.quantity_milli:
            about.insert(1, formats.quantity(view.quantity_milli))
        if view.warranty_until is not None:
            words = self.tr("warranty until {day}")
            about.append(words.format(day=formats.date(view.warranty_until)))
        self.head.setText(", ".join([state_text(row.state), *filter(None, about)]))
        self.words.setText(row.words)
        steps = [Row(str(n), s.words, f"{formats.date_time(s.at)} {s.who}") for n, s in enumerate(view.steps)]
        if view.closed_at is not None:
            ended = self.tr("Closed: {outcome}").format(outcome=view.outcome)
            steps.append(Row("end", ended, formats.date_time(view.closed_at)))
        self.steps.set_rows(steps)
        self.files.set_rows(
            [
                Row(str(f.id), f.name, self.tr("{count} KB").format(count=formats.number(-(-f.size // 1024))))
                for f in view.files
            ]
        )
        opened = row.state is CaseState.OPEN
        for part in (self.text, self.write, self.finish, self.attach):
            part.setEnabled(opened)
        self.files.setVisible(bool(view.files))
        self.save.setVisible(bool(view.files))
        recall = view.lot_id is not None
        self.buyers.setVisible(recall)
        self.told.setVisible(recall and opened)
        if recall:
            self._desk.report(trace_lot, self._have_trace, lot_id=view.lot_id)

    def _have_trace(self, found: tuple[LotRow, list[LotPlace], list[LotTrace]]) -> None:
        view, formats = self.view, self._desk.formats
        if view is None:
            return
        bought = [m for m in found[2] if m.kind == LocationKind.CUSTOMER.value and not m.came]
        self._buyers = {f"{m.document_type}/{m.document_id}": m for m in bought}
        kept = self.buyers.current()
        self.buyers.set_rows(
            [
                TableRow(
                    key,
                    (
                        formats.date_time(m.at), m.number, m.who or self.tr("not known"),
                        formats.quantity(m.quantity_milli),
                        self.tr("yes") if (m.document_type, m.document_id) in view.told else "",
                    ),
                )
                for key, m in self._buyers.items()
            ]
        )  # fmt: skip
        self.buyers.select(kept)

    def _write(self) -> None:
        if self.text.text().strip():
            self._desk.run(write_step, self._written, case_id=self._case_id, words=self.text.text())

    def _finish(self) -> None:
        self._desk.run(close_case, self._written, case_id=self._case_id, outcome=self.text.text())

    def _written(self, _answer: object) -> None:
        self.text.clear()
        self.reload()

    def _tell(self) -> None:
        move = self._buyers.get(self.buyers.current())
        if move is not None:
            self._desk.run(
                tell_buyer, lambda _none: self.reload(), case_id=self._case_id,
                document_type=move.document_type, document_id=move.document_id,
            )  # fmt: skip

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Attach a document"), str(Path.home()))
        if path:
            self.attach_path(Path(path))

    def attach_path(self, path: Path) -> None:
        """Keep this file with the case; it is read on a lane."""

        def read(content: bytes) -> None:
            self._desk.run(
                attach_file, lambda _id: self.reload(), case_id=self._case_id, name=path.name, content=content
            )

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            self._desk.say(self.tr("{path} cannot be read.").format(path=path), "warn")

        self._desk.services.submit("reports", lambda: _content(path), on_done=read, on_error=failed)

    def _choose_target(self) -> None:
        key = self.files.current() or (str(self.view.files[0].id) if self.view and self.view.files else "")
        if key:
            self._desk.ask(get_file, self._have_file, file_id=int(key))

    def _have_file(self, found: tuple[str, bytes]) -> None:
        name, content = found
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save the document"), str(Path.home() / file_name(name))
        )
        if path:
            self.save_to(Path(path), content)

    def save_to(self, path: Path, content: bytes) -> None:
        """Write a document where somebody wants it, on a lane."""
        write_file(self._desk, path, lambda: content)


def _content(path: Path) -> bytes:
    """What is in a file, and of one that is too large a byte more than is kept."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
