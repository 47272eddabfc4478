"""A setting that is saved in the back office reaches the till of the same window at once."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.organisation.queries import find_setting
from tests.factories.shop import Shop
from tests.ui.shell.test_start import Start, prepare, start
from ui.settings.scanner_page import ScannerPage
from ui.settings.settings_section import SettingsSection
from ui.shell.startup import Startup

__all__ = ["prepare", "start"]


def test_the_layout_of_labels_reaches_the_till_of_the_same_window(
    start: Start,
    prepare: Callable[[], Startup],
    qtbot: QtBot,
    ui_shop: Shop,
) -> None:
    shell = start(prepare)
    with qtbot.waitSignal(shell.ready, timeout=20_000):
        shell.open_shop()
    assert shell.services is not None
    shell.services.gateway.actor = ui_shop.actor("manager")
    shell.open_office()
    till, office = shell.till, shell.office
    assert till is not None
    assert office is not None
    qtbot.waitUntil(lambda: shell.window.page() is office)
    office.go("settings")
    section = office.section()
    assert isinstance(section, SettingsSection)
    section.choose("scanner")
    page = section.page()
    assert isinstance(page, ScannerPage)
    qtbot.waitUntil(lambda: page.preset.count() > 0)
    page.preset.choose("gb")
    page.save()
    qtbot.waitUntil(lambda: ui_shop.runtime.ask(find_setting, name="scan.patterns") == {"preset": "gb"})

    def layouts() -> list[str]:
        patterns = till.parts.sell._patterns
        return [] if patterns is None else [p.layout for p in patterns.embedded]

    qtbot.waitUntil(lambda: layouts() == ["20PPPPPCVVVVX"])
