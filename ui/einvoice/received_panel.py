"""A received e-invoice: what it says, what the rules say, and the very bytes that came."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from app.einvoice.formats import Format
from app.einvoice.queries import ReceivedDetail, get_received
from app.einvoice.self_billing import is_self_billed
from app.kernel.text import file_name
from ui.einvoice.einvoice_view import EInvoiceView
from ui.einvoice.findings_card import FindingsCard
from ui.einvoice.self_billed_card import SelfBilledCard
from ui.einvoice.words import kind_word
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.text import Elided, label, line


class ReceivedPanel(DocumentPanel):
    """The panel of a received e-invoice."""

    def __init__(self, desk: OfficeDesk) -> None:
        super().__init__(desk, "")
        tr = self.tr
        self.set_title(tr("E-invoice"))
        self.shown: ReceivedDetail | None = None
        self.about = Elided("", tokens.SUB, 400, "text2")
        self.findings = FindingsCard(desk)
        self.view = EInvoiceView(desk)
        self.sale = SelfBilledCard(self, desk)
        self.saved = label("", tokens.BODY, 600, "ok", wrap=True)
        self.paper_button = Button(tr("PDF"), icon="print")
        self.save_button = Button(tr("Save the original"), icon="download")
        self.page.addWidget(self.about)
        self.page.addWidget(self.findings)
        self.page.addWidget(self.sale, 1)
        self.page.addWidget(self.view, 1)
        foot = line(self.paper_button, self.save_button, self.saved, gap=8)
        foot.setStretch(2, 1)
        self.content.addLayout(foot)
        self.first = self.view.lines
        self.sale.laid.connect(self._make_room)
        self.paper_button.clicked.connect(self._show_paper)
        self.save_button.clicked.connect(self._choose_file)

    def load(self, received_id: int) -> None:
        """Read it, on the lane of the reports: a PDF takes a moment."""
        self.ask(get_received, self._have, lane="reports", received_id=received_id)

    def _have(self, detail: ReceivedDetail) -> None:
        self.shown = detail
        row = detail.row
        self.set_title(f"{kind_word(row.type)} {row.number} · {row.seller}")
        when = self.desk.formats.date_time(row.received_at)
        told = self.tr("{file} · came {when} · SHA-256 {digest}")
        self.about.set_text(told.format(file=row.file_name, when=when, digest=detail.sha256))
        self.findings.show_findings(Format(row.format), detail.findings, detail.faults, row.currency)
        self.view.show_invoice(detail.read.invoice)
        self.paper_button.setVisible(detail.read.in_pdf)
        if is_self_billed(detail.read.invoice):
            self.sale.load(row.id, row.currency)
        self.take_focus()

    def _make_room(self, laid: bool) -> None:  # noqa: FBT001 - of the signal
        """Lines that stand beside what left need not stand a second time."""
        self.view.lines.setVisible(not laid)
        self.page.setStretchFactor(self.view, 0 if laid else 1)

    def _show_paper(self) -> None:
        if self.shown is not None:
            self.paper.show_pdf(self.shown.content, self.shown.row.number)

    def _choose_file(self) -> None:
        if self.shown is None:
            return
        name = str(Path.home() / file_name(self.shown.row.file_name))
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save the original"), name)
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the bytes as they came; on a lane, so that nothing waits for it."""
        if self.shown is None:
            return
        content = self.shown.content

        def written(_size: int) -> None:
            if isValid(self):
                self.saved.setText(self.tr("Saved as {path}.").format(path=path))

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            if isValid(self):
                text = self.tr("{path} could not be written. Choose another folder.")
                self.saved.setText(text.format(path=path))

        self.desk.services.submit(
            "reports", lambda: path.write_bytes(content), on_done=written, on_error=failed
        )
