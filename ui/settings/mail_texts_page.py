"""The words of messages, kind by kind and language by language, with a look at how they come out."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.mailing.operations import reset_template, save_template
from app.mailing.queries import find_template, own_templates
from app.mailing.rules import Text, fill
from app.mailing.states import TEXTED, Channel, MailKind
from app.mailing.texts import GAPS, LANGUAGES
from ui.mailing.words import channel_word, language_word, mail_kind
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import font, tokens
from ui.widgets.button import Button
from ui.widgets.form import Choice, Form, on_change, text_field
from ui.widgets.text import Card, column, label, line

_SAMPLE: Final = {
    "number": "2026-000042", "order_number": "O-2026-000041", "reference": "PO 4711", "date": "2026-03-02",
    "amount": "€ 1,234.50", "valid_until": "2026-04-01", "items": "- 10 pc Coffee beans 1 kg: 2026-03-05",
    "carrier": "DHL", "tracking": "00340434161094042557", "expected": "2026-03-05",
    "tracking_link": "https://example.com/00340434161094042557", "delivered": "2026-03-05 10:42",
    "received_by": "M. Miller", "due": "2026-03-16", "open": "€ 1,234.50", "period": "2026-02", "level": "1",
    "fee": "€ 5.00", "customer": "Example Ltd", "contact": "Ms Miller",
}  # fmt: skip


class MailTextsPage(SettingsPage):
    """One template at a time: at the left what is written, at the right what the customer reads."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._own: set[tuple[Channel, MailKind, str]] = set()
        self.channel = Choice([(x, channel_word(x)) for x in (Channel.MAIL, Channel.SMS)], Channel.MAIL)
        self.kind = Choice([(k, mail_kind(k)) for k in GAPS], MailKind.QUOTE)
        language = desk.services.context.company.language[:2]
        self.language = Choice([(x, language_word(x)) for x in LANGUAGES], language)
        self.subject = text_field()
        self.text = QPlainTextEdit()
        self.text.setFont(font(tokens.BODY))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text"))
        self.gaps = label("", tokens.SUB, 400, "text2", wrap=True)
        self.shown_subject = label("", tokens.BODY, 700, wrap=True)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setFont(font(tokens.BODY))
        self.shown.setAccessibleName(tr("How it comes out"))
        self.reset_button = Button(tr("Our own words again"), icon="undo")
        self._lay_out()
        self.make_foot()
        on_change([self.subject], self.touch)
        self.text.textChanged.connect(self._typed)
        self.subject.textChanged.connect(lambda _text: self._preview())
        self.channel.currentIndexChanged.connect(lambda _place: self._offer_kinds())
        self.kind.currentIndexChanged.connect(lambda _place: self.entered())
        self.language.currentIndexChanged.connect(lambda _place: self.entered())
        self.reset_button.clicked.connect(self._reset)

    def _lay_out(self) -> None:
        tr = self.tr
        head = Form(3)
        head.add(tr("By"), self.channel)
        head.add(tr("Message"), self.kind)
        head.add(tr("Language"), self.language)
        self.body.addWidget(head)
        left = QWidget()
        written = column(left, gap=6)
        form = Form(1)
        form.add(tr("Subject"), self.subject)
        written.addWidget(form)
        written.addWidget(self.text, 1)
        written.addWidget(self.gaps)
        right = Card(well=True)
        right.body.addWidget(label(tr("How it comes out"), tokens.CAPTION, 500, "text2"))
        right.body.addWidget(self.shown_subject)
        right.body.addWidget(self.shown, 1)
        right.body.addLayout(line(None, self.reset_button))
        across = line(left, right, gap=14)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.body.addLayout(across, 1)

    def _by_text(self) -> bool:
        return bool(self.channel.value() == Channel.SMS)

    def _offer_kinds(self) -> None:
        """A short message tells of some kinds only."""
        kinds = [kind for kind in GAPS if kind in TEXTED or not self._by_text()]
        self.kind.blockSignals(True)
        self.kind.set_options([(kind, mail_kind(kind)) for kind in kinds], kinds[0])
        self.kind.blockSignals(False)
        self.subject.setEnabled(not self._by_text())
        self.entered()

    def _which(self) -> dict[str, Any]:
        """The template that is looked at, as the operations name it."""
        return {
            "channel": Channel(self.channel.value()), "kind": MailKind(self.kind.value()),
            "language": self.language.value(),
        }  # fmt: skip

    def entered(self) -> None:
        """Read the words of the kind and language."""
        self.desk.ask(own_templates, self._have_own)
        self.desk.ask(find_template, self._have, **self._which())

    def _have_own(self, own: set[tuple[Channel, MailKind, str]]) -> None:
        self._own = own
        self.reset_button.setVisible(tuple(self._which().values()) in own)

    def _have(self, found: Text) -> None:
        self.subject.setText(found.subject)
        self.text.setPlainText(found.body)
        names = "  ".join(f"{{{gap}}}" for gap in GAPS[MailKind(self.kind.value())])
        self.gaps.setText(self.tr("These are filled in: {names}").format(names=names))
        self._preview()
        self.set_dirty(dirty=False)
        for choice in (self.channel, self.kind, self.language):
            choice.setEnabled(True)

    def _typed(self) -> None:
        self.touch()
        self._preview()

    def set_dirty(self, *, dirty: bool) -> None:
        """While something is changed, the kind and language stay."""
        super().set_dirty(dirty=dirty)
        for choice in (self.channel, self.kind, self.language):
            choice.setEnabled(not dirty)

    def _preview(self) -> None:
        company, actor = self.desk.services.context.company, self.desk.services.gateway.actor
        values = {
            **_SAMPLE, "company": company.name, "phone": company.phone, "sender": actor.name if actor else "",
        }  # fmt: skip
        text = fill(Text(self.subject.text(), self.text.toPlainText()), values)
        self.shown_subject.setText(text.subject)
        self.shown_subject.setVisible(bool(text.subject))
        self.shown.setPlainText(text.body)

    def save(self) -> None:
        """Keep the words for the next message."""
        self.desk.run(
            save_template, lambda _none: self._saved(), self.refused, **self._which(),
            subject=self.subject.text(), body=self.text.toPlainText(),
        )  # fmt: skip

    def _saved(self) -> None:
        self.desk.say(self.tr("Saved. The next message says it like this."))
        self.entered()

    def _reset(self) -> None:
        self.desk.run(reset_template, lambda _none: self.entered(), self.refused, **self._which())
