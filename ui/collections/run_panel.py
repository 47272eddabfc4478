"""A run of reminders: looked at letter by letter, approved, done, printed or sent by e-mail or SMS."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.collections.letter_queries import (
    LetterRow,
    RunRow,
    SentLine,
    list_letters,
    list_runs,
    list_sent_lines,
)
from app.collections.operations.dunning import approve_run, choose_letter, do_run, drop_run
from app.collections.states import LetterStatus, RunStatus
from app.kernel.permission import Permission
from ui.collections.words import letter_word, run_word
from ui.formatting import Formats
from ui.office.section import OfficeDesk
from ui.orders.document_panel import DocumentPanel
from ui.orders.links import money
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.text import label, line


class RunPanel(DocumentPanel):
    """The panel of a run.

    Signals:
        party_wanted(object): show the page of that customer.
    """

    party_wanted = Signal(object)

    def __init__(self, desk: OfficeDesk, run_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, "", parent)
        self.run_id = run_id
        self.row: RunRow | None = None
        self.letters: dict[str, LetterRow] = {}
        self._to_mail: list[LetterRow] = []
        self._mailed = self._without = 0
        self._by_text = False
        tr = self.tr
        self.table = DataTable(tr("Letters"), [
            Column("customer", tr("Customer")), Column("level", tr("Level"), 70, figure=True),
            Column("overdue", tr("Overdue"), 116, figure=True), Column("fee", tr("Fee"), 84, figure=True),
            Column("interest", tr("Interest"), 96, figure=True),
            Column("lump", tr("Lump sum"), 104, figure=True, least=860),
            Column("number", tr("Number"), 150, least=900), Column("state", tr("State"), 140),
        ])  # fmt: skip
        self.total = label("", tokens.LABEL, 700)
        self.drop_button = Button(tr("Throw away"), "danger_soft")
        self.out_button = Button(tr("Leave out"), hint=tr("Del"))
        self.look_button = Button(tr("Look at the letter"), hint="F9")
        self.print_button = Button(tr("All letters as PDF"), icon="print")
        self.mail_button = Button(tr("Send by e-mail"), icon="mail")
        self.text_button = Button(tr("Send by SMS"), icon="call")
        self.approve_button = Button(tr("Approve"), "primary", icon="check", hint="F10")
        self.do_button = Button(tr("Do it"), "primary", icon="task_alt", hint="F10")
        self.page.addWidget(self.table, 1)
        self.page.addWidget(self.total)
        self.content.addLayout(
            line(
                self.drop_button, self.out_button, self.look_button, None, self.print_button,
                self.mail_button, self.text_button, self.approve_button, self.do_button, gap=6,
            )
        )  # fmt: skip
        self.first = self.table
        self._connect()

    def _connect(self) -> None:
        self.table.opened.connect(lambda _key: self.look())
        self.table.current_changed.connect(lambda _key: self._show_buttons())
        for button, act in (
            (self.drop_button, self._drop), (self.out_button, self.choose), (self.look_button, self.look),
            (self.print_button, self.print_all), (self.mail_button, self.mail_all),
            (self.text_button, self.text_all),
            (self.approve_button, self.go_on), (self.do_button, self.go_on),
        ):  # fmt: skip
            button.clicked.connect(act)

    def reload(self) -> None:
        """Read it again."""
        self.ask(list_runs, self._have_runs)

    def _have_runs(self, runs: list[RunRow]) -> None:
        self.row = next((r for r in runs if r.id == self.run_id), None)
        if self.row is None:
            return
        day = self.desk.formats.date(self.row.on)
        self.set_title(
            self.tr("Reminders of {day}: {state}").format(day=day, state=run_word(self.row.status))
        )
        self.ask(list_letters, self._have, run_id=self.run_id)

    def _have(self, found: list[LetterRow]) -> None:
        self.letters = {str(x.id): x for x in found}
        kept = self.table.current()
        self.table.set_rows([self._row(x) for x in found])
        self.table.select(kept)
        going = [x for x in found if x.status in (LetterStatus.PROPOSED, LetterStatus.SENT)]
        amount = self.desk.formats.money
        self.total.setText(
            self.tr("%n letter(s), {overdue} overdue, {charged} charged", "", len(going)).format(
                overdue=amount(sum(x.overdue_minor for x in going)),
                charged=amount(sum(x.charged_minor for x in going)),
            )
        )
        self._show_buttons()

    def _row(self, x: LetterRow) -> TableRow:
        def own(minor: int) -> str:
            return money(self.desk, minor, x.currency) if minor else "-"

        gone = x.status in (LetterStatus.LEFT_OUT, LetterStatus.PAID)
        keys = ("customer", "level", "overdue", "fee", "interest", "lump", "number", "state")
        cells = (
            x.party_name, str(x.level), own(x.overdue_minor), own(x.fee_minor), own(x.interest_minor),
            own(x.compensation_minor), x.number or "", letter_word(x.status),
        )  # fmt: skip
        return TableRow(str(x.id), cells, dict.fromkeys(keys, "text2") if gone else {})

    def _letter(self) -> LetterRow | None:
        return self.letters.get(self.table.current())

    def _show_buttons(self) -> None:
        status = self.row.status if self.row is not None else RunStatus.DROPPED
        letter = self._letter()
        proposed = status is RunStatus.PROPOSED
        self.out_button.setVisible(proposed)
        left_out = letter is not None and letter.status is LetterStatus.LEFT_OUT
        self.out_button.setText(self.tr("Take in again") if left_out else self.tr("Leave out"))
        self.drop_button.setVisible(status in (RunStatus.PROPOSED, RunStatus.APPROVED))
        self.approve_button.setVisible(proposed and self.desk.may(Permission.REMIND))
        self.do_button.setVisible(status is RunStatus.APPROVED)
        done = status is RunStatus.DONE
        sent = any(x.status is LetterStatus.SENT for x in self.letters.values())
        self.print_button.setVisible(done and sent)
        for button in (self.mail_button, self.text_button):
            button.setVisible(done and sent and self.desk.may(Permission.SEND_MAIL))
        self.look_button.setEnabled(
            letter is not None and letter.status in (LetterStatus.PROPOSED, LetterStatus.SENT)
        )

    # --- acts ---

    def choose(self) -> None:
        """Leave the letter out, or take it in again."""
        letter = self._letter()
        if letter is not None and self.out_button.isVisible():
            self.run(
                choose_letter, lambda _none: self.reload(), letter_id=letter.id,
                send=letter.status is LetterStatus.LEFT_OUT,
            )  # fmt: skip

    def look(self) -> None:
        """The letter as it is, or as it would be."""
        letter = self._letter()
        if letter is not None and self.look_button.isEnabled():
            from app.documents.reminder_papers import build_reminder

            name = letter.number or self.tr("Reminder {name}").format(name=letter.party_name)
            self.show_paper(build_reminder, name, letter_id=letter.id)

    def print_all(self) -> None:
        """All letters in one PDF."""
        from app.documents.reminder_papers import build_reminders

        self.show_paper(build_reminders, self.tr("Reminders"), run_id=self.run_id)

    def go_on(self) -> None:
        """Approve what waits for it; do what is approved."""
        if self.approve_button.isVisible():
            self.run(approve_run, lambda _saved: self.reload(), run_id=self.run_id)
        elif self.do_button.isVisible():
            self.asking.ask(
                self.tr("Number the letters and charge what they ask for? This cannot be taken back."),
                self.tr("Do it"),
                lambda _text: self.run(do_run, lambda _saved: self.reload(), run_id=self.run_id), text=None,
            )  # fmt: skip

    def _drop(self) -> None:
        self.asking.ask(
            self.tr("Throw the run away? Nobody is reminded."), self.tr("Throw away"),
            lambda _text: self.run(drop_run, lambda _none: self.reload(), run_id=self.run_id), text=None,
        )  # fmt: skip

    # --- e-mail ---

    def mail_all(self) -> None:
        """Put every letter of the run into the outbox, with its PDF; each once."""
        self._send_all(by_text=False)

    def text_all(self) -> None:
        """Remind everybody who agreed to it by a short message; each once."""
        self._send_all(by_text=True)

    def _send_all(self, *, by_text: bool) -> None:
        self._by_text = by_text
        self._to_mail = [x for x in self.letters.values() if x.status is LetterStatus.SENT]
        self._mailed = self._without = 0
        self._mail_next()

    def _mail_next(self) -> None:
        if not self._to_mail:
            text = self.tr("%n letter(s) put into the outbox", "", self._mailed)
            if self._without and self._by_text:
                text += ", " + self.tr("%n customer(s) who did not agree to it", "", self._without)
            elif self._without:
                text += ", " + self.tr("%n customer(s) without an e-mail address", "", self._without)
            self.desk.say(text, "warn" if self._without else "ok")
            return
        letter = self._to_mail.pop(0)
        self.ask(list_sent_lines, lambda lines: self._build(letter, lines), letter_id=letter.id)

    def _build(self, letter: LetterRow, lines: list[SentLine]) -> None:
        if self._by_text:
            self._text(letter, lines)
            return
        from app.documents.reminder_papers import build_reminder

        self.ask(
            build_reminder, lambda pdf: self._mail(letter, lines, pdf), lane="reports", letter_id=letter.id
        )

    def _mail(self, letter: LetterRow, lines: list[SentLine], pdf: bytes) -> None:
        from app.devices.mail import MailPart
        from app.mailing.operations import queue_from_template
        from app.mailing.states import MailKind

        number = letter.number or ""
        self.desk.services.gateway.run(
            queue_from_template, on_done=lambda _queued: self._counted(sent=True),
            on_error=self._not_mailed, uuid=f"reminder-{letter.id}", kind=MailKind.REMINDER,
            party_id=letter.party_id, values=self._values(letter, lines), language=letter.language,
            document=("dunning_letter", letter.id, number),
            attachments=[MailPart(f"{number}.pdf", pdf)],
        )  # fmt: skip

    def _text(self, letter: LetterRow, lines: list[SentLine]) -> None:
        from app.mailing.states import MailKind
        from app.mailing.texting import text_from_template

        self.desk.services.gateway.run(
            text_from_template, on_done=lambda _queued: self._counted(sent=True),
            on_error=self._not_mailed, uuid=f"reminder-sms-{letter.id}", kind=MailKind.REMINDER,
            party_id=letter.party_id, values=self._values(letter, lines), language=letter.language,
            document=("dunning_letter", letter.id, letter.number or ""),
        )  # fmt: skip

    def _values(self, letter: LetterRow, lines: list[SentLine]) -> dict[str, str]:
        """What fills the gaps of the message, in the customer's language."""
        own = Formats(letter.language, letter.currency, self.desk.formats.zone)
        items = [
            f"- {x.document_number}, {own.date(x.due_date)}: {own.money(x.open_minor - x.disputed_minor)}"
            for x in lines
        ]
        return {
            "number": letter.number or "", "date": own.date(letter.on), "level": str(letter.level),
            "amount": own.money(letter.overdue_minor), "items": "\n".join(items),
            "due": own.date(min((x.due_date for x in lines), default=letter.on)),
            "fee": own.money(letter.charged_minor) if letter.charged_minor else "",
        }  # fmt: skip

    def _not_mailed(self, error: Exception) -> None:
        from app.mailing.phones import NoPhoneNumberError
        from app.mailing.rules import NoMailAddressError

        if isinstance(error, (NoMailAddressError, NoPhoneNumberError)):
            self._counted(sent=False)
        else:
            self._to_mail.clear()
            self.failed(error)

    def _counted(self, *, sent: bool) -> None:
        if sent:
            self._mailed += 1
        else:
            self._without += 1
        self._mail_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del leaves a letter out, F9 shows it, F10 goes on."""
        acts = {
            Qt.Key.Key_Delete: self.choose, Qt.Key.Key_F9: self.look, Qt.Key.Key_F10: self.go_on,
        }  # fmt: skip
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
