"""How this machine's keyboard scanner types, and a place to try it."""

from __future__ import annotations

from ui.office.section import OfficeDesk, Section
from ui.settings.devices_page import shown_code
from ui.settings.page import SettingsPage
from ui.shell.burst import WedgeSettings
from ui.theme import tokens
from ui.widgets.form import Form, NumberBox, on_change, text_field
from ui.widgets.text import Card, label

_SIGNS = 8


class ScannerPage(SettingsPage):
    """Gap, length, prefix and suffix."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        form = Form(2)
        self.gap = NumberBox(10, 100, 35, tr(" ms"))
        self.length = NumberBox(1, 100, 6)
        self.prefix, self.suffix = text_field(limit=_SIGNS), text_field(limit=_SIGNS)
        form.add(tr("Longest time between two signs"), self.gap, hint=tr("Larger for slow scanners"))
        form.add(tr("Shortest code"), self.length, hint=tr("Fewer signs are taken for typing"))
        form.add(tr("Prefix"), self.prefix, hint=tr("What the scanner sends before each code"))
        form.add(tr("Suffix"), self.suffix, hint=tr("What it sends after each code, besides Enter"))
        form.end()
        self.body.addWidget(form)
        card = Card(pad=16)
        self.shown = label("", tokens.CASH, 600, wrap=True)
        card.body.addWidget(label(tr("Try it: scan something now"), tokens.LABEL, 600))
        card.body.addWidget(self.shown)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.make_foot()
        on_change([self.gap, self.length, self.prefix, self.suffix], self.touch)

    def entered(self) -> None:
        """Show what is set."""
        found = WedgeSettings.of(self.desk.services.local)
        self.gap.setValue(found.gap_ms)
        self.length.setValue(found.min_length)
        self.prefix.setText(found.prefix)
        self.suffix.setText(found.suffix)
        self.shown.setText(self.tr("Nothing scanned yet"))
        self.set_dirty(dirty=False)

    def scanned(self, raw: str) -> None:
        """Show what came."""
        self.shown.setText(self.tr("%n signs: {code}", "", len(raw)).format(code=shown_code(raw)))

    def save(self) -> None:
        """Keep it for this machine."""
        self.desk.services.local.update(
            scanner_gap_ms=self.gap.value(), scanner_min_length=self.length.value(),
            scanner_prefix=self.prefix.text(), scanner_suffix=self.suffix.text(),
        )  # fmt: skip
        self.set_dirty(dirty=False)
        self.desk.local_changed.emit()
        self.desk.say(self.tr("Saved."))
