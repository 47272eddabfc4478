"""The devices of this station: an address, a test and a dot for each role."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from app.devices.paper import Paper
from app.devices.ports import CardTerminal, DeviceError, DeviceFault, Health, HealthState
from app.devices.sample import test_label, test_page
from app.kernel.refusal import Refusal
from app.organisation.operations import save_setting
from ui.office.section import OfficeDesk, Section
from ui.settings.page import SettingsPage
from ui.shell.errors import describe
from ui.theme import pixmap, theme, theme_changed, tokens
from ui.till.card_settling import TERMINAL_LANE
from ui.till.health_presenter import device_names
from ui.till.terminal_day import close_terminal_day
from ui.till.weigh_presenter import SCALE_LANE
from ui.widgets.button import Button
from ui.widgets.form import text_field
from ui.widgets.row_list import Row, RowList
from ui.widgets.side_panel import SidePanel, scrolling
from ui.widgets.text import Card, column, label, line, set_tone
from ui.widgets.tips import plain_tip

_LANE: Final = "printer"
_LANES: Final = {"terminal": TERMINAL_LANE, "scale": SCALE_LANE}
_PRINTERS: Final = ("printer", "labels")
_SIGNS: Final = {
    HealthState.READY: ("check_circle", "ok"),
    HealthState.WARNING: ("warning", "warn"),
    HealthState.BLOCKED: ("error", "danger"),
    HealthState.LOST: ("error", "danger"),
    HealthState.ERROR: ("error", "danger"),
    HealthState.CONNECTING: ("schedule", "text2"),
    HealthState.DISABLED: ("block", "text2"),
}
_EXAMPLES: Final = {
    "printer": "tcp://192.168.1.50:9100   serial:///dev/ttyUSB0?baud=19200   file:///dev/usb/lp0   "
    "virtual:   none:",
    "drawer": "printer:   printer:?pin=5   none:",
    "display": "serial:///dev/ttyUSB1   tcp://192.168.1.51:4000   virtual:   none:",
    "scanner": "wedge:   serial:///dev/ttyACM0   none:",
    "terminal": "zvt://192.168.1.60:20007   zvt://192.168.1.60?password=123456&close=day   manual:   none:",
    "scale": "serial:///dev/ttyUSB0?protocol=toledo8217   "
    "tcp://192.168.1.53:4001?protocol=sma&tares=Bag:5,Bowl:20   serial://COM4?protocol=nci   "
    "serial:///dev/ttyS0?protocol=cas   none:",
    "labels": "tcp://192.168.1.52:9100   tcp://192.168.1.52:9100?dpi=300   file:///dev/usb/lp1   none:",
}


class DevicesPage(SettingsPage):
    """A card for each role; a change is used at once and kept for this till."""

    def __init__(self, desk: OfficeDesk, section: Section) -> None:
        super().__init__(desk, section)
        inner = QWidget()
        rows = column(inner, gap=tokens.GUTTER)
        self._names = {**device_names(), "labels": self.tr("Label printer (ZPL)")}
        self.cards = {role: DeviceCard(role, name) for role, name in self._names.items()}
        for role, card in self.cards.items():
            card.use.clicked.connect(lambda _=False, role=role: self.use(role))
            card.edit.returnPressed.connect(lambda role=role: self.use(role))
            card.test.clicked.connect(lambda _=False, role=role: self.test(role))
            rows.addWidget(card)
        rows.addStretch(1)
        self.ports_button = Button(self.tr("Serial ports…"), icon="link")
        self.paper_button = Button(self.tr("Paper of the virtual printer"), icon="receipt_long")
        self.day_button = Button(self.tr("Close the card terminal's day"), icon="balance")
        self.day_button.clicked.connect(self._close_day)
        self.cards["terminal"].body.addLayout(line(self.day_button, None))
        self.check_button = Button(self.tr("Ask all devices"), icon="refresh")
        self.ports_button.clicked.connect(self._ports)
        self.paper_button.clicked.connect(self.desk.paper_requested)
        self.check_button.clicked.connect(self._ask_health)
        self.body.addWidget(scrolling(inner), 1)
        self.body.addLayout(line(self.ports_button, self.paper_button, None, self.check_button))

    def entered(self) -> None:
        """Show the addresses and ask how the devices are."""
        for role, url in self.desk.services.devices.urls().items():
            if role in self.cards:
                self.cards[role].edit.setText(url)
        self._ask_health()

    def use(self, role: str) -> None:
        """Use the address of a role, and keep it."""
        card, devices = self.cards[role], self.desk.services.devices
        url = card.edit.text().strip() or "none:"
        self._submit(lambda: devices.reopen(role, url), lambda: self._keep(role, url), role)

    def _keep(self, role: str, url: str) -> None:
        self.desk.run(
            save_setting, lambda _none: self._kept(role), name=f"device.{role}", value=url,
            scope=self.desk.services.context.till.code,
        )  # fmt: skip

    def _kept(self, role: str) -> None:
        self.desk.say(self.tr("{device}: the new address is in use.").format(device=self._names[role]))
        self._ask_health()

    def test(self, role: str) -> None:
        """Do something that a person can see."""
        work = self._work(role)
        if work is None:
            self.cards[role].show_text(self.tr("There is none: choose an address first."), "warn")
            return
        words = {
            "printer": self.tr("A test page is printed."),
            "drawer": self.tr("The drawer should be open now."),
            "display": self.tr("The display should show “Takings” now."),
            "scanner": self.tr("Scan something now: it is shown here."),
            "terminal": self.tr("The card terminal is ready."),
            "labels": self.tr("A label is sent."),
            "scale": self.tr("The scale answers."),
        }[role]
        self._submit(work, lambda: self.cards[role].show_text(words, "ok"), role)

    def _work(self, role: str) -> Callable[[], object] | None:
        devices = self.desk.services.devices
        if role == "printer" and devices.printer is not None:
            return partial(devices.printer.print_paper, self._page())
        if role == "drawer" and devices.drawer is not None:
            return devices.drawer.kick
        if role == "display" and devices.display is not None:
            return partial(devices.display.show, "Takings", "1234567890 €")
        if role == "labels" and devices.labels is not None:
            return partial(devices.labels.print_labels, [test_label(self.desk.services.context.till.name)])
        return self._other_work(role)

    def _other_work(self, role: str) -> Callable[[], object] | None:
        """Of a device that prints and opens nothing."""
        devices = self.desk.services.devices
        if role == "scale" and devices.scale is not None:
            return devices.scale.read
        if role == "terminal" and devices.terminal is not None:
            return partial(_check, devices.terminal)
        return _nothing if role == "scanner" else None

    def scanned(self, raw: str) -> None:
        """What a scanner read while the page is in front."""
        self.cards["scanner"].show_text(self.tr("Read: {code}").format(code=shown_code(raw)), "ok")

    def _close_day(self) -> None:
        """By hand: what it counted is written down and compared as when a shift is closed."""
        services = self.desk.services
        if services.devices.terminal is None or not services.devices.terminal.name:
            self.cards["terminal"].show_text(self.tr("There is none: choose an address first."), "warn")
            return
        self.cards["terminal"].show_text(self.tr("One moment …"), "text2")
        close_terminal_day(
            services, self.desk.formats, lambda words: self.cards["terminal"].show_text(words, "text2")
        )

    def _page(self) -> Paper:
        services = self.desk.services
        return test_page(name=services.context.till.name, language=services.context.company.language)

    def _submit(self, work: Callable[[], object], then: Callable[[], None], role: str) -> None:
        card = self.cards[role]
        card.show_text(self.tr("One moment …"), "text2")
        self.desk.services.submit(
            _LANES.get(role, _LANE),
            work,
            on_done=lambda _answer: then(),
            on_error=lambda error: self._failed(card, error),
        )

    @staticmethod
    def _failed(card: DeviceCard, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        card.show_text(describe(error), "danger")

    def _ask_health(self) -> None:
        self.desk.services.submit(
            _LANE, self.desk.services.devices.health, on_done=self._have_health, on_error=self.desk.failed
        )

    def _have_health(self, found: dict[str, Health]) -> None:
        for role, health in found.items():
            if role in self.cards:
                self.cards[role].show_health(health)

    def _ports(self) -> None:
        listing = getattr(self.desk.services.devices, "serial_ports", None)
        if listing is None:
            self.desk.say(self.tr("The serial ports cannot be listed here."), "warn")
            return
        self.desk.services.submit("reports", listing, on_done=self._show_ports, on_error=self.desk.failed)

    def _show_ports(self, ports: list[object]) -> None:
        panel = SidePanel(self.tr("Serial ports of this machine"))
        shown = RowList(self.tr("Serial ports"))
        shown.set_rows([
            Row(str(getattr(p, "url", "")), str(getattr(p, "url", "")), str(getattr(p, "description", "")),
                icon="link")
            for p in ports
        ])  # fmt: skip
        if not ports:
            panel.content.addWidget(label(self.tr("No serial port is plugged in."), tone="text2"))
        panel.content.addWidget(shown, 1)
        panel.content.addWidget(
            label(self.tr("Choose one to copy its address."), tokens.SUB, tone="text2", wrap=True)
        )
        shown.chosen.connect(self._copy)
        panel.first = shown
        self.section.open_panel(panel)

    def _copy(self, url: str) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(url)
        self.section.close_panel()
        self.desk.say(self.tr("{address} is copied.").format(address=url))


class DeviceCard(Card):
    """One role: sign, address, two buttons, a sentence."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__(pad=14)
        self._state = HealthState.DISABLED
        self._sign = label("")
        self._sign.setFixedWidth(28)
        self._words = label("", tokens.SUB, 400, "text2", wrap=True)
        self.edit = text_field(limit=300)
        self.edit.setAccessibleName(self.tr("Address: {device}").format(device=name))
        self.edit.setAccessibleDescription(_EXAMPLES[role])
        self.edit.setToolTip(plain_tip(_EXAMPLES[role].replace("   ", "\n")))
        self.use = Button(self.tr("Use"), icon="check")
        self.test = Button(self.tr("Test"), icon="print" if role in _PRINTERS else "task_alt")
        for button in (self.use, self.test):
            button.setAccessibleName(f"{button.text()}: {name}")
        self._title = label(name, tokens.LABEL, 600)
        head = line(self._sign, self._title, self._words, gap=8)
        head.setStretch(2, 1)
        self.body.addLayout(head)
        row = line(self.edit, self.use, self.test, gap=8)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        example = label(_EXAMPLES[role], tokens.META, 400, "text2", wrap=True)
        self.body.addWidget(example)
        theme_changed().changed.connect(self._paint_sign)
        self.show_health(Health(HealthState.DISABLED))

    def show_health(self, health: Health) -> None:
        """Sign and words of a state."""
        self._state = health.state
        self._paint_sign()
        self.show_text(self._sentence(health), _SIGNS[health.state][1])

    def show_text(self, words: str, tone: str) -> None:
        """A sentence beside the name."""
        self._words.setText(words)
        set_tone(self._words, tone)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def _sentence(self, health: Health) -> str:
        from PySide6.QtCore import QCoreApplication

        if health.detail:
            return QCoreApplication.translate("Refusal", health.detail)
        return {
            HealthState.READY: self.tr("ready"),
            HealthState.DISABLED: self.tr("not used"),
            HealthState.CONNECTING: self.tr("being connected"),
        }.get(health.state, str(health.state.value))

    def _paint_sign(self) -> None:
        icon, tone = _SIGNS[self._state]
        self._sign.setPixmap(pixmap(icon, getattr(theme(), tone), 24, self.devicePixelRatioF()))
        self._sign.setAccessibleName(str(self._state.value))


def _nothing() -> None:
    return


def _check(terminal: CardTerminal) -> None:
    """Ask it how it is; raises DeviceError with what it says, when it is not ready."""
    health = terminal.check()
    if health.state is not HealthState.READY:
        raise DeviceError(device="card terminal", fault=DeviceFault.OFFLINE, detail=health.detail)


def shown_code(raw: str) -> str:
    """A code with its control signs made visible, and not too long for a screen."""
    names = {"\x1d": "␝", "\x1e": "␞", "\x04": "␄", "\r": "␍", "\n": "␊", "\t": "␉"}
    text = "".join(names.get(c, c if c.isprintable() else "�") for c in raw[:120])
    return f"{text}…" if len(raw) > 120 else text  # noqa: PLR2004 - a line
