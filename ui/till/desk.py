"""The desk: what every presenter of the till works with, and the few things they all do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from app.kernel.permission import Approval, Permission, PermissionNeededError
from app.till.cart import Cart
from app.till.operations.carts import save_cart
from app.till.rules import price_cart
from ui.formatting import Formats
from ui.runtime.services import Services
from ui.shell.errors import describe
from ui.till.rows import cart_rows, totals
from ui.till.state import TillState
from ui.till.till_view import TillView
from ui.widgets.sound import Sound

R = TypeVar("R")
_BANNER_MS = 6000
_INFO_MS = 4000


class Desk:
    """Holds the state, shows the cart, keeps it, and says yes and no.

    `ask_approval` is set by the approval presenter: (permission, what, then) -> None.
    """

    def __init__(self, view: TillView, services: Services, formats: Formats, sound: Sound) -> None:
        self.view = view
        self.services = services
        self.formats = formats
        self.sound = sound
        self.state = TillState()
        self.ask_approval: Callable[[Permission, str, Callable[[Approval], None]], None] | None = None
        self.on_cart_changed: list[Callable[[], None]] = []
        self._save_running = False
        self._save_again = False

    # --- the cart ---

    def set_cart(self, cart: Cart, *, select: str | None = None, keep: bool = True) -> None:
        """Show another cart: priced, painted, and kept in the database on the lane `db`."""
        state = self.state
        state.priced = price_cart(cart, self.services.context.price_settings)
        state.cart = cart
        if select is not None:
            state.selected = select
        if state.selected not in {line.line_id for line in cart.lines}:
            state.selected = cart.lines[-1].line_id if cart.lines else ""
        panel = self.view.cart
        panel.set_lines(cart_rows(state.priced, self.formats, returning=state.returning), state.selected)
        panel.set_totals(totals(state.priced, self.formats, returning=state.returning))
        for listener in self.on_cart_changed:
            listener()
        if keep:
            self._keep()

    def new_cart(self) -> None:
        """The next customer."""
        self.state.returning = False
        self.state.age_confirmed = 0
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

    def _not_kept(self, error: Exception) -> None:
        self._save_running = False
        self.refuse(error)

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

    def say(self, text: str, kind: str = "info", *, action: str = "") -> None:
        """A message over the cart: "error", "warn", "info" or "ok"."""
        if kind == "error":
            self.sound.play("error")
        self.view.show_banner(
            kind,
            text,
            action=action,
            milliseconds=0 if action else (_BANNER_MS if kind == "error" else _INFO_MS),
        )

    def run(
        self, operation: Callable[..., R], *, on_done: Callable[[R], None], what: str = "",
        permission: Permission | None = None, approval: Approval | None = None,
        on_error: Callable[[Exception], None] | None = None, **arguments: Any,
    ) -> None:  # fmt: skip
        """Run an operation; where a right is missing somebody is asked to approve in place.

        Args:
            operation: the operation.
            on_done: what to do with its answer.
            what: what is asked for, shown above the PIN pad.
            permission: the right that an approval has to bring.
            approval: one that was given already.
            on_error: instead of the banner.
            **arguments: the operation's own.
        """

        def failed(error: Exception) -> None:
            missing = isinstance(error, PermissionNeededError) and permission is not None
            if missing and approval is None and self.ask_approval is not None and permission is not None:
                self.ask_approval(permission, what, again)
            else:
                (on_error or self.refuse)(error)

        def again(given: Approval) -> None:
            self.run(
                operation, on_done=on_done, what=what, permission=permission, approval=given,
                on_error=on_error, **arguments,
            )  # fmt: skip

        self.services.gateway.run(operation, on_done=on_done, on_error=failed, approval=approval, **arguments)

    def may(self, permission: Permission) -> bool:
        """Whether who is signed in has a right himself."""
        actor = self.services.gateway.actor
        return actor is not None and permission in actor.permissions
