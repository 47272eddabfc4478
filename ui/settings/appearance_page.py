"""How it looks and sounds on this machine."""

from __future__ import annotations

from typing import Final

from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.widgets.form import Choice, Form, NumberBox, Tick, on_change

_ZOOMS: Final = (80, 90, 100, 110, 125, 140, 150)


class AppearancePage(SettingsPage):
    """Theme, zoom, language, sound, idle minutes."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        form = Form(2)
        self.theme = Choice([
            ("light", tr("Light")), ("dark", tr("Dark")), ("auto", tr("As the desktop")),
        ])  # fmt: skip
        self.zoom = Choice([(z, desk.formats.percent(z * 100)) for z in _ZOOMS])
        self.language = Choice([
            ("", tr("As the shop")), ("en", "English"), ("de", "Deutsch"),
        ])  # fmt: skip
        self.sound = Choice([("on", tr("Tones")), ("off", tr("Quiet"))])
        self.idle = NumberBox(0, 240, 10, tr(" minutes"))
        self.idle.setSpecialValueText(tr("never"))
        self.full = Tick(tr("Begin in full screen"))
        self.papers = Tick(tr("Show the paper of the virtual printer when it prints"))
        restart = tr("Counts from the next start")
        form.add(tr("Colours"), self.theme)
        form.add(tr("Size of everything"), self.zoom, hint=restart)
        form.add(tr("Language on this machine"), self.language, hint=restart)
        form.add(tr("Sound"), self.sound, hint=restart)
        form.add(tr("Lock when nobody is there for"), self.idle)
        form.add_wide(self.full)
        form.add_wide(self.papers)
        form.end()
        self.body.addWidget(form, 1)
        self.make_foot()
        on_change(
            [self.theme, self.zoom, self.language, self.sound, self.idle, self.full, self.papers], self.touch
        )

    def entered(self) -> None:
        """Show what is set."""
        local = self.desk.services.local
        self.theme.choose(local.get("theme", "light"))
        self.zoom.choose(local.get("zoom", 100))
        self.language.choose(local.get("language", ""))
        self.sound.choose(local.get("sound", "on"))
        minutes = local.get("idle_minutes", 10)
        self.idle.setValue(minutes if isinstance(minutes, int) else 10)
        self.full.setChecked(bool(local.get("fullscreen")))
        self.papers.setChecked(bool(local.get("paper_window")))
        self.set_dirty(dirty=False)

    def save(self) -> None:
        """Keep it; colours and idle time at once, the rest from the next start."""
        local = self.desk.services.local
        again = any(
            local.get(name, usual) != value
            for name, usual, value in (
                ("zoom", 100, self.zoom.value()), ("language", "", self.language.value()),
                ("sound", "on", self.sound.value()),
            )
        )  # fmt: skip
        local.update(
            zoom=self.zoom.value(), language=self.language.value(), sound=self.sound.value(),
            idle_minutes=self.idle.value(), fullscreen=self.full.isChecked(),
            paper_window=self.papers.isChecked(),
        )  # fmt: skip
        self.set_dirty(dirty=False)
        self.desk.theme_chosen.emit(self.theme.value())
        self.desk.local_changed.emit()
        self.desk.say(self.tr("Saved. Start Takings again to see all of it.") if again else self.tr("Saved."))
