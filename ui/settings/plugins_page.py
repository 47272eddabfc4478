"""Which plug-ins lie there, how each stands, what it adds; on and off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from app.plugins.loading import Installed, Plugins, PluginState
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.theme import tokens
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.status import EmptyState
from ui.widgets.text import label, line

_TONES = {
    PluginState.ON: "ok", PluginState.OFF: "text2", PluginState.CHANGED: "warn", PluginState.FAILED: "danger",
    PluginState.UNREADABLE: "danger",
}  # fmt: skip


class PluginsPage(SettingsPage):
    """A table of the plug-ins; the one that is chosen is told in full below it."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        tr = self.tr
        self._plugins = Plugins(desk.services.gateway.runtime, desk.services.data_dir)
        self._found: dict[str, Installed] = {}
        self.table = DataTable(
            tr("Plug-ins"),
            [
                Column("name", tr("Plug-in"), 210),
                Column("state", tr("Now"), 130),
                Column("adds", tr("What it adds")),
            ],
        )
        self.empty = EmptyState(
            "category", tr("There are no plug-ins"),
            tr("Their files go into this folder: {folder}").format(folder=self._plugins.folder),
        )  # fmt: skip
        self.told = label("", tokens.SUB, 400, "text2", wrap=True)
        self.trust = label(
            tr(
                "A plug-in that is on may do all that the program may do. Turn on only what you trust. "
                "When its file changes it is off again."
            ),
            tokens.SUB, 400, "text2", wrap=True,
        )  # fmt: skip
        self.on = Button(tr("Turn on"), "primary", icon="check")
        self.off = Button(tr("Turn off"), "danger_soft", icon="block")
        self.again = Button(tr("Look again"), icon="refresh")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        for part in (self.told, self.trust, self.message):
            self.body.addWidget(part)
        self.body.addLayout(line(self.again, None, self.off, self.on))
        self.empty.setVisible(False)
        self.table.current_changed.connect(self._show)
        self.on.clicked.connect(self._turn_on)
        self.off.clicked.connect(self._turn_off)
        self.again.clicked.connect(self.entered)
        self._show("")

    def entered(self) -> None:
        """Look which there are."""
        self._work(lambda: None)

    def _work(self, first: Callable[[], object]) -> None:
        """Do something, then look again; files are read and code is run, so off the GUI thread."""
        self.message.setText("")

        def work() -> list[Installed]:
            first()
            return self._plugins.installed()

        self.desk.services.submit("reports", work, on_done=self._have, on_error=self.refused)

    def _have(self, found: Sequence[Installed]) -> None:
        chosen = self.table.current()
        self._found = {x.name: x for x in found}
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        words = state_texts()
        rows = [
            TableRow(
                x.name, (x.title or x.name, words[x.state], ", ".join(x.adds) or x.detail),
                {"state": _TONES[x.state]},
            )
            for x in found
        ]  # fmt: skip
        self.table.set_rows(rows)
        self.table.select(chosen)
        self._show(self.table.current())

    def _show(self, key: str) -> None:
        chosen = self._found.get(key)
        self.on.setEnabled(chosen is not None and chosen.state in {PluginState.OFF, PluginState.CHANGED})
        self.off.setEnabled(
            chosen is not None and chosen.state in {PluginState.ON, PluginState.CHANGED, PluginState.FAILED}
        )
        text = self.tr("{name}: {where}. SHA-256 {sha256}")
        self.told.setText(
            text.format(name=chosen.name, where=chosen.where, sha256=chosen.sha256) if chosen else ""
        )

    def _turn_on(self) -> None:
        chosen, actor = self._found.get(self.table.current()), self.desk.services.gateway.actor
        if chosen is not None and actor is not None:
            # just what was shown: a file that changed meanwhile is refused
            self._work(lambda: self._plugins.enable(actor, chosen.name, chosen.sha256))

    def _turn_off(self) -> None:
        chosen, actor = self._found.get(self.table.current()), self.desk.services.gateway.actor
        if chosen is not None and actor is not None:
            self._work(lambda: self._plugins.disable(actor, chosen.name))


def state_texts() -> dict[PluginState, str]:
    """How a plug-in stands, in words."""
    tr = QCoreApplication.translate
    return {
        PluginState.ON: tr("PluginStates", "on"),
        PluginState.OFF: tr("PluginStates", "off"),
        PluginState.CHANGED: tr("PluginStates", "changed, so off"),
        PluginState.FAILED: tr("PluginStates", "failed"),
        PluginState.UNREADABLE: tr("PluginStates", "not readable"),
    }
