"""The desk: what every presenter of the till works with, and the few things they all do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from app.access.queries import Role
from app.kernel.clock import system_clock
from app.kernel.permission import Approval, Permission
from app.runtime.approvals import about_action
from app.till.cart import Cart
from app.till.operations.carts import save_cart
from app.till.promoting import promote
from app.till.rules import price_cart
from app.till.untaxed import untaxed
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.shell.errors import describe
from ui.till.rows import cart_rows, totals
from ui.till.state import TillState
from ui.till.till_view import TillView
from ui.widgets.side_panel import SidePanel
from ui.widgets.sound import Sound

R = TypeVar("R")
_BANNER_MS = 6000
_INFO_MS = 4000


class PanelPlace(Protocol):
    """Where a panel is laid: over the right side of the till, or over the whole page."""

    def show_panel(self, panel: SidePanel) -> None:
        """Lay it there."""
        ...

    def close_panel(self) -> None:
        """Take it away."""
        ...


class AskApproval(Protocol):
    """Has somebody with the right type his PIN in place."""

    def __call__(
        self, permission: Permission, what: str, then: Callable[[Approval], None], *, about: str,
        amount_minor: int | None = None, limit: str = "", fits: Callable[[Role], bool] | None = None,
        place: PanelPlace | None = None,
    ) -> None:  # fmt: skip
        """Ask, and go on with `then` only when it was given.

        Args:
            permission: the right that is missing.
            what: what is asked for, shown above the PIN.
            then: what to do with the approval.
            about: the one action, sale, shift or code that it opens (app.runtime.approvals).
            amount_minor: up to which amount, where the action itself does not bear it.
            limit: the limit that is gone beyond, in words.
            fits: which roles may approve, beyond having the right.
            place: where to ask; the right side of the till when not said.
        """
        ...


class Desk:
    """Holds the state, shows the cart, keeps it, and says yes and no.

    `ask_approval` is set by the approval presenter, `later(milliseconds, work)` by the page.
    """

    def __init__(self, view: TillView, services: Services, formats: Formats, sound: Sound) -> None:
        self.view = view
        self.services = services
        self.formats = formats
        self.sound = sound
        self.state = TillState()
        self.ask_approval: AskApproval | None = None
        self.later: Callable[[int, Callable[[], None]], object] = lambda _ms, work: work()
        self.on_cart_changed: list[Callable[[], None]] = []
        self.on_banner: Callable[[], None] | None = None  # the button of the banner that is shown
        self._save_running = False
        self._save_again = False
        self._after_save: list[Callable[[], None]] = []
        view.cart.banner_action.connect(self._banner_pressed)

    def now(self) -> datetime:
        """What time it is."""
        return (self.state.clock or system_clock)()

    @property
    def line_name(self) -> str:
        """Name of the selected line, "" when none is."""
        state = self.state
        return state.cart.line(state.selected).item.name if state.selected else ""

    # --- the cart ---

    def set_cart(self, cart: Cart, *, select: str | None = None, keep: bool = True) -> None:
        """Show another cart: priced, painted, and kept in the database on the lane `db`."""
        state, context = self.state, self.services.context
        cart = promote(untaxed(cart, context.taxes), context, self.now())
        state.priced = price_cart(cart, context.price_settings)
        state.cart = cart
        if select is not None:
            state.selected = select
        if state.selected not in {line.line_id for line in cart.lines}:
            state.selected = cart.lines[-1].line_id if cart.lines else ""
        panel = self.view.cart
        panel.set_lines(cart_rows(state.priced, self.formats), state.selected)
        panel.set_returning(on=state.total_minor < 0 or (state.returning and cart.is_empty))
        panel.set_totals(totals(state.priced, self.formats))
        for listener in self.on_cart_changed:
            listener()
        if keep:
            self._keep()

    def new_cart(self) -> None:
        """The next customer."""
        self.state.back = None
        self.state.origin = None
        self.state.gift_before, self.state.gift = self.state.gift, False
        self.state.age_confirmed = 0
        self.state.approval = None
        self.state.quantity_milli = None
        self.set_entry("")
        self.view.cart.set_customer("")
        self.set_cart(Cart(), keep=False)

    def _keep(self) -> None:
        """Save the cart; while one save runs the changes since are saved once, after it."""
        if self._save_running:
            self._save_again = True
            return
        self._save_running, self._save_again = True, False
        self.services.gateway.run(
            save_cart,
            till_id=self.services.context.till.id,
            cart=self.state.cart,
            total_minor=self.state.total_minor,
            on_done=self._kept,
            on_error=self._not_kept,
        )

    def _kept(self, _answer: object) -> None:
        self._save_running = False
        if self._save_again:
            self._keep()
        else:
            self._saved()

    def _not_kept(self, error: Exception) -> None:
        self._save_running = False
        self.refuse(error)
        self._saved()

    def when_saved(self, work: Callable[[], None]) -> None:
        """Do something once the cart is kept: at once when nothing is being saved."""
        if self._save_running:
            self._after_save.append(work)
        else:
            work()

    def _saved(self) -> None:
        waiting, self._after_save = self._after_save, []
        for work in waiting:
            work()

    def forget_pending_save(self) -> None:
        """The cart became a sale or was put aside: a save that waits must not bring it back."""
        self._save_again = False

    def set_entry(self, text: str) -> None:
        """Digits typed and not used yet."""
        self.state.entry = text
        quantity = self.state.quantity_milli
        shown = text or (f"{self.formats.quantity(quantity)} ×" if quantity else "")
        self.view.sell.set_entry(shown)

    # --- yes and no ---

    def refuse(self, error: Exception) -> None:
        """A banner and the low tone; never a dialog that would eat the next scan."""
        self.say(describe(error), "error")

    def refuse_unless_away(self, error: Exception) -> None:
        """As refuse; nothing is said of what the cashier did not ask for while the server is away."""
        from app.stations.refusals import NeedsServerError

        if not isinstance(error, NeedsServerError):
            self.refuse(error)

    def say(
        self, text: str, kind: str = "info", *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """A message over the cart: "error", "warn", "info" or "ok"; with an action it stays."""
        if kind == "error":
            self.sound.play("error")
        self.on_banner = on_action
        self.view.show_banner(
            kind,
            text,
            action=action,
            milliseconds=0 if action else (_BANNER_MS if kind == "error" else _INFO_MS),
        )

    def run(
        self, operation: Callable[..., R], *, on_done: Callable[[R], None], what: str = "",
        permission: Permission | None = None, approval: Approval | None = None,
        on_start: Callable[[], None] | None = None, on_error: Callable[[Exception], None] | None = None,
        place: PanelPlace | None = None, **arguments: Any,
    ) -> None:  # fmt: skip
        """Run an operation; where a right is missing somebody is asked to approve in place first.

        Args:
            operation: the operation.
            on_done: what to do with its answer.
            what: what is asked for, shown above the PIN pad.
            permission: the right that it needs.
            approval: one that was given already.
            on_start: called when it is really run: nothing can be pressed from then on.
            on_error: instead of the banner.
            place: where to ask for the approval.
            **arguments: the operation's own.
        """

        def again(given: Approval) -> None:
            self.run(
                operation, on_done=on_done, what=what, permission=permission, approval=given,
                on_start=on_start, on_error=on_error, **arguments,
            )  # fmt: skip

        if permission is not None and approval is None and not self.may(permission):
            if self.ask_approval is not None:
                about = about_action(operation, arguments)
                self.ask_approval(permission, what, again, about=about, place=place)
            return
        if on_start is not None:
            on_start()
        self.services.gateway.run(
            operation, on_done=on_done, on_error=on_error or self.refuse, approval=approval, **arguments
        )

    def _banner_pressed(self) -> None:
        work, self.on_banner = self.on_banner, None
        self.view.hide_banner()
        if work is not None:
            work()

    def may(self, permission: Permission) -> bool:
        """Whether who is signed in has a right himself."""
        actor = self.services.gateway.actor
        return actor is not None and permission in actor.permissions
