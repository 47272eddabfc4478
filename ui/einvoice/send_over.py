"""An e-invoice of a posted document: the format, the check, and the file; laid over the document's page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from app.einvoice.details import BuyerDetails, get_buyer_details
from app.einvoice.findings import Mend
from app.einvoice.formats import Format
from app.einvoice.making import MadeEInvoice, Material, gather, make
from app.einvoice.operations import keep_einvoice
from app.invoicing.queries import InvoiceRow
from app.kernel.permission import Permission
from app.kernel.refusal import Refusal
from app.kernel.text import file_name
from ui.einvoice.einvoice_view import EInvoiceView
from ui.einvoice.findings_card import FindingsCard
from ui.einvoice.words import format_word
from ui.orders.document_panel import DocumentPanel
from ui.shell.errors import describe
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice
from ui.widgets.text import Card, Elided, label, line

_LANE: Final = "reports"
# which page of the settings mends what; the rest is the customer's, or nobody's
_SETTINGS: Final = {
    Mend.COMPANY_ADDRESS: "company", Mend.COMPANY_VAT: "company", Mend.COMPANY_CONTACT: "einvoice",
    Mend.COMPANY_ENDPOINT: "einvoice", Mend.EXEMPTION: "einvoice", Mend.TAX_CATEGORY: "einvoice",
    Mend.IBAN: "letters",
}  # fmt: skip
_CUSTOMER: Final = (
    Mend.PARTY_ADDRESS, Mend.PARTY_VAT, Mend.PARTY_ENDPOINT, Mend.BUYER_REFERENCE, Mend.DUE_DATE,
)  # fmt: skip


class SendOver(Card):
    """Chooses, checks, shows and saves.

    Signals:
        closed(): back to the document.
        mail_wanted(): it is kept, and is to go by e-mail.
    """

    closed = Signal()
    mail_wanted = Signal()

    def __init__(self, panel: DocumentPanel) -> None:
        super().__init__(panel, pad=16)
        self._panel, self._desk = panel, panel.desk
        self._row: InvoiceRow | None = None
        self._asked = 0
        self.made: MadeEInvoice | None = None
        tr = self.tr
        self.title = Elided("", tokens.KEY, 600)
        self.form = Choice([(f, format_word(f)) for f in Format])
        self.form.setAccessibleName(tr("Format"))
        self.form.setMinimumWidth(250)
        self.again = Button(tr("Check again"), icon="task_alt")
        self.paper_button = Button(tr("PDF"), icon="print")
        self.mail_button = Button(tr("E-mail"), icon="mail")
        self.save_button = Button(tr("Save as"), "primary", icon="download", hint="F10")
        self.back = Button(tr("Back"), icon="undo", hint=tr("Esc"))
        self.findings = FindingsCard(self._desk)
        self.view = EInvoiceView(self._desk)
        self.saved = label("", tokens.BODY, 600, "ok", wrap=True)
        top = line(self.title, self.back, gap=8)
        top.setStretch(0, 1)
        self.body.addLayout(top)
        self.body.addLayout(
            line(label(tr("Format"), tokens.LABEL, 600), self.form, self.again, None, self.paper_button,
                 self.mail_button, self.save_button, gap=8)
        )  # fmt: skip
        self.body.addWidget(self.findings)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.saved)
        self.form.currentIndexChanged.connect(lambda _place: self.check())
        self.again.clicked.connect(self.check)
        self.save_button.clicked.connect(self._choose_file)
        self.mail_button.clicked.connect(self._mail)
        self.findings.mend_wanted.connect(lambda mend: self._go_to(Mend(mend)))
        self.paper_button.clicked.connect(self._show_paper)
        self.back.clicked.connect(self.leave)
        panel.paper.closed.connect(self._back_from_paper)
        panel.installEventFilter(self)
        self.setVisible(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the document's page."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._panel.rect())
        return super().eventFilter(watched, event)

    def _back_from_paper(self) -> None:
        if self.isVisible():
            self.form.setFocus()

    def open(self, row: InvoiceRow) -> None:
        """Begin with the customer's format, and check at once."""
        self._row = row
        self.title.set_text(self.tr("E-invoice of {number}").format(number=row.number or ""))
        self.setGeometry(self._panel.rect())
        self.setVisible(True)
        self.raise_()
        self._show(None)
        self.form.setFocus()
        self._desk.ask(get_buyer_details, self._have_buyer, party_id=row.party_id)

    def _have_buyer(self, kept: BuyerDetails) -> None:
        if not isValid(self):
            return
        self.form.blockSignals(True)
        self.form.choose(kept.format or Format.PEPPOL)
        self.form.blockSignals(False)
        self.check()

    def check(self) -> None:
        """Write it in the chosen format and run the official rules, on the lane of the reports."""
        if self._row is None:
            return
        self._asked += 1
        asked, form = self._asked, Format(self.form.value())
        self._show(None)
        self.findings.wait(self.tr("Being checked by the official rules …"))

        def gathered(material: Material) -> None:
            self._desk.services.submit(_LANE, lambda: make(material), on_done=done, on_error=failed)

        def done(made: MadeEInvoice) -> None:
            if isValid(self) and asked == self._asked:
                self._show(made)

        def failed(error: Exception) -> None:
            if not isinstance(error, Refusal):
                raise error
            if isValid(self) and asked == self._asked:
                self.findings.wait(describe(error))

        self._desk.services.gateway.ask(
            gather, on_done=gathered, on_error=failed, lane=_LANE, invoice_id=self._row.id, form=form
        )

    def _show(self, made: MadeEInvoice | None) -> None:
        self.made = made
        self.saved.setText("")
        usable = made is not None and made.is_valid and self._desk.may(Permission.INVOICE)
        self.save_button.setEnabled(usable)
        self.mail_button.setEnabled(usable)
        self.mail_button.setVisible(self._desk.may(Permission.SEND_MAIL))
        self.paper_button.setVisible(usable and made is not None and made.form is Format.FACTURX)
        self.view.setVisible(made is not None)
        if made is not None:
            self.findings.show_findings(made.form, made.findings)
            self.view.show_invoice(made.posted.invoice)

    def _go_to(self, mend: Mend) -> None:
        """Show the page with the field that mends it, to those who may see it."""
        if mend in _SETTINGS and self._desk.may(Permission.SETTINGS):
            self._desk.go_to.emit("settings", _SETTINGS[mend])
        elif mend in _CUSTOMER and self._row is not None and self._desk.may(Permission.EDIT_PARTIES):
            self._desk.go_to.emit("customers", str(self._row.party_id))

    def _show_paper(self) -> None:
        """The paper can be saved from there, so it shows the bytes that are kept."""
        made = self.made
        if made is not None:
            self._panel.run(
                keep_einvoice, lambda kept: self._panel.paper.show_pdf(kept, made.posted.number), made=made
            )

    def _choose_file(self) -> None:
        if self.made is None:
            return
        name = str(Path.home() / file_name(self.made.file_name))
        kinds = self.tr("E-invoices (*.xml *.pdf)")
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save as"), name, kinds)
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Keep it, then write the very bytes that are kept."""
        if self.made is None or not self.save_button.isEnabled():
            return
        self._panel.run(keep_einvoice, lambda content: self._write(path, content), made=self.made)

    def _mail(self) -> None:
        """Keep it, then write the message it goes with."""
        if self.made is not None:
            self._panel.run(keep_einvoice, lambda _content: self._kept_for_mail(), made=self.made)

    def _kept_for_mail(self) -> None:
        self.leave()
        self.mail_wanted.emit()

    def _write(self, path: Path, content: bytes) -> None:
        said = self._told(self.tr("Kept, and saved as {path}.").format(path=path))

        def failed(error: Exception) -> None:
            if not isinstance(error, OSError):
                raise error
            self._told(self.tr("{path} could not be written. Choose another folder.").format(path=path))()

        self._desk.services.submit(
            _LANE, lambda: path.write_bytes(content), on_done=lambda _size: said(), on_error=failed
        )

    def _told(self, text: str) -> Callable[[], None]:
        """Says a sentence, if the page is still there."""

        def say() -> None:
            if isValid(self):
                self.saved.setText(text)
                self.saved.setAccessibleName(text)

        return say

    def leave(self) -> None:
        """Back to the document."""
        self._asked += 1
        self.setVisible(False)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc back, F10 saves; the keys of the document below mean nothing here."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F10 and self.save_button.isEnabled():
            self._choose_file()
        else:
            event.accept()
