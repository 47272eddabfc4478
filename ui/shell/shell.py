"""The program around its pages: opening, scanners, idle time, themes, crashes, closing."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.kernel.refusal import Refusal
from ui.shell.crash import EXIT_CRASH, CrashReporter, may_ask
from ui.shell.errors import describe, use_formats
from ui.shell.first_run import page_for
from ui.shell.garbage import GuiGarbage
from ui.shell.language import install_language
from ui.shell.main_window import MainWindow
from ui.shell.single_instance import claim
from ui.shell.start_page import StartPage
from ui.shell.startup import Prepare, Startup, WindowOptions

if TYPE_CHECKING:
    from app.devices.ports import Scan
    from ui.customer.customer_screen import CustomerScreen
    from ui.office.office_page import OfficePage
    from ui.runtime.services import Services
    from ui.shell.first_run import Instead
    from ui.shell.office_door import OfficeDoor
    from ui.shell.wedge_filter import WedgeFilter
    from ui.till.till_page import TillPage

_CLOSE_S: Final = 5.0
_IDLE_MINUTES: Final = 10
_log = logging.getLogger(__name__)


class Shell(QObject):
    """Lives as long as the program.

    Signals:
        ready(): the till can sell.
        refused(str): the shop could not be opened; the sentence that is shown.
    """

    ready = Signal()
    refused = Signal(str)
    _opened = Signal(object)
    _failed = Signal(object)
    _scanned = Signal(object)

    def __init__(
        self, app: QApplication, window: MainWindow, start: StartPage, options: WindowOptions,
        prepare: Prepare,
    ) -> None:  # fmt: skip
        super().__init__()
        self.app = app
        self.window = window
        self.options = options
        self.services: Services | None = None
        self.till: TillPage | None = None
        self.office: OfficePage | None = None
        self.door: OfficeDoor | None = None
        self.startup: Startup | None = None
        self.crashes = CrashReporter(options.log_dir or options.data_dir / "logs", version=options.version)
        self._prepare = prepare
        self._start = start
        self._refusal: Instead | None = None
        self._thread: threading.Thread | None = None
        self._instance = claim(options.data_dir)
        self._code = 0
        self._closed = False
        self._running = False
        self.garbage = GuiGarbage(self)
        self.wedge: WedgeFilter | None = None
        self.customer: CustomerScreen | None = None
        self._opened.connect(self._have_shop)
        self._failed.connect(self._no_shop)
        self._scanned.connect(self._device_scanned)
        window.closing.connect(self.close)
        window.key_left.connect(self._key_left)
        self.crashes.crashed.connect(self._crashed)

    def run(self) -> None:
        """The first picture is on the screen: put on the theme and open the shop."""
        from ui.shell.application import put_on_theme

        self._running = True
        self.crashes.install()
        self.ready.connect(self.garbage.settle)
        self.open_shop()
        put_on_theme(self.options, self.app)

    def end(self, code: int) -> int:
        """The window is closed: let go of everything; returns the exit code of the program."""
        self._running = False
        self.finish()
        return self._code or code

    def open_shop(self) -> None:
        """Open it on a thread of its own; also after "Try again"."""
        self.garbage.start()
        if self._instance is not None:
            self._instance.raise_requested.connect(self.window.come_forward)
            self._instance.listen()
        self._thread = threading.Thread(target=self._open, name="start", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the program; nothing is asked, the cart is kept."""
        if not self._closed:
            self._closed = True
            self.window.remember(self.options.local)
            self.save_local()
            self.window.hide()
            if self.customer is not None:
                self.customer.close()
            if self._running:
                self.app.exit(self._code)

    def finish(self) -> None:
        """Let go of lanes, devices and databases, in order; never hangs for long."""
        self._closed = True
        if self.wedge is not None:
            self.wedge.stop()
            self.idle.set_minutes(0)
        if self._thread is not None:
            self._thread.join(_CLOSE_S)
        startup, self.startup = self.startup, None
        if startup is not None and not _within(startup.close, _CLOSE_S):
            # a driver hangs and would keep the process alive: everything sold is committed already
            _log.error("closing took too long; left without")
            logging.shutdown()
            os._exit(self._code)
        self.garbage.stop()
        self.crashes.uninstall()
        use_formats(None)
        if self._instance is not None:
            self._instance.release()

    def save_local(self) -> None:
        """Write this machine's settings; a full disk is no reason to stop."""
        try:
            self.options.save_local()
        except OSError:
            _log.warning("this machine's settings could not be written")

    # --- opening ---

    def _open(self) -> None:
        try:
            import ui.till.till_page  # noqa: F401 - loaded here, off the GUI thread

            startup = self._prepare()
        except Exception as error:  # noqa: BLE001 - shown to the user, whatever it is
            self._emit(self._failed, error)
        else:
            self._emit(self._opened, startup)

    @staticmethod
    def _emit(signal: Any, value: object) -> None:
        with contextlib.suppress(RuntimeError):  # the program ended meanwhile
            signal.emit(value)

    def _no_shop(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            self.crashes.report(error)
        install_language(self.app, self.options.language)
        sentence = describe(error)
        self._refusal = page_for(error, sentence, self.options)
        self._refusal.retry_requested.connect(self._retry)
        self._refusal.quit_requested.connect(self.window.close)
        self.window.show_page(self._refusal)
        self.refused.emit(sentence)

    def _retry(self) -> None:
        if self._refusal is not None:
            self.window.show_page(self._start)
            self.window.drop_page(self._refusal)
            self._refusal = None
        self.open_shop()

    def _have_shop(self, startup: Startup) -> None:
        self.startup = startup
        if self._closed:
            return
        from ui.formatting import Formats
        from ui.shell.parts import make_services
        from ui.till.till_page import TillPage
        from ui.widgets.sound import SilentSound, make_sound

        company = startup.context.company
        language = self.options.language or company.language
        install_language(self.app, language)
        formats = Formats(language, company.currency, ZoneInfo(company.time_zone))
        use_formats(formats)
        self.services = make_services(startup, self.options, language, self._unforeseen, self)
        silent = self.options.local.get("sound") == "off"
        self.till = TillPage(self.services, formats, SilentSound() if silent else make_sound())
        self.till.back_office_requested.connect(self.open_office)
        self.till.quit_requested.connect(self.window.close)
        self.till.theme_requested.connect(self.toggle_theme)
        self.till.full_screen_requested.connect(self.window.toggle_full_screen)
        self._name_window()
        self.window.show_page(self.till)
        self.till.start()
        self.window.drop_page(self._start)
        self._listen(startup)
        self.ready.emit()
        # what a crash left in the print queue is settled once the till can be used
        self.services.submit(
            "db", startup.start_printing, on_done=lambda _ids: None, on_error=self._unforeseen
        )
        if startup.mail is not None:
            self.services.submit(
                "mail", startup.mail.start, on_done=lambda _none: None, on_error=self._unforeseen
            )

    def _name_window(self) -> None:
        if self.services is not None:
            context = self.services.context
            training = f" - {self.tr('TRAINING')}" if self.services.training else ""
            self.window.setWindowTitle(f"{context.company.name} - {context.till.name}{training}")
        from ui.theme.icons import app_icon

        self.app.setWindowIcon(app_icon())

    def _listen(self, startup: Startup) -> None:
        from ui.shell.burst import WedgeSettings
        from ui.shell.idle_timer import IdleTimer
        from ui.shell.paper_window import PaperWindow
        from ui.shell.wedge_filter import WedgeFilter

        self.wedge = WedgeFilter(WedgeSettings.of(self.options.local), self)
        self.wedge.watch(self.window.windowHandle())
        self.wedge.scanned.connect(self.scanned)
        self.idle = IdleTimer(self.options.local.get("idle_minutes", _IDLE_MINUTES), self)
        self.wedge.touched.connect(self.idle.touch)
        self.idle.idle.connect(self._idle)
        self.papers = PaperWindow(startup.devices, self.options.local)
        self._show_customer()
        listen = getattr(startup.devices, "listen", None)
        if listen is not None:
            listen(self._scanned.emit)
        if startup.listen_elsewhere is not None and self.services is not None:
            startup.listen_elsewhere(self.services.bridge.elsewhere.emit)

    def _show_customer(self) -> None:
        """The window for the customer, where this machine has one: nothing of it is loaded elsewhere."""
        wished, always = self.options.local.get("customer_screen"), self.options.customer_display
        if self.customer is None and not (always or (isinstance(wished, dict) and wished.get("on"))):
            return
        from ui.customer.customer_presenter import ScreenSettings
        from ui.customer.customer_screen import CustomerScreen

        if self.till is not None:
            self.customer = self.customer or CustomerScreen(self.till.parts)
            settings = ScreenSettings.of(self.options.local, always=always)
            self.customer.apply(settings, self.window.screen())
            self.window.activateWindow()  # some window managers give the keyboard to the newest

    # --- scans, idle time, errors ---

    def scanned(self, raw: str) -> None:
        """A scan goes to the page in front."""
        self.idle.touch()
        if self.office is not None and self.window.page() is self.office:
            self.office.scanned(raw)
        elif self.till is not None and self.window.page() is self.till:
            self.till.scanned(raw)

    def _key_left(self, event: QKeyEvent) -> None:
        """The office, the end and the full screen are at hand before a shift is opened, too."""
        if self.till is None or self.services is None:
            return
        signed_in = self.services.gateway.actor is not None and self.till.page() != "sign_in"
        acts = {"quit": self.window.close, "full_screen": self.window.toggle_full_screen,
                "theme": self.toggle_theme}  # fmt: skip
        action = self.till.keys.action(event)
        if action == "back_office" and signed_in and self.window.page() is self.till:
            self.open_office()
        elif action in acts:
            acts[action]()

    def _device_scanned(self, scan: Scan) -> None:
        self.scanned(scan.raw)

    def _idle(self) -> None:
        if self.till is not None and not self._office_idle():
            self.till.idle()

    def _office_idle(self) -> bool:
        """Close the office where somebody left it, and the till with it; returns whether that was so."""
        closed = self.till is not None and self.door is not None and self.door.close()
        if closed and self.till is not None:
            self.till.lock()
        return closed

    def _unforeseen(self, error: Exception) -> None:
        """What no screen has taken: the sentence where the user looks, and a crash file for a bug."""
        if not isinstance(error, Refusal):
            self.crashes.report(error)
        if self.office is not None and self.window.page() is self.office:
            self.office.say(describe(error), "error")
        elif self.till is not None:
            self.till.desk.say(describe(error), "error")

    def _crashed(self, path: str) -> None:
        self._code = EXIT_CRASH
        if may_ask():
            from ui.shell.crash_dialog import show_crash

            show_crash(self.window, path)
        self.close()

    # --- the office, themes ---

    def open_office(self) -> None:
        """The back office, as far as the person may see it."""
        if self.services is None:
            return
        if self.office is None and self.startup is not None:
            from ui.shell.office_door import OfficeDoor
            from ui.shell.parts import make_office

            self.office, formats = make_office(self, self.services, self.startup, self._unforeseen)
            self.door = OfficeDoor(self.window, self.office, self.services, formats, self)
            self.door.page.left.connect(self.leave_office)
            self.door.idle.idle.connect(self._office_idle)
            self.door.on_refused = self._unforeseen
            if self.wedge is not None:
                self.wedge.touched.connect(self.door.idle.touch)
        if self.door is not None:
            self.door.open()

    def leave_office(self) -> None:
        """Back to the till; who may not sell is signed out."""
        if self.till is None or self.services is None:
            return
        from app.kernel.permission import Permission

        actor = self.services.gateway.actor
        self.window.show_page(self.till)
        self.till.take_focus()
        if actor is None or not actor.may(Permission.SELL) or self.till.page() == "sign_in":
            self.till.lock()

    def show_papers(self) -> None:
        """The window with what the printer without hardware has printed."""
        self.papers.present()

    def toggle_theme(self) -> None:
        """From light to dark or back."""
        from ui.theme import theme

        self.use_theme("light" if theme().dark else "dark")

    def use_theme(self, name: str) -> None:
        """Switch to "light", "dark" or "auto", kept for the next start."""
        from ui.shell.application import theme_name
        from ui.theme import apply_theme

        apply_theme(self.app, theme_name(name, self.app))
        self.options.local["theme"] = name
        self.save_local()

    def apply_local(self) -> None:
        """This machine's settings were changed on a page: use them."""
        from ui.shell.burst import WedgeSettings

        local = self.options.local
        if self.wedge is not None:
            self.wedge.set_settings(WedgeSettings.of(local))
        self.idle.set_minutes(local.get("idle_minutes", _IDLE_MINUTES))
        if self.till is not None:
            self.till.use_keys(dict(local.get("keys") or {}))
            self.till.use_settings()
        self._show_customer()
        self._name_window()
        self.save_local()


def _within(work: Callable[[], None], seconds: float) -> bool:
    """Run it on another thread; False when it is not done in time."""
    thread = threading.Thread(target=_quietly, args=(work,), name="close", daemon=True)
    thread.start()
    thread.join(seconds)
    return not thread.is_alive()


def _quietly(work: Callable[[], None]) -> None:
    try:
        work()
    except Exception:  # noqa: BLE001 - told in the log, the program ends anyway
        _log.exception("closing")
