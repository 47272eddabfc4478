"""How this machine's scanner types, how the shop's own labels are read, and a place to try it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.catalog.queries import PATTERNS_SETTING
from app.catalog.scan_patterns import PRESETS
from app.organisation.operations import save_setting
from app.organisation.queries import find_setting
from ui.office.section import OfficeDesk, Section
from ui.settings.devices_page import shown_code
from ui.settings.page import SettingsPage
from ui.shell.burst import WedgeSettings
from ui.theme import tokens
from ui.widgets.form import Choice, Form, NumberBox, on_change, text_field
from ui.widgets.text import Card, label

_SIGNS = 8
_OWN = "own"  # layouts that were written into the setting by hand


class ScannerPage(SettingsPage):
    """Gap, length, prefix and suffix of this machine; the layout of labels of the shop."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._setting: dict[str, object] = {}
        form = Form(2)
        self.preset = Choice()
        form.section(tr("Labels with a price or weight"))
        form.add(
            tr("How the shop's scales print them"), self.preset, wide=True,
            hint=tr("For all tills of this shop: codes that begin with 02 or 20 to 29."),
        )  # fmt: skip
        form.section(tr("The scanner of this computer"))
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
        on_change([self.preset, self.gap, self.length, self.prefix, self.suffix], self.touch)

    def entered(self) -> None:
        """Show what is set."""
        found = WedgeSettings.of(self.desk.services.local)
        self.gap.setValue(found.gap_ms)
        self.length.setValue(found.min_length)
        self.prefix.setText(found.prefix)
        self.suffix.setText(found.suffix)
        self.shown.setText(self.tr("Nothing scanned yet"))
        self.set_dirty(dirty=False)
        self.desk.ask(find_setting, self._have, name=PATTERNS_SETTING)

    def _have(self, setting: object) -> None:
        self._setting = dict(setting) if isinstance(setting, dict) else {}
        words = preset_texts()
        options = [(name, words.get(name, name)) for name in PRESETS]
        if self._is_own:
            options.append((_OWN, self.tr("layouts of the shop's own")))
        self.preset.set_options(options, self._chosen)

    @property
    def _is_own(self) -> bool:
        return isinstance(self._setting.get("layouts"), list)

    @property
    def _chosen(self) -> str:
        """What is set now."""
        preset = str(self._setting.get("preset", ""))
        return _OWN if self._is_own else preset if preset in PRESETS else "plain"

    def scanned(self, raw: str) -> None:
        """Show what came."""
        self.shown.setText(self.tr("%n signs: {code}", "", len(raw)).format(code=shown_code(raw)))

    def save(self) -> None:
        """Keep it: the labels for the shop, the rest for this machine."""
        self.desk.services.local.update(
            scanner_gap_ms=self.gap.value(), scanner_min_length=self.length.value(),
            scanner_prefix=self.prefix.text(), scanner_suffix=self.suffix.text(),
        )  # fmt: skip
        preset = self.preset.value()
        if preset in {None, self._chosen}:
            self._saved()
            return
        kept = {name: value for name, value in self._setting.items() if name == "separators"}
        self.desk.run(
            save_setting, lambda _none: self._saved(), self.refused, name=PATTERNS_SETTING,
            value={**kept, "preset": preset},
        )  # fmt: skip

    def _saved(self) -> None:
        self.set_dirty(dirty=False)
        self.desk.local_changed.emit()
        self.desk.ask(find_setting, self._have, name=PATTERNS_SETTING)
        self.desk.say(self.tr("Saved."))


def preset_texts() -> dict[str, str]:
    """Each layout in words."""
    tr = QCoreApplication.translate
    return {
        "plain": tr("ScanPresets", "usual: 20 to 24 price, 25 to 29 weight, five digits each"),
        "de": tr("ScanPresets", "Germany: 22, 23 price, 25, 26 pieces, 28, 29 weight"),
        "gb": tr("ScanPresets", "United Kingdom: 20 price"),
        "se": tr("ScanPresets", "Sweden: 20 to 22 price, 23 to 25 weight"),
        "no": tr("ScanPresets", "Norway: 20 to 22 price, 23 to 25 weight"),
        "dk": tr("ScanPresets", "Denmark: 21 to 24 price, 26 to 28 weight"),
        "fi": tr("ScanPresets", "Finland: 23 to 25 weight"),
        "ee": tr("ScanPresets", "Estonia: 23 to 25 weight"),
        "lv": tr("ScanPresets", "Latvia: 23 to 25 weight"),
        "lt": tr("ScanPresets", "Lithuania: 23 to 25 weight"),
    }
