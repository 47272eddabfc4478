"""The till as one widget: sign in, open the shift, sell, close the shift."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.permission import Actor, Permission
from app.pricing.choosing import PriceBook
from app.pricing.queries import load_price_book
from app.till.context import TillContext, load_context
from app.till.operations.shifts import ClosedShift
from app.till.queries import OpenShift, find_open_shift
from app.till.states import ShiftStatus
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.till.close_shift_view import CloseShiftView
from ui.till.desk import Desk
from ui.till.following import follow
from ui.till.health_presenter import EVERY_MS
from ui.till.keys import KeyMap
from ui.till.open_shift_view import OpenShiftView
from ui.till.sign_in_view import SignInView
from ui.till.till_actions import TillActions
from ui.till.till_keys import TillKeys
from ui.till.till_parts import TillParts
from ui.till.till_view import TillView
from ui.widgets.pages import Pages
from ui.widgets.side_panel import PanelHost, SidePanel
from ui.widgets.sound import Sound

_MOST_WAITING: Final = 50


class TillPage(QWidget):
    """The till of one station. Hand every scan to `scanned`, whatever is shown.

    Signals:
        back_office_requested(): the cashier wants the office, or may not sell.
        quit_requested(): the program shall end.
        theme_requested(): light or dark.
        full_screen_requested(): with or without the window's frame.
    """

    back_office_requested = Signal()
    quit_requested = Signal()
    theme_requested = Signal()
    full_screen_requested = Signal()

    def __init__(
        self, services: Services, formats: Formats, sound: Sound, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.view = TillView(formats)
        self.sign_in_view = SignInView()
        self.open_view = OpenShiftView(formats)
        self.close_view = CloseShiftView(formats)
        self.desk = Desk(self.view, services, formats, sound)
        self.desk.later = self._later
        self.keys = KeyMap(services.local.get("keys"))
        self._stack = Pages()
        for page in (self.sign_in_view, self.open_view, self.view, self.close_view):
            self._stack.addWidget(page)
        self._host = PanelHost()
        self._host.set_page(self._stack)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._host)
        self.parts = TillParts(self.desk, self.sign_in_view, self.open_view, self.close_view, self)
        self.actions_ = TillActions(self)
        self._keys = TillKeys(self)
        self._waiting: list[str] = []  # scans that came while a sale was being booked
        self._locked = True
        self._context_is_old = False
        self._health = QTimer(self, interval=EVERY_MS)
        self._health.timeout.connect(self._tick)
        self._wire()

    # --- what the shell calls ---

    def start(self) -> None:
        """Ask who is there; the devices are looked after from now on."""
        self.view.set_training(on=self.services.training)
        self.view.set_key_hints(self.keys.hints)
        self.parts.set_key_hints(self.keys.hints)
        self.desk.new_cart()
        self.parts.display.welcome()
        self._health.start()
        self.parts.health.ask()
        self.parts.health.check_terminal()
        self.lock()
        # the products are fetched while the first cashier types his PIN
        self.use_settings()

    def use_settings(self) -> None:
        """The shop's settings were changed: the codes, products and prices of this till are read again."""
        self.parts.read_patterns()
        self.parts.sell.start()

    def scanned(self, raw: str) -> None:
        """A scan from any scanner, whatever has the focus; never lost without a word."""
        desk, page = self.desk, self.page()
        if page == "sign_in":
            self.parts.sign_in.say(self.tr("Sign in first. The item was not added."))
        elif page == "open_shift":
            self.parts.open_shift.say(self.tr("Open the shift first. The item was not added."))
        elif page == "close_shift":
            self.parts.close_shift.say(self.tr("The shift is being closed. The item was not added."))
        elif desk.state.busy:
            if len(self._waiting) < _MOST_WAITING:
                self._waiting.append(raw)
        else:
            self.parts.sell.scanned(raw)

    def lock(self) -> None:
        """Ask for a PIN; the cart stays on the counter."""
        if self.parts.pay.has_tenders or self.parts.pay.is_charging or self.desk.state.busy:
            return
        actor = self.services.gateway.actor
        self._locked = True
        self._host.close_panel(quiet=True)
        self.desk.when_saved(self._sign_out)
        self._show(self.sign_in_view)
        self.parts.sign_in.show(selected=actor.user_id if actor else 0)

    def idle(self) -> None:
        """Nobody has touched the till for some time."""
        if self.page() not in {"sign_in", "close_shift"}:
            self.lock()

    def page(self) -> str:
        """What is shown: "sign_in", "open_shift", "till" or "close_shift"."""
        names = {
            self.sign_in_view: "sign_in", self.open_view: "open_shift", self.view: "till",
            self.close_view: "close_shift",
        }  # fmt: skip
        return next(name for widget, name in names.items() if widget is self._stack.currentWidget())

    def use_keys(self, changed: dict[str, str]) -> dict[str, str]:
        """Other keys, from the settings; returns those that could not be taken."""
        self.keys = KeyMap(changed)
        self.view.set_key_hints(self.keys.hints)
        self.parts.set_key_hints(self.keys.hints)
        return dict(self.keys.conflicts)

    # --- panels over the whole page (approvals while a shift is opened or closed, the Z) ---

    def show_panel(self, panel: SidePanel) -> None:
        """Lay a panel over the whole page."""
        self._host.open(panel)

    def close_panel(self) -> None:
        """Take it away."""
        self._host.close_panel(quiet=True)
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing on the page has taken."""
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    # --- from one page to the next ---

    def switch_user(self) -> None:
        """Another cashier; the cart stays, Esc goes back."""
        if self.parts.pay.is_open or self.desk.state.busy:
            return
        self._show(self.sign_in_view)
        self.parts.sign_in.show(may_cancel=True)

    def close_shift(self) -> None:
        """Count and close."""
        if not self.desk.state.cart.is_empty:
            self.desk.say(
                self.tr("A sale is still open. Finish, park or void it before you close the shift."), "error"
            )
            return
        self.parts.tasks.before_closing(self._count_shift)

    def _count_shift(self) -> None:
        self._show(self.close_view)
        self.parts.close_shift.show()

    def _wire(self) -> None:
        parts = self.parts
        parts.sign_in.on_signed_in = self._signed_in
        parts.sign_in.on_cancelled = self._back_to_till
        parts.open_shift.on_opened = self._opened_now
        parts.open_shift.on_aside = parts.floating.show_aside
        parts.floating.on_suspended = self.lock
        parts.floating.on_taken_up = self._ask_shift
        parts.open_shift.on_cancelled = self.lock
        parts.close_shift.on_cancelled = self._back_to_till
        parts.close_shift.on_resumed = self._ask_shift
        parts.close_shift.on_closed = self._closed
        parts.pay.on_failed = self._replay
        parts.pay.on_completed = parts.completed
        parts.after_sale = parts.park.on_free = parts.void.on_free = self._replay
        parts.pay.before_pay = self._before_pay
        parts.sell.may_add = self._may_add
        parts.on_z_closed = self._after_z
        self.view.action.connect(self._keys.act)
        self.view.escaped.connect(self._escaped)
        follow(self)

    def _signed_in(self, actor: Actor) -> None:
        before, self._locked = self.services.gateway.actor, False
        self.services.gateway.actor = actor
        if Permission.SELL not in actor.permissions:
            self._locked = True
            self.back_office_requested.emit()
            return
        if before is not None and before.user_id != actor.user_id and self.desk.state.shift is not None:
            self.desk.say(self.tr("{name} is at the till now.").format(name=actor.name), "info")
        if self._is_selling:
            self._ask_shift()
        else:  # prices, taxes and limits as they were set since, maybe on another computer
            self._read_context(self._have_settings, self._no_till)

    def _have_settings(self, context: TillContext) -> None:
        self._have_context(context)
        self._ask_shift()

    def _ask_shift(self) -> None:
        self.parts.floating.with_drawer(self._find_shift)

    def _find_shift(self) -> None:
        context = self.services.context
        self.services.gateway.ask(
            find_open_shift, till_id=context.drawer_till_id, drawer=context.drawer,
            on_done=self._have_shift, on_error=self._no_answer,
        )  # fmt: skip

    def _no_till(self, error: Exception) -> None:
        """The till was taken out of use."""
        self._locked, self.services.gateway.actor = True, None
        self._no_answer(error)

    def _no_answer(self, error: Exception) -> None:
        from ui.shell.errors import describe

        self.parts.sign_in.say(describe(error))

    def _have_shift(self, shift: OpenShift | None) -> None:
        self.desk.state.shift = shift
        if shift is None:
            self._show(self.open_view)
            self.parts.open_shift.show()
        elif shift.status == ShiftStatus.COUNTING.value:
            self._show(self.close_view)
            self.parts.close_shift.show()
        else:
            self._opened(shift)

    def _opened_now(self, shift: OpenShift) -> None:
        self._opened(shift)
        self.parts.tasks.at_opening()

    def _opened(self, shift: OpenShift) -> None:
        self.desk.state.shift = shift
        self._place()
        self._back_to_till()
        self.parts.park.refresh()
        self.parts.recover.start()
        self.parts.tasks.look()
        self.parts.printing.show_waiting()
        if self.keys.conflicts:
            names = ", ".join(self.keys.conflicts.values())
            self.desk.say(self.tr("These keys could not be used: {keys}.").format(keys=names), "warn")

    def _place(self) -> None:
        context, actor = self.services.context, self.services.gateway.actor
        shift = self.desk.state.shift
        opened = self.desk.formats.time(shift.opened_at) if shift else ""
        name = actor.name if actor else ""
        till = " · ".join(x for x in (context.till.name, context.drawer) if x)
        self.view.header.set_place(context.company.name, till, name, opened)

    def _back_to_till(self) -> None:
        self._show(self.view)

    def _closed(self, closed: ClosedShift) -> None:
        self.parts.show_z(closed.shift_id, words=self.parts.close_shift.terminal_words)

    def _after_z(self) -> None:
        if self.page() == "close_shift":
            self.lock()

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._focus()

    def take_focus(self) -> None:
        """The keyboard to what is in front."""
        self._focus()

    def _focus(self) -> None:
        if self.page() == "till":
            self.view.take_focus()
            return
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign_out(self) -> None:
        if self._locked:
            self.services.gateway.actor = None

    # --- selling ---

    def _may_add(self) -> bool:
        pay = self.parts.pay
        if not pay.is_open:
            return True
        if pay.has_tenders or pay.is_charging:
            self.desk.sound.play("error")
            self.view.pay.set_message(
                self.tr("Finish the payment first, or take it back. The item was not added.")
            )
            return False
        pay.back()
        return True

    def _before_pay(self, go_on: Callable[[], None]) -> None:
        self.parts.serials.check(
            lambda: self.parts.discount.check_limits(lambda: self.parts.age.check(go_on))
        )

    def _replay(self) -> None:
        """Scans that came while the sale was being booked begin the next one."""
        waiting, self._waiting = self._waiting, []
        for raw in waiting:
            self.scanned(raw)

    def _escaped(self) -> None:
        if self.desk.state.entry or self.desk.state.quantity_milli is not None:
            self.desk.state.quantity_milli = None
            self.desk.set_entry("")
        self.view.hide_banner()
        self.view.take_focus()

    # --- what happens elsewhere ---

    def carts_changed(self) -> None:
        """Something was parked or taken up, here or at another till."""
        if self.page() == "till":
            self.parts.park.refresh()

    def prices_changed(self) -> None:
        """They count from the next sale on."""
        self._context_is_old = True
        self._look_at_the_day()

    def _tick(self) -> None:
        self.parts.health.ask()
        self.carts_changed()  # other tills park as well
        self._look_at_the_day()
        self.services.gateway.ask(load_price_book, on_done=self._have_prices, on_error=self.desk.refuse)

    def _have_prices(self, book: PriceBook) -> None:
        """Who gets which list may be changed at another station."""
        if book != self.services.context.prices:
            self.prices_changed()

    def _look_at_the_day(self) -> None:
        """On a new business day, or when promotions changed, all is read anew, between two sales."""
        context, now = self.services.context, self.desk.now()
        old = self._context_is_old or context.company.day_of(now) != context.on
        if old and not self._is_selling:
            self._read_context(self._have_context, self.desk.refuse)

    def _read_context(
        self, on_done: Callable[[TillContext], None], on_error: Callable[[Exception], None]
    ) -> None:
        code = self.services.context.till.code
        self.services.gateway.ask(
            load_context, till_code=code, now=self.desk.now(), on_done=on_done, on_error=on_error
        )

    @property
    def _is_selling(self) -> bool:
        return self.desk.state.busy or not self.desk.state.cart.is_empty

    def _have_context(self, context: TillContext) -> None:
        if not self._is_selling:
            drawer = self.services.context.drawer
            self.services.context = replace(context, drawer=drawer if drawer in context.drawers else "")
            self._context_is_old = False

    def _later(self, milliseconds: int, work: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, work)
